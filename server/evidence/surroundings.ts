import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { Relation } from "../syntax/literal.ts";
import { isCodeLike, isPlausibleCode } from "./code-form.ts";
import { takesCodes, testsErrors } from "./function-names.ts";
import { Memo } from "./memo.ts";
import { namesAnotherThing, namesError, namesResults, namesText } from "./names.ts";

// What stands beside a literal in the same call, list or block can imply that it is a code, although no word in it does.

/**
 * A string in the source text around a literal; `depth` is the number of brackets around it, `isFirst` whether it
 * stands behind an opening one, as the first column of a row does, and `isKey` whether it is a key with a value.
 */
interface Neighbour {
  text: string;
  depth: number;
  isFirst: boolean;
  isKey: boolean;
}

/** What the source text around a literal contains: its strings, and whether an argument is an error. */
interface Surroundings {
  strings: Neighbour[];
  passesError: boolean;
}

/** The text of a literal, and what stands in its surroundings in its place. */
interface OwnText {
  text: string;
  writtenAs: string;
}

/** Fewer official codes in a list prove nothing about the list. */
const minimumCodes = 2;

/**
 * Returns whether what stands beside a text implies that it is a code: an error that is passed to a function that tests
 * errors, or official codes in the same list, call or block. `isKnown` returns whether a text is an official code.
 */
export function isImpliedBeside(
  { kind, subject, within, writtenAs }: Relation,
  text: string,
  isKnown: (code: string) => boolean,
): boolean {
  if (within === undefined || !isPlausibleCode(text)) return false;
  const own: OwnText = { text, writtenAs: writtenAs ?? text };
  switch (kind) {
    case "argument":
      return takesCodes(subject) && isArgumentAmongCodes(subject, within, own, isKnown);
    case "constant":
      return !namesText(subject) && !namesAnotherThing(subject) && isAmongCodes(within, own, isKnown);
    case "listed":
      return (!namesAnotherThing(subject) || namesResults(subject)) && isAmongCodes(within, own, isKnown);
    default:
      return false;
  }
}

/** Returns whether an argument of a function for error codes is one of these codes, by the other arguments. */
function isArgumentAmongCodes(
  fn: string,
  within: string,
  { text, writtenAs }: OwnText,
  isKnown: (code: string) => boolean,
): boolean {
  const { strings, passesError } = surroundings.get(within);
  // A text that is not among the arguments is in a list that a variable passes.
  const depth = strings.find((one) => one.text === writtenAs)?.depth ?? 0;
  // A name beside an error can be that of a resource: `isNotFoundError(err, "RouteTable")`.
  const isInList = depth !== 1 || !within.startsWith("(");
  if (passesError && testsErrors(fn) && (isInList || /[._]/.test(text))) return true;
  return (
    (isInList || testsErrors(fn)) &&
    strings.some((one) => one.depth === depth && one.text !== writtenAs && isClearCode(one.text, isKnown))
  );
}

/** Returns whether at least half of the words that stand like a text in its list or block are official codes. */
function isAmongCodes(
  within: string,
  { text, writtenAs }: OwnText,
  isKnown: (code: string) => boolean,
): boolean {
  const strings = surroundings
    .get(within)
    .strings.map((one) => (one.text === writtenAs && writtenAs !== text ? { ...one, text } : one));
  const self = strings.find((one) => one.text === text);
  const peers = strings.filter(
    (one) => one.depth === (self?.depth ?? 1) && one.isKey === (self?.isKey ?? one.isKey),
  );
  const firsts = peers.filter(({ isFirst }) => isFirst);
  // In rows, only the words of the same column count: the name of a test beside a code is none.
  const areRows = firsts.length > 1;
  if (areRows && self && !self.isFirst) return false;
  const column = (areRows ? firsts : peers).filter((one) => /^[A-Z]/.test(one.text) && isCodeLike(one.text));
  const codes = column.filter((one) => isClearCode(one.text, isKnown));
  return codes.length >= minimumCodes && codes.length * 2 >= column.length;
}

/** Returns whether a text is an official code that is not an everyday word, as some official codes are. */
export function isClearCode(text: string, isKnown: (code: string) => boolean): boolean {
  return isCodeLike(text) && (isDistinctive(text) || hasFailureWord(text)) && isKnown(text);
}

const surroundings = new Memo(surroundingsIn);

/** A string, or a bracket outside of strings. */
const stringOrBracket = /(["'`])(?<text>(?:\\.|(?!\1)[^\\\n])*)\1|(?<open>[([{])|[)\]}]/g;

/** Reads the source text of arguments, of a list or of a block, which may be cut at its end. */
function surroundingsIn(within: string): Surroundings {
  // The words of `%w[A B]` are strings without quotes.
  const words = /^%[wW][^\w\s](?<words>[\w.\s-]*)/.exec(within)?.groups?.words;
  if (words !== undefined) {
    const strings = (words.match(/\S+/g) ?? []).map((text) => ({
      text,
      depth: 1,
      isFirst: false,
      isKey: false,
    }));
    return { strings, passesError: false };
  }
  const strings: Neighbour[] = [];
  // The arguments without what is in brackets in them.
  let outside = "";
  let [depth, from, isFirst] = [0, 0, false];
  for (const { 0: match, index, groups } of within.matchAll(stringOrBracket)) {
    if (depth === 1) outside += within.slice(from, index);
    from = index + match.length;
    if (groups?.text !== undefined)
      strings.push({ text: groups.text, depth, isFirst, isKey: isKeyBefore(within, from) });
    else depth += groups?.open ? 1 : -1;
    isFirst = groups?.open !== undefined;
  }
  const passesError = outside.split(",").some((argument) => isValue.test(argument) && namesError(argument));
  return { strings, passesError };
}

/** Returns whether the sign between a key and its value is at an offset of a text. */
function isKeyBefore(text: string, offset: number): boolean {
  return /^\s*(?::(?!:)|=(?!=)|->)/.test(text.slice(offset, offset + 8));
}

/** Matches an expression that can be an error or its code: a name, with or without receivers and calls. */
const isValue = /^\s*[&*!]?[\p{L}_$][\p{L}\p{N}_$.?!>:-]*\s*$/u;
