import type { Relation, RelationKind } from "../literal.ts";
import type { TokenRange, TokenStream } from "./token-stream.ts";

// What stands around a string, or a list of some, among the tokens of a language.

/** The relations of one kind in which a string, or the list around it, stands. */
export type RelationFinder = (stream: TokenStream, span: TokenRange, isList: boolean) => Relation[];

function relation(kind: RelationKind, stream: TokenStream, subject: TokenRange | undefined): Relation[] {
  return subject ? [{ kind, subject: stream.text(subject).slice(-200) }] : [];
}

/** `code == "X"`, `"X" != code`, `code.equals("X")`, `"X".equals(code)`, `assertEquals("X", code)`. */
function compared(stream: TokenStream, span: TokenRange, isList: boolean): Relation[] {
  const { equals, expects } = stream.grammar;
  if (isList) return [];
  const { from, to } = span;
  const found: Relation[] = [];
  if (equals.test(stream.at(from - 1)))
    found.push(...relation("compared", stream, stream.operandBefore(from - 2)));
  if (equals.test(stream.at(to + 1)))
    found.push(...relation("compared", stream, stream.operandAfter(to + 2)));
  if (
    stream.grammar.chains.test(stream.at(to + 1)) &&
    equals.test(stream.at(to + 2)) &&
    stream.at(to + 3) === "("
  )
    found.push(...relation("compared", stream, stream.elements(to + 3)[0]));
  // A pattern that is matched: `if case "X" = code`.
  if (stream.at(from - 1) === "case" && stream.at(to + 1) === "=")
    found.push(...relation("compared", stream, stream.operandAfter(to + 2)));
  const call = callAround(stream, span);
  if (call?.receiver && equals.test(call.name) && call.others.length === 0)
    found.push(...relation("compared", stream, call.receiver));
  else if (call && expects?.test(call.name) && call.others.length > 0 && call.at < 2)
    found.push(...relation("compared", stream, call.others[0]));
  return found;
}

/** `text.contains("X")`, `find(text, "X")`, `"X" in text`, `text LIKE "X"`. */
function contained(stream: TokenStream, span: TokenRange, isList: boolean): Relation[] {
  const { contains, within } = stream.grammar;
  if (isList) return [];
  const before = stream.at(span.from - 1);
  if (before !== "" && contains.test(before)) {
    const end = span.from - (/^(?:not|is)$/.test(stream.at(span.from - 2)) ? 3 : 2);
    return relation("contained", stream, stream.operandBefore(end));
  }
  const next = span.to + (stream.at(span.to + 1) === "not" ? 2 : 1);
  if (within?.test(stream.at(next)) && stream.at(next + 1) !== "[")
    return relation("contained", stream, stream.operandAfter(next + 1));
  const call = callAround(stream, span);
  if (!call || !contains.test(call.name)) return [];
  if (call.others.length > 0) return call.at > 0 ? relation("contained", stream, call.others[0]) : [];
  const isTest = /^(?:is|not)$/.test(stream.at(call.span.from - 1));
  const end = call.span.from - (stream.at(call.span.from - 2) === "is" ? 3 : 2);
  return relation("contained", stream, isTest ? stream.operandBefore(end) : call.receiver);
}

/** The call of which a run is a whole argument: at which place, and beside which others. */
function callAround(stream: TokenStream, { from, to }: TokenRange) {
  const open = labelledStart(stream, from);
  const called = stream.called(open);
  if (!called || !/^[,)]$/.test(stream.at(to + 1))) return undefined;
  const all = stream.elements(open);
  const at = all.findIndex((one) => one.from <= from && to <= one.to);
  return { ...called, at, others: all.filter((_, index) => index !== at) };
}

/** The bracket around an argument, its label aside; -1 where something else stands before it. */
function labelledStart(stream: TokenStream, from: number): number {
  const isLabelled = stream.at(from - 1) === ":" && stream.isName(from - 2);
  const before = isLabelled ? from - 3 : from - 1;
  const isFirst = stream.tokens[before]?.kind === "open" || stream.at(before) === ",";
  return isFirst ? stream.parent(from) : -1;
}

/** How many tokens a case may have before a literal. */
const maximumAlternatives = 400;

/** `case "X", "Y":` in the body of a switch. */
function switched(stream: TokenStream, { from }: TokenRange): Relation[] {
  let at = from - 1;
  const farthest = from - maximumAlternatives;
  while (
    at > farthest &&
    (stream.tokens[at]?.kind === "string" || /^(?:[,|([.]|\|\||some)$/.test(stream.at(at)))
  )
    at--;
  const isArm = stream.at(at) !== "case";
  if (isArm && !beginsArm(stream, from)) return [];
  const body = stream.parent(isArm ? from : at);
  if (stream.at(body) !== "{") return [];
  const subject = /\b(?:switch|match)\b(?<subject>[\s\S]*)/.exec(stream.head(body))?.groups?.subject?.trim();
  return subject ? [{ kind: "case", subject: subject.slice(-200) }] : [];
}

/** Whether a string is an alternative of an arm of a switch that is an expression: `{ "X" || "Y" => 1, … }`. */
function beginsArm(stream: TokenStream, index: number): boolean {
  const isAlternative = (at: number) => stream.tokens[at]?.kind === "string" || stream.at(at) === "||";
  let [from, to] = [index, index];
  while (index - from < maximumAlternatives && isAlternative(from - 1)) from--;
  while (to - index < maximumAlternatives && isAlternative(to + 1)) to++;
  return /^[{,]$/.test(stream.at(from - 1)) && stream.at(to + 1) === "=>";
}

/** `["X", "Y"].contains(code)`, `code in ["X", "Y"]`. */
function tested(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const { contains, within, chains } = stream.grammar;
  if (!isList) return [];
  if (within?.test(stream.at(from - 1))) {
    const end = from - 2 - Number(/^(?:not|!)$/.test(stream.at(from - 2)));
    return relation("element", stream, stream.operandBefore(end - Number(stream.at(end) === "is")));
  }
  if (!chains.test(stream.at(to + 1)) || !contains.test(stream.at(to + 2))) return [];
  return relation("element", stream, stream.elements(to + 3)[0]);
}

/** `code: "X"`, `code = "X"`, `let code = "X"`, `static let codes = ["X"]`, `case x = "X"` of an enum. */
function named(stream: TokenStream, span: TokenRange, isList: boolean): Relation[] {
  const { assigns } = stream.grammar;
  const kind = isList ? "listed" : "value";
  const from = isList ? span.from : choiceStart(stream, span.from);
  const before = stream.at(from - 1);
  if (before === ":" && !isChosen(stream, from - 1)) {
    const key = stream.tokens[from - 2];
    const isKey = key?.kind === "string" || key?.text === "]" || stream.isName(from - 2);
    return isKey ? relation(kind, stream, stream.operandBefore(from - 2)) : [];
  }
  if (!assigns.test(before) || stream.grammar.equals.test(before)) return [];
  const { name, isConstant } = target(stream, from - 1);
  if (!isConstant || isList || !name) return relation(kind, stream, name);
  return [...relation("constant", stream, name), ...typeAround(stream, from)];
}

/** Where an expression begins that comes to a run: `code = e.code ?? "X"`, `code = isGone ? "X" : "Y"`. */
function choiceStart(stream: TokenStream, from: number): number {
  const before = stream.at(from - 1);
  if (/^(?:\?\?|\?:|\|\||or)$/.test(before)) return stream.operandBefore(from - 2)?.from ?? from;
  if (before !== "?" && (before !== ":" || !isChosen(stream, from - 1))) return from;
  const start = stream.statementStart(from - 1);
  for (let at = start; at < from; at++) {
    if (stream.parent(at) !== stream.parent(from)) continue;
    if (stream.grammar.assigns.test(stream.at(at)) || stream.at(at) === ":") return at + 1;
    if (stream.at(at) === "?") break;
  }
  return from;
}

/** Whether a colon parts the two values of a condition: `isGone ? code : "X"`. */
function isChosen(stream: TokenStream, colon: number): boolean {
  const start = stream.statementStart(colon);
  for (let at = start; at < colon; at++) if (stream.at(at) === "?") return true;
  return false;
}

/** What is assigned at a sign: `static let code: String = …` → `code`, a constant. */
function target(stream: TokenStream, sign: number): { name: TokenRange | undefined; isConstant: boolean } {
  const { constants, typed } = stream.grammar;
  const start = stream.statementStart(sign - 1);
  const all = Array.from({ length: Math.max(0, sign - start) }, (_, index) => start + index);
  const isConstant = constants !== undefined && all.some((index) => constants.test(stream.at(index)));
  const colon = typed && all.find((index) => typed.test(stream.at(index)));
  const isCase = stream.at(start) === "case";
  if (isCase && !isMember(stream, sign)) return { name: undefined, isConstant };
  const name = stream.operandBefore((colon ?? sign) - 1);
  return { name, isConstant: isMember(stream, sign) || (isConstant && !isLocal(stream, sign)) };
}

/** Whether a token stands directly in the body of an enum. */
function isMember(stream: TokenStream, index: number): boolean {
  const body = stream.parent(index);
  return stream.at(body) === "{" && stream.grammar.enums?.test(stream.head(body)) === true;
}

/** Whether a token stands in the body of a function rather than of a type or a file. */
function isLocal(stream: TokenStream, index: number): boolean {
  const { types, enums } = stream.grammar;
  const body = stream.parent(index);
  if (stream.at(body) !== "{") return false;
  const head = stream.head(body);
  return !types?.test(head) && !enums?.test(head);
}

function typeAround(stream: TokenStream, index: number): Relation[] {
  const body = stream.parent(index);
  const name = stream.at(body) === "{" && stream.grammar.types?.exec(stream.head(body))?.groups?.name;
  return name ? [{ kind: "constant", subject: name, isType: true }] : [];
}

/** `retryOn("X", "Y")`, `retry(codes: ["X"])`, `ServiceError("X", …)`; members of enums are constants. */
function argued(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const { equals, contains, expects, enums } = stream.grammar;
  // A label says more of an argument than the function does, unless it only says that it is a value.
  if (!isList && stream.at(from - 1) === ":" && stream.at(from - 2) !== "rawValue") return [];
  const open = labelledStart(stream, from);
  const called = stream.called(open);
  if (!called || !/^[,)]$/.test(stream.at(to + 1))) return [];
  if (equals.test(called.name) || contains.test(called.name) || expects?.test(called.name))
    return matched(stream, open, called);
  if (!isMember(stream, open)) return relation("argument", stream, called.span);
  const name = enums?.exec(stream.head(stream.parent(open)))?.groups?.name ?? "";
  return [...relation("constant", stream, called.span), { kind: "constant", subject: name, isType: true }];
}

/** `expect(code).to(equal("X"))`, `expect(text, contains("X"))`. */
function matched(
  stream: TokenStream,
  open: number,
  { span, name }: { span: TokenRange; name: string },
): Relation[] {
  const close = stream.tokens[open]?.pair;
  const isAlone = stream.elements(open).length === 1;
  const outer = close !== undefined && isAlone && callAround(stream, { from: span.from, to: close });
  if (!outer) return [];
  const kind = stream.grammar.contains.test(name) ? "contained" : "compared";
  return relation(kind, stream, outer.others[0] ?? outer.receiver);
}

/** `return "X"`, or a body that is nothing but "X", by the name of the function or property. */
function returned(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const before = stream.at(from - 1);
  const isBody = before === "{" && stream.at(to + 1) === "}";
  const isArrow = before === "=>" && !isList;
  if (before !== "return" && !isBody && !isArrow) return [];
  const kind = isList ? "listed" : "returned";
  const arrow = isArrow ? stream.text({ from: stream.statementStart(from - 2), to: from - 2 }) : undefined;
  const heads = arrow === undefined ? headsAround(stream, from) : [`${arrow} `];
  const name = heads.map((head) => stream.grammar.functions?.exec(head)?.groups?.name).find(Boolean);
  return name ? [{ kind, subject: name }] : [];
}

function headsAround(stream: TokenStream, index: number): string[] {
  const heads: string[] = [];
  for (let body = stream.parent(index); body >= 0 && heads.length < 8; body = stream.parent(body))
    if (stream.at(body) === "{") heads.push(stream.head(body));
  return heads;
}

/** The relations that all languages have. */
export const relationFinders: RelationFinder[] = [
  compared,
  contained,
  switched,
  tested,
  named,
  argued,
  returned,
];
