import type { Cell } from "../../../catalog/importers/table.ts";
import type { Declared, Scope } from "./declared.ts";
import { other } from "./expression.ts";
import { expressionIn } from "./expressions.ts";
import { withoutAnnotations } from "./members.ts";
import type { SourceText, TokenRange } from "./source-text.ts";
import { stringValue } from "./string-value.ts";

/** How many tokens the left side of an assignment has at most. */
const longestLeft = 24;

type ValueOf = (name: string) => number | undefined;

/** Reads a declaration of a constant or, in an enum, of a member; undefined if a range is none. */
export function declarationIn(
  source: SourceText,
  range: TokenRange,
  kind: Scope["kind"],
  numberOf?: ValueOf,
): Declared | undefined {
  const { annotations, range: bare } = withoutAnnotations(source, range);
  const sign = assignment(source, bare);
  if (sign !== undefined) {
    const left = nameBefore(source, { from: bare.from, to: sign });
    if (!left) return undefined;
    const value = expressionIn(source, { from: sign + 1, to: bare.to }, numberOf);
    return { range, annotations, ...left, value };
  }
  const defined = kind === "enum" ? undefined : (definitionIn(source, bare) ?? exportIn(source, bare));
  if (defined) return { range, annotations, ...defined };
  if (kind !== "enum") return undefined;
  const from = source.at(bare.from) === "case" ? bare.from + 1 : bare.from;
  const token = source.tokens[from];
  if (token?.kind !== "word") return undefined;
  const name = cellOf(token);
  if (bare.to - from === 1) {
    // Each line of a class of Python that is nothing but a word does something else.
    return source.form.isIndented
      ? undefined
      : { range, annotations, name, type: "", value: other, isBare: true };
  }
  if (!/^[({]$/.test(source.at(from + 1))) return undefined;
  // A body behind the arguments overrides methods.
  const to = source.at(from + 1) === "(" ? source.after(from + 1) : bare.to;
  const value = expressionIn(source, { from: from + 1, to });
  return { range, annotations, name, type: "", value: value.kind === "items" ? value : asItems(value) };
}

/** An argument in nothing but brackets is a list of one. */
function asItems(value: Declared["value"]): Declared["value"] {
  if (value.kind === "other") return value;
  const items = [{ label: undefined, isReference: false, value, from: 0, to: 0 }];
  return { kind: "items", callee: "", items, cell: value.cell, bracket: "(" };
}

/** Reads `define('NAME', 404)`. */
function definitionIn(
  source: SourceText,
  { from, to }: TokenRange,
): Omit<Declared, "range" | "annotations"> | undefined {
  const token = source.tokens[from + 2];
  if (source.at(from) !== "define" || source.at(from + 1) !== "(" || token?.kind !== "string")
    return undefined;
  if (source.at(from + 3) !== "," || source.after(from + 1) > to) return undefined;
  const name = { text: stringValue(token), start: token.start + 1, end: token.end - 1 };
  return { name, type: "", value: expressionIn(source, { from: from + 4, to: source.after(from + 1) - 1 }) };
}

/** Reads what a file returns or exports without a name: `export default { … }`. */
function exportIn(
  source: SourceText,
  { from, to }: TokenRange,
): Omit<Declared, "range" | "annotations"> | undefined {
  const isExport = source.at(from) === "export" && source.at(from + 1) === "default";
  if (!isExport && source.at(from) !== "return") return undefined;
  return {
    name: undefined,
    type: "",
    value: expressionIn(source, { from: isExport ? from + 2 : from + 1, to }),
  };
}

/** Returns the index of the sign between a name and its value. */
function assignment(source: SourceText, { from, to }: TokenRange): number | undefined {
  for (let at = from; at < Math.min(to, from + longestLeft); at = source.after(at)) {
    if (/^(?:=|:=)$/.test(source.at(at))) return at > from && at < to - 1 ? at : undefined;
    if (source.at(at) === "=>" && source.form.hasArrowMembers && at > from && at < to - 1) return at;
    // A property of Kotlin or a method has a body instead.
    if (/^(?:=>|->|\{)$/.test(source.at(at))) return undefined;
  }
  return undefined;
}

/** Words that begin something else than the declaration of a constant. */
const otherStatements =
  /^(?:if|for|while|return|else|switch|import|from|using|package|def|fun|func|function|fn|impl|use|self|this|throw|raise|assert)$/;

/** Words before a name that are neither it nor its type. */
const modifiers =
  /^(?:export|default|declare|const|let|var|val|static|readonly|final|public|private|protected|internal|pub|case|override|lateinit|new|abstract|mut)$/;

function nameBefore(source: SourceText, { from, to }: TokenRange): { name: Cell; type: string } | undefined {
  if (otherStatements.test(source.at(from))) return undefined;
  let first = from;
  while (first < to && modifiers.test(source.at(first))) {
    first++;
    // `pub(crate)`
    if (source.at(first) === "(") first = source.after(first);
  }
  let colon: number | undefined;
  for (let at = first; at < to && colon === undefined; at = source.after(at))
    if (source.at(at) === ":") colon = at;
  const end = source.at(to - 1) === ")" ? (source.tokens[to - 1]?.pair ?? to) : to;
  const index = colon === undefined ? (source.form.hasTypesBehindNames ? first : end - 1) : colon - 1;
  const token = source.tokens[index];
  if (index < first || token?.kind !== "word" || modifiers.test(token.text)) return undefined;
  const type =
    colon !== undefined
      ? source.written({ from: colon + 1, to })
      : source.form.hasTypesBehindNames
        ? source.written({ from: index + 1, to })
        : source.written({ from: first, to: index });
  // The field of something else is no constant, unless a module exports it.
  if (
    source.at(first) !== "exports" &&
    source.at(first) !== "module" &&
    /[.([]$/.test(source.at(index - 1)) &&
    index > first
  )
    return undefined;
  return { name: cellOf(token), type: type.length > 200 || index + 1 > to ? "" : type };
}

function cellOf({ text, start, end }: { text: string; start: number; end: number }): Cell {
  return { text, start, end };
}
