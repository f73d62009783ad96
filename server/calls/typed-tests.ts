import { wordsOf } from "../../catalog/model/words.ts";
import type { Span } from "../documents/span.ts";
import { errorTypeTests } from "./idioms/error-types.ts";
import type { Source } from "./source.ts";

/** A test of an error by a type that stands for a code: `catch (NoSuchKeyException e)`. */
export interface TypedTest {
  /** Where the name of the type stands, without its package. */
  span: Span;
  /** The codes that it may stand for, the likeliest first. */
  codes: readonly string[];
}

/** Endings of types of errors that are no part of the code. */
const ending = /(?:Exception|Error|Fault)$/;
/** Types that are of no code in particular, although some service has a code of the name. */
const general =
  /^(?:(?:Client|Server|Service|Api|Sdk|Base|Http|Runtime|Io|IO)(?:Exception|Error|Fault)|Exception|Error|Throwable)$/;
/** The last name of a type, with its package or without. */
const typeName = /(?:[\w$]+(?:\.|::|\\))*([A-Za-z_]\w*)/g;
const words = /^(?:as|or|and|final|default)$/;

/** Returns the tests of errors by their types in a text, in text order. */
export function typedTestsIn(source: Source): TypedTest[] {
  const { patterns = [], variables = [] } = errorTypeTests[source.language] ?? {};
  const found = [
    ...patterns.flatMap((pattern) => [...source.text.matchAll(pattern)].flatMap(namedIn)),
    ...variables.flatMap((pattern) =>
      [...source.text.matchAll(pattern)].flatMap((match) => declaredFor(match, source)),
    ),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Returns the tests for the types that the group of a match names. */
function namedIn({ 0: whole, 1: names = "", index }: RegExpMatchArray): TypedTest[] {
  const start = (index ?? 0) + whole.lastIndexOf(names);
  return [...names.matchAll(typeName)].flatMap(({ 0: path, 1: name = "", index: at }) => {
    const end = start + at + path.length;
    return testFor(name, { start: end - name.length, end });
  });
}

/** Returns the test for the type with which the variable is declared that a match names. */
function declaredFor({ 1: name = "", 0: whole, index = 0 }: RegExpMatchArray, source: Source): TypedTest[] {
  const start = index + whole.lastIndexOf(name);
  const binding = source.bindingAt(name, index, undefined);
  const type = binding?.type || binding?.value.replace(/^(?:new\(|&)/, "") || "";
  const [, last = ""] = /^\*?(?:\w+\.)*(\w+)/.exec(type) ?? [];
  return testFor(last, { start, end: start + name.length });
}

function testFor(name: string, span: Span): TypedTest[] {
  if (general.test(name) || words.test(name)) return [];
  const isSnakeCase = /^[a-z0-9_]+$/.test(name);
  const type = isSnakeCase ? wordsOf(name).map(capitalized).join("") : name;
  const bare = type.replace(ending, "");
  const codes = isSnakeCase
    ? [bare, `${bare}Exception`]
    : [type, ...(bare === type || bare === "" ? [] : [bare])];
  return /^[A-Z]/.test(type) ? [{ span, codes }] : [];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
