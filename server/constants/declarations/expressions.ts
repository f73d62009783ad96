import type { Cell } from "../../../catalog/importers/table.ts";
import { computed } from "./arithmetic.ts";
import { type Expression, type Item, other } from "./expression.ts";
import { type Ends, membersIn } from "./members.ts";
import type { SourceText, TokenRange } from "./source-text.ts";
import { numberValue, stringValue } from "./string-value.ts";

/** Returns the number behind a name. */
export type NumberOf = (name: string) => number | undefined;

/** Words before a value that say nothing of it. */
const before = /^(?:new|return|await|const|static|readonly|&|\*|!)$/;

/** Signs that join strings to one text. */
const joins = /^[+.&\\]$/;

/** How deep lists in lists are read, how many items one has at most, and how many tokens a label or a callee has. */
const [maximumDepth, maximumItems, longestLabel, longestCallee] = [8, 20_000, 12, 40];

/** Reads what a range of tokens states; `numberOf` returns the number behind a name. */
export function expressionIn(
  source: SourceText,
  range: TokenRange,
  numberOf: NumberOf = () => undefined,
  depth = 0,
): Expression {
  const { from, to } = trimmed(source, range);
  if (from >= to || depth > maximumDepth) return other;
  const text = textIn(source, { from, to }) ?? unionIn(source, { from, to });
  if (text) return text;
  const cell = { text: "", ...source.span({ from, to }) };
  const value = computed(source, { from, to }, numberOf);
  if (value !== undefined) {
    const written = to - from === 1 ? numberValue(source.at(from))?.text : undefined;
    return { kind: "number", value, cell: { ...cell, text: written ?? String(value) } };
  }
  if (isPath(source, { from, to }))
    return { kind: "name", cell: { ...cell, text: source.written({ from, to }) } };
  return itemsIn(source, { from, to }, cell, numberOf, depth) ?? other;
}

/** Leaves out what stands before and behind a value. */
function trimmed(source: SourceText, range: TokenRange): TokenRange {
  let { from, to } = range;
  while (from < to && (before.test(source.at(from)) || source.at(from) === ":")) from++;
  for (let at = from; at < to; at = source.after(at))
    if (/^(?:as|satisfies)$/.test(source.at(at)) && at > from && source.tokens[at]?.kind === "word") to = at;
  // A value in nothing but brackets is that value.
  while (source.at(from) === "(" && source.after(from) === to && !hasComma(source, source.inside(from)))
    [from, to] = [from + 1, to - 1];
  return { from, to };
}

function hasComma(source: SourceText, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at = source.after(at)) if (source.at(at) === ",") return true;
  return from === to;
}

/** Returns the text of strings that are joined. */
function textIn(source: SourceText, { from, to }: TokenRange): Expression | undefined {
  let text = "";
  for (let at = from; at < to; at++) {
    const token = source.tokens[at];
    if (token?.kind === "string") text += stringValue(token);
    else if (at === from || !joins.test(source.at(at))) return undefined;
  }
  const only = to - from === 1 ? source.tokens[from]?.content : undefined;
  const span = only ? { start: only.start, end: only.end } : source.span({ from, to });
  return { kind: "text", cell: { text, ...span } };
}

/** Reads a type of TypeScript that is one of several strings. */
function unionIn(source: SourceText, { from, to }: TokenRange): Expression | undefined {
  const items: Item[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (source.at(at) === "|" && at === start) continue;
    const value = source.isString(at) ? textIn(source, { from: at, to: at + 1 }) : undefined;
    const isSeparated = at + 1 === to || source.at(at + 1) === "|";
    if (!value || !isSeparated) return undefined;
    items.push({ label: undefined, isReference: false, value, from: start, to: at + 1 });
    start = at + 1;
  }
  if (items.length < 2) return undefined;
  const cell = { text: "", ...source.span({ from, to }) };
  return { kind: "items", callee: "", items, cell, bracket: "|" };
}

/** Whether a range is a name with names before it: `http.StatusNotFound`, `Self::NotFound`. */
function isPath(source: SourceText, { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) {
    const isName = source.isWord(at) && (at === from || !source.isWord(at - 1));
    if (!isName && !/^(?:\.|::|\?\.|->|\$|\\)$/.test(source.at(at))) return false;
  }
  return source.isWord(to - 1);
}

/** Reads brackets, with a call or a type before them. */
function itemsIn(
  source: SourceText,
  { from, to }: TokenRange,
  cell: Cell,
  numberOf: NumberOf,
  depth: number,
): Expression | undefined {
  const open = firstBracket(source, { from, to });
  if (open === undefined || !source.isReadable(open)) return undefined;
  const head = { from, to: open };
  const bracket = source.at(open);
  const end = source.after(open);
  // What stands before the bracket is a name; a type of Go can have brackets of its own: `map[int]string{`.
  if (open - from > longestCallee) return undefined;
  const callee = source.written(head);
  if (open > from && !/^[\w\p{L}$.:<>[\]*&? ,\\@]*$/u.test(callee)) return lastText(source, { from, to });
  if (end < to) return chained(source, { open, end, to }, { callee, cell }, numberOf, depth);
  if (bracket === "(" && source.inside(open).from === source.inside(open).to) return calledName(source, head);
  const items = itemsInside(source, open, numberOf, depth);
  return { kind: "items", callee: open > from ? callee : "", items, cell, bracket };
}

/** Reads what stands between commas in a bracket. */
export function itemsInside(
  source: SourceText,
  open: number,
  numberOf: NumberOf = () => undefined,
  depth = 0,
  ends: Ends = "signs",
): Item[] {
  const items: Item[] = [];
  for (const range of membersIn(source, source.inside(open), ends)) {
    if (items.length >= maximumItems) break;
    items.push(itemAt(source, range, numberOf, depth));
  }
  return items;
}

/** Returns the index of the bracket that holds the items: the first one that is no index or type argument. */
function firstBracket(source: SourceText, { from, to }: TokenRange): number | undefined {
  for (let at = from; at < to; at = source.after(at)) {
    if (source.tokens[at]?.kind !== "open") continue;
    const next = source.after(at);
    const isType = source.at(at) === "[" && next < to && /^(?:\{|\*|\[)$|^\w/.test(source.at(next));
    if (!isType) return at;
  }
  return undefined;
}

/** Reads `new Error("…").withStatus(404)` and `new Error("…") { Status = 404 }` as one list, and `"…".to_string()` as the text. */
function chained(
  source: SourceText,
  { open, end, to }: { open: number; end: number; to: number },
  { callee, cell }: { callee: string; cell: Cell },
  numberOf: NumberOf,
  depth: number,
): Expression | undefined {
  const items: Item[] = [];
  const add = (bracket: number, label?: Cell) => {
    for (const item of itemsInside(source, bracket, numberOf, depth))
      items.push(label && !item.label ? { ...item, label } : item);
  };
  add(open);
  for (let at = end; at < to; at = source.after(at)) {
    const bracket = source.at(at);
    if (bracket === "{") add(at);
    else if (bracket === "(" && source.isWord(at - 1)) {
      const name = source.at(at - 1).replace(/^(?:with|set|add|_)_?(?=\w)/i, "");
      const token = source.tokens[at - 1];
      add(at, token && { text: name, start: token.start, end: token.end });
    } else if (!/^(?:\.|\?\.|->|\?|!)$/.test(bracket) && !source.isWord(at))
      return lastText(source, { from: open, to });
  }
  return { kind: "items", callee, items, cell, bracket: source.at(open) };
}

/** Reads what stands before an empty call: `HttpStatus.NOT_FOUND.value()`. */
function calledName(source: SourceText, { from, to }: TokenRange): Expression | undefined {
  const isMethod = /^(?:\.|->|::)$/.test(source.at(to - 2));
  return isMethod ? expressionIn(source, { from, to: to - 2 }) : undefined;
}

/** Returns the only string of something else: a function that returns a text, a text with a method. */
function lastText(source: SourceText, { from, to }: TokenRange): Expression | undefined {
  let found: number | undefined;
  for (let at = from; at < to; at++) {
    if (source.tokens[at]?.kind !== "string") continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found === undefined ? undefined : textIn(source, { from: found, to: found + 1 });
}

function itemAt(source: SourceText, range: TokenRange, numberOf: NumberOf, depth: number): Item {
  const sign = labelSign(source, range);
  const value = expressionIn(
    source,
    { from: sign === undefined ? range.from : sign + 1, to: range.to },
    numberOf,
    depth + 1,
  );
  const label = sign === undefined ? undefined : labelIn(source, { from: range.from, to: sign });
  return { label: label?.cell, isReference: label?.isReference ?? false, value, ...range };
}

/** Returns the index of the sign behind the label of an item. */
function labelSign(source: SourceText, { from, to }: TokenRange): number | undefined {
  const limit = Math.min(to, from + longestLabel);
  for (let at = from; at < limit; at = source.after(at)) {
    if (/^(?:[:=]|=>|->|to)$/.test(source.at(at)) && at > from && at < to - 1) return at;
    if (/^(?:[?&|+]|&&|\|\|)$/.test(source.at(at))) return undefined;
  }
  return undefined;
}

function labelIn(source: SourceText, range: TokenRange): { cell: Cell; isReference: boolean } | undefined {
  let { from, to } = range;
  while (from < to - 1 && /^(?:case|\||\.|\\)$/.test(source.at(from))) from++;
  if (/^[[(]$/.test(source.at(from)) && source.after(from) === to) [from, to] = [from + 1, to - 1];
  // What a variant carries: `Self::NotFound(_)`.
  const carried = source.tokens[to - 1]?.pair;
  if (carried !== undefined && carried > from && carried < to) to = carried;
  const token = source.tokens[to - 1];
  if (from >= to || !token) return undefined;
  if (to - from === 1 && token.kind === "string") {
    const text = stringValue(token);
    const { start, end } = token.content ?? token;
    return { cell: { text, start, end }, isReference: false };
  }
  const number = numberValue(source.written({ from, to }).replace(/^-\s*/, ""));
  if (number)
    return {
      cell: { text: source.written({ from, to }).replace(/\s/g, ""), ...source.span({ from, to }) },
      isReference: false,
    };
  if (!isPath(source, { from, to })) return undefined;
  const isReference = to - from > 1 || source.at(range.from) === "[";
  return { cell: { text: token.text, start: token.start, end: token.end }, isReference };
}
