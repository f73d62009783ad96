import type { Slices } from "../../../catalog/model/slices.ts";
import type { Alias, Relation } from "../literal.ts";
import type { Budget } from "../parsing/budget.ts";
import { maximumSubject, relationsWithin, relationTo } from "./relation-to.ts";
import type { TokenRange, TokenStream } from "./token-stream.ts";

/**
 * Finds relations to the name of a key, a variable or a constant: `code: "X"`, `code = "X"`, `let code = "X"`,
 * `static let codes = ["X"]`, `case x = "X"` of an enum.
 */
export function findAssignments(stream: TokenStream, span: TokenRange, isList: boolean): Relation[] {
  const { assigns } = stream.grammar;
  const kind = isList ? "listed" : "value";
  const from = isList ? span.from : choiceStart(stream, span.from);
  const before = stream.at(from - 1);
  if (before === ":" && !isOfConditional(stream, from - 1)) {
    const key = stream.tokens[from - 2];
    const isKey = key?.kind === "string" || key?.text === "]" || stream.isName(from - 2);
    return isKey ? relationTo(stream, kind, stream.operandBefore(from - 2)) : [];
  }
  if (!assigns.test(before) || stream.grammar.equals.test(before)) return [];
  const { name, isConstant } = targetOf(stream, from - 1);
  if (isList)
    return relationsWithin(stream, stream.tokens[span.to]?.pair ?? from, relationTo(stream, kind, name));
  if (!isConstant || !name) return relationTo(stream, kind, name);
  return [...relationTo(stream, "constant", name), ...relationToType(stream, from)];
}

/**
 * Returns the index of the first token of the conditional or fallback expression that has a string as a result,
 * `isGone ? "X" : "Y"` or `e.code ?? "X"`; the index of the string itself if there is no such expression.
 */
function choiceStart(stream: TokenStream, from: number): number {
  const before = stream.at(from - 1);
  if (/^(?:\?\?|\?:|\|\||or)$/.test(before)) return stream.operandBefore(from - 2)?.from ?? from;
  if (before !== "?" && (before !== ":" || !isOfConditional(stream, from - 1))) return from;
  const start = stream.statementStart(from - 1);
  for (let at = start; at < from; at++) {
    if (stream.parent(at) !== stream.parent(from)) continue;
    if (stream.grammar.assigns.test(stream.at(at)) || stream.at(at) === ":") return at + 1;
    if (stream.at(at) === "?") break;
  }
  return from;
}

/** Returns whether a colon separates the two results of a conditional expression: `isGone ? code : "X"`. */
function isOfConditional(stream: TokenStream, colon: number): boolean {
  const start = stream.statementStart(colon);
  for (let at = start; at < colon; at++) if (stream.at(at) === "?") return true;
  return false;
}

/** Returns what the variables of a text stand for: those to which a member or the result of a call is assigned. */
export function* aliasesIn(stream: TokenStream, budget?: Budget): Slices<Alias[]> {
  const aliases: Alias[] = [];
  for (const sign of stream.tokens.keys()) {
    const alias = aliasAt(stream, sign);
    if (alias) aliases.push(alias);
    if (budget?.isSliceOver) yield;
  }
  return aliases;
}

/** Returns the alias that is assigned by a sign; undefined if it assigns none. */
function aliasAt(stream: TokenStream, sign: number): Alias | undefined {
  const { assigns, equals } = stream.grammar;
  if (!assigns.test(stream.at(sign)) || equals.test(stream.at(sign))) return undefined;
  const value = stream.operandAfter(sign + 1);
  const name = value && value.to > value.from ? targetOf(stream, sign).name : undefined;
  const token = name && name.from === name.to ? stream.tokens[name.from] : undefined;
  if (!value || token?.kind !== "word") return undefined;
  const { text, start, end } = token;
  return { name: text, expression: stream.text(value).slice(-maximumSubject), start, end };
}

/** Returns the name that an assignment sign assigns to, and whether it is a constant: `static let code: String = …`. */
function targetOf(stream: TokenStream, sign: number): { name: TokenRange | undefined; isConstant: boolean } {
  const { constants, typed } = stream.grammar;
  const start = stream.statementStart(sign - 1);
  const all = Array.from({ length: Math.max(0, sign - start) }, (_, index) => start + index);
  const isConstant = constants !== undefined && all.some((index) => constants.test(stream.at(index)));
  const colon = typed && all.find((index) => typed.test(stream.at(index)));
  const isCase = stream.at(start) === "case";
  if (isCase && !isEnumMember(stream, sign)) return { name: undefined, isConstant };
  const name = stream.operandBefore((colon ?? sign) - 1);
  return { name, isConstant: isEnumMember(stream, sign) || (isConstant && !isLocal(stream, sign)) };
}

/** Returns whether a token is directly in the body of an enum. */
export function isEnumMember(stream: TokenStream, index: number): boolean {
  const body = stream.parent(index);
  return stream.at(body) === "{" && stream.matchInHead(body, stream.grammar.enums) !== null;
}

/** Returns whether a token is in the body of a function rather than of a type or a file. */
function isLocal(stream: TokenStream, index: number): boolean {
  const { types, enums } = stream.grammar;
  const body = stream.parent(index);
  if (stream.at(body) !== "{") return false;
  return !stream.matchInHead(body, types) && !stream.matchInHead(body, enums);
}

/** Returns the relation of a constant to the type around it. */
function relationToType(stream: TokenStream, index: number): Relation[] {
  const body = stream.parent(index);
  const name = stream.at(body) === "{" && stream.matchInHead(body, stream.grammar.types)?.groups?.name;
  return name ? [{ kind: "constant", subject: name, isType: true }] : [];
}
