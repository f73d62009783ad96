import { withoutBrackets } from "../aliases.ts";
import type { Relation } from "../literal.ts";
import { findAssignments, isEnumMember } from "./assignments.ts";
import { maximumSubject, relationsWithin, relationTo } from "./relation-to.ts";
import type { TokenRange, TokenStream } from "./token-stream.ts";

// The relations of a string, or of a list of strings, to the tokens around it.

/** Returns the relations of one kind of a string or, with `isList`, of the list around it; `span` is its range. */
export type RelationFinder = (stream: TokenStream, span: TokenRange, isList: boolean) => Relation[];

/**
 * Finds comparisons: `code == "X"`, `"X" != code`, `code.equals("X")`, `"X".equals(code)`, `assertEquals("X", code)`.
 */
function findComparisons(stream: TokenStream, span: TokenRange, isList: boolean): Relation[] {
  const { equals, expects } = stream.grammar;
  if (isList) return [];
  const { from, to } = span;
  const found: Relation[] = [];
  if (equals.test(stream.at(from - 1)))
    found.push(...relationTo(stream, "compared", stream.operandBefore(from - 2)));
  if (equals.test(stream.at(to + 1)))
    found.push(...relationTo(stream, "compared", stream.operandAfter(to + 2)));
  if (
    stream.grammar.chains.test(stream.at(to + 1)) &&
    equals.test(stream.at(to + 2)) &&
    stream.at(to + 3) === "("
  )
    found.push(...relationTo(stream, "compared", stream.elements(to + 3)[0]));
  // Swift matches a pattern with `=`: `if case "X" = code`.
  if (stream.at(from - 1) === "case" && stream.at(to + 1) === "=")
    found.push(...relationTo(stream, "compared", stream.operandAfter(to + 2)));
  const call = callAround(stream, span);
  if (call?.receiver && equals.test(call.name) && call.others.length === 0)
    found.push(...relationTo(stream, "compared", call.receiver));
  else if (call && expects?.test(call.name) && call.others.length > 0 && call.at < 2)
    found.push(...relationTo(stream, "compared", call.others[0]));
  return found;
}

/** Finds searches in a text: `text.contains("X")`, `find(text, "X")`, `"X" in text`, `text LIKE "X"`. */
function findSearches(stream: TokenStream, span: TokenRange, isList: boolean): Relation[] {
  const { contains, within } = stream.grammar;
  if (isList) return [];
  const before = stream.at(span.from - 1);
  if (before !== "" && contains.test(before)) {
    const end = span.from - (/^(?:not|is)$/.test(stream.at(span.from - 2)) ? 3 : 2);
    return relationTo(stream, "contained", stream.operandBefore(end));
  }
  const next = span.to + (stream.at(span.to + 1) === "not" ? 2 : 1);
  if (within?.test(stream.at(next)) && stream.at(next + 1) !== "[")
    return relationTo(stream, "contained", stream.operandAfter(next + 1));
  const call = callAround(stream, span);
  if (!call || !contains.test(call.name)) return [];
  if (call.others.length > 0) return call.at > 0 ? relationTo(stream, "contained", call.others[0]) : [];
  const isTest = /^(?:is|not)$/.test(stream.at(call.span.from - 1));
  const end = call.span.from - (stream.at(call.span.from - 2) === "is" ? 3 : 2);
  return relationTo(stream, "contained", isTest ? stream.operandBefore(end) : call.receiver);
}

/** Returns the call that has a range as an argument, the zero-based index of the argument, and the other arguments. */
function callAround(stream: TokenStream, { from, to }: TokenRange) {
  const open = argumentsAround(stream, from);
  const callee = stream.calleeOf(open);
  if (!callee || !/^[,)]$/.test(stream.at(to + 1))) return undefined;
  const all = stream.elements(open);
  const at = all.findIndex((one) => one.from <= from && to <= one.to);
  return { ...callee, at, others: all.filter((_, index) => index !== at) };
}

/**
 * Returns the index of the bracket around the argument, with or without a label, that starts at a token; -1 if none
 * does.
 */
function argumentsAround(stream: TokenStream, from: number): number {
  const isLabelled = stream.at(from - 1) === ":" && stream.isName(from - 2);
  const before = isLabelled ? from - 3 : from - 1;
  const isFirst = stream.tokens[before]?.kind === "open" || stream.at(before) === ",";
  return isFirst ? stream.parent(from) : -1;
}

/** The maximum number of tokens that are searched on each side of a literal for the rest of its case. */
const maximumAlternatives = 400;

const switchHead = /\b(?:switch|match)\b(?<subject>[\s\S]*)/;

/** Finds cases in the body of a switch: `case "X", "Y":`. */
function findCases(stream: TokenStream, { from }: TokenRange): Relation[] {
  let at = from - 1;
  const farthest = from - maximumAlternatives;
  while (
    at > farthest &&
    (stream.tokens[at]?.kind === "string" || /^(?:[,|([.]|\|\||some)$/.test(stream.at(at)))
  )
    at--;
  const isArm = stream.at(at) !== "case";
  if (isArm && !isArmLabel(stream, from)) return [];
  const body = stream.parent(isArm ? from : at);
  if (stream.at(body) !== "{") return [];
  const subject = stream.matchInHead(body, switchHead)?.groups?.subject?.trim();
  return subject ? [{ kind: "case", subject: withoutBrackets(subject.slice(-maximumSubject)) }] : [];
}

/** Returns whether a string is a label of an arm of a switch expression: `{ "X" || "Y" => 1, … }`. */
function isArmLabel(stream: TokenStream, index: number): boolean {
  const isAlternative = (at: number) => stream.tokens[at]?.kind === "string" || stream.at(at) === "||";
  let [from, to] = [index, index];
  while (index - from < maximumAlternatives && isAlternative(from - 1)) from--;
  while (to - index < maximumAlternatives && isAlternative(to + 1)) to++;
  return /^[{,]$/.test(stream.at(from - 1)) && stream.at(to + 1) === "=>";
}

/** Finds tests of a list: `["X", "Y"].contains(code)`, `code in ["X", "Y"]`. */
function findListTests(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const { contains, within, chains } = stream.grammar;
  if (!isList) return [];
  if (within?.test(stream.at(from - 1))) {
    const end = from - 2 - Number(/^(?:not|!)$/.test(stream.at(from - 2)));
    return relationTo(stream, "element", stream.operandBefore(end - Number(stream.at(end) === "is")));
  }
  if (!chains.test(stream.at(to + 1)) || !contains.test(stream.at(to + 2))) return [];
  return relationTo(stream, "element", stream.elements(to + 3)[0]);
}

/**
 * Finds arguments: `retryOn("X", "Y")`, `retry(codes: ["X"])`, `ServiceError("X", …)`. Those of enum members are
 * constants.
 */
function findArguments(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const { equals, contains, expects, enums } = stream.grammar;
  // The label of an argument is the better subject, see `findAssignments`; `rawValue` only says that it is a value.
  if (!isList && stream.at(from - 1) === ":" && stream.at(from - 2) !== "rawValue") return [];
  const open = argumentsAround(stream, from);
  const callee = stream.calleeOf(open);
  if (!callee || !/^[,)]$/.test(stream.at(to + 1))) return [];
  if (equals.test(callee.name) || contains.test(callee.name) || expects?.test(callee.name))
    return findMatcherSubject(stream, open, callee);
  if (!isEnumMember(stream, open))
    return relationsWithin(stream, open, relationTo(stream, "argument", callee.span));
  const name = stream.matchInHead(stream.parent(open), enums)?.groups?.name ?? "";
  return [...relationTo(stream, "constant", callee.span), { kind: "constant", subject: name, isType: true }];
}

/** Finds the subject of a matcher: `expect(code).to(equal("X"))`, `expect(text, contains("X"))`. */
function findMatcherSubject(
  stream: TokenStream,
  open: number,
  { span, name }: { span: TokenRange; name: string },
): Relation[] {
  const close = stream.tokens[open]?.pair;
  const isAlone = stream.elements(open).length === 1;
  const outer = close !== undefined && isAlone && callAround(stream, { from: span.from, to: close });
  if (!outer) return [];
  const kind = stream.grammar.contains.test(name) ? "contained" : "compared";
  return relationTo(stream, kind, outer.others[0] ?? outer.receiver);
}

/** Finds results of functions and properties: `return "X"`, or a body that consists of the literal. */
function findReturns(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const before = stream.at(from - 1);
  const isBody = before === "{" && stream.at(to + 1) === "}";
  const isArrow = before === "=>" && !isList;
  if (before !== "return" && !isBody && !isArrow) return [];
  const kind = isList ? "listed" : "returned";
  const arrow = isArrow ? stream.text({ from: stream.statementStart(from - 2), to: from - 2 }) : undefined;
  const { functions } = stream.grammar;
  const name =
    arrow === undefined
      ? bodiesAround(stream, from)
          .map((body) => stream.matchInHead(body, functions)?.groups?.name)
          .find(Boolean)
      : functions?.exec(`${arrow} `)?.groups?.name;
  return name ? [{ kind, subject: name }] : [];
}

/** Returns the opening brackets of the eight innermost bodies around a token, from the inside out. */
function bodiesAround(stream: TokenStream, index: number): number[] {
  const bodies: number[] = [];
  for (let body = stream.parent(index); body >= 0 && bodies.length < 8; body = stream.parent(body))
    if (stream.at(body) === "{") bodies.push(body);
  return bodies;
}

/** The finders of all languages. */
export const relationFinders: RelationFinder[] = [
  findComparisons,
  findSearches,
  findCases,
  findListTests,
  findAssignments,
  findArguments,
  findReturns,
];
