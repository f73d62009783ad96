import { lettersOf } from "../catalog/card.ts";
import type { Text } from "../catalog/text.ts";
import { isDistinctive, words } from "../catalog/words.ts";
import type { OwnNames } from "./domain.ts";
import { soundsLikeFailure } from "./failure-words.ts";
import type { Clue, ClueKind, Literal } from "./literal.ts";
import { namesCode, namesCodes, namesConstants, namesError, namesErrorsName, takesCodes } from "./names.ts";

/** Why a literal is believed to be an error code. */
type EvidenceKind = Exclude<ClueKind, "listed">;

/** The belief in a literal, and the words of the code that it rests on. */
export interface Evidence {
  kind: EvidenceKind;
  /** The expression, key or name that speaks of error codes. */
  subject: string;
}

/**
 * What makes a literal an error code, or undefined where nothing does; `isKnown` tells official codes, `own` are the
 * names that the project's configuration gives, `slipOf` tells the official codes that a text can be a slip of.
 */
export function evidenceOf(
  literal: Literal,
  isKnown: (code: string) => boolean,
  own?: OwnNames,
  slipOf: (text: string) => readonly string[] = () => [],
): Evidence | undefined {
  const { text, clues } = literal;
  if (clues.length === 0) return undefined;
  // An empty literal is about to become something: only its surroundings can speak.
  if (text !== "" && (!isCodeLike(text) || isSystemName(text))) return undefined;
  const said = wordOf(text, text !== "" && isKnown(text));
  if (!said.known && successes.test(text)) return undefined;
  const clue = clues.find(
    (one) => speaks(one, said) || (own && isOwn(one, own)) || speaksOfSlip(one, said, slipOf),
  );
  if (!clue) return undefined;
  return { kind: clue.kind === "listed" ? "element" : clue.kind, subject: clue.subject };
}

/** A text for itself, whatever it stands beside. */
interface Word {
  text: string;
  /** Whether it is an official code. */
  known: boolean;
  /** Whether it can be meant as a name of something, as codes are. */
  names: boolean;
  /** Whether it is a code, sounds like one, or is about to become something. */
  fits: boolean;
}

function wordOf(text: string, known: boolean): Word {
  const names = text === "" || known || hasCapital(text);
  return { text, known, names, fits: text === "" || known || (names && soundsLikeFailure(text)) };
}

/** Whether a relation is to a name that the configuration gives. */
function isOwn({ kind, subject }: Clue, { functions, fields, keys }: OwnNames): boolean {
  if (functions.size + fields.size + keys.size === 0) return false;
  const name = nameIn(subject);
  if (kind === "argument") return functions.has(name);
  return fields.has(name) || ((kind === "value" || kind === "listed") && keys.has(name));
}

/** The name by which a configuration can name a subject: its last word. */
export function nameIn(subject: string): string {
  return /([\p{L}_$][\p{L}\p{N}_$-]*)[^\p{L}\p{N}_$]*$/u.exec(subject.replace(/\([^()]*\)/g, ""))?.[1] ?? "";
}

/** Whether a relation says that a code is meant: some by themselves, others only of what is or sounds like one. */
function speaks({ kind, subject }: Clue, { text, known, names, fits }: Word): boolean {
  // No relation makes a code of a word without a capital.
  if (!names) return false;
  switch (kind) {
    case "compared":
    case "case":
    case "element":
      return namesCode(subject) || (known && namesErrorsName(subject));
    case "value":
      return namesCode(subject);
    case "listed":
      return fits && namesCodes(subject);
    case "argument":
      return (known || (text !== "" && fits && words(text).length > 1)) && takesCodes(subject);
    case "contained":
      return (known || (text !== "" && fits && isFamilyOrDistinctive(text))) && namesError(subject);
    case "constant":
      return namesConstants(subject)
        ? fits
        : (known || (fits && text.includes("."))) && isNamedAlike(subject, text);
    case "returned":
      return fits && namesCode(subject);
  }
}

/** Whether a relation would say that a code is meant if the text were the one that it is a slip of. */
function speaksOfSlip(clue: Clue, word: Word, slipOf: (text: string) => readonly string[]): boolean {
  if (word.known || !maySpeakOfSlip(clue, word)) return false;
  return slipOf(word.text).some((code) => speaks(clue, wordOf(code, true)));
}

/** Spares the search for what cannot have been meant: most relations are to something else than codes. */
function maySpeakOfSlip(clue: Clue, { text, names }: Word): boolean {
  if (!names) return false;
  const { kind, subject } = clue;
  if (kind !== "constant") return speaks(clue, wordOf(text, true));
  // Most constants are called otherwise than their value.
  const name = lettersOf(subject);
  const letters = lettersOf(text);
  return namesConstants(subject) || name.includes(letters.slice(0, 4)) || name.endsWith(letters.slice(-4));
}

/** Whether a constant is called as the code that it stands for: `FAILEDOPERATION_TIMEOUT = "FailedOperation.Timeout"`. */
function isNamedAlike(name: string, text: string): boolean {
  return text !== "" && lettersOf(name).endsWith(lettersOf(text));
}

/** Whether a literal defines a constant of its own name: a slip made in both is a name that somebody gave. */
export function isDefinition({ text, clues }: Literal): boolean {
  return definesConstantOf(text, clues);
}

/** Whether the constant that a literal stands for is called as a code. */
export function definesConstantOf(code: string, clues: readonly Clue[]): boolean {
  return clues.some(({ kind, subject }) => kind === "constant" && isNamedAlike(subject, code));
}

/** One word without blanks, as codes are written; sentences, formats, paths and numbers are none. */
function isCodeLike(text: string): boolean {
  return text.length <= 120 && /^\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*$/u.test(text);
}

function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

/** Whether a text looks like a code on its own, or as one of a family whose members need no capital. */
function isFamilyOrDistinctive(text: string): boolean {
  return isDistinctive(text) || /^(?:[A-Z][a-z]+){2,}\.[a-z]\w+$/.test(text);
}

/** Names that runtimes and operating systems give to their own failures. */
const systemNames =
  /^(?:E(?:2BIG|ACCES|ADDR\w+|AGAIN|ALREADY|BADF|BUSY|CANCELED|CONN\w+|DESTADDRREQ|EXIST|FAULT|FBIG|HOST\w+|INTR|INVAL|IO|ISCONN|ISDIR|LOOP|MFILE|NAMETOOLONG|NET\w+|NFILE|NO\w+|OVERFLOW|PERM|PIPE|PROTO\w*|RANGE|ROFS|SPIPE|SRCH|TIMEDOUT|TXTBSY|XDEV)|ERR_\w+|\w+_ERR|MODULE_NOT_FOUND)$/;

function isSystemName(text: string): boolean {
  // `System.ArgumentException` is a class; `InvalidTemplateId.NotFoundException` says what is wrong in its family too.
  const family = /^([A-Z]\w*)\.\w*Exception$/.exec(text)?.[1];
  return systemNames.test(text) || (family !== undefined && !soundsLikeFailure(family));
}

/** What stands in the place of a code where nothing went wrong. */
const successes = /^(?:ok|okay|success|successful|succeeded|done|none|nil|null|true|false)$/i;

/** What keeps a text from being an error code wherever it stands, in words; undefined where nothing does. */
export function objectionTo(text: string, isKnown: (code: string) => boolean): Text | undefined {
  if (!isCodeLike(text))
    return {
      en: "It is not written as codes are: one word of letters and digits, joined by dots, dashes or underscores.",
      "zh-CN": "写法不像错误码：错误码是由字母和数字组成的一个词，可用点、连字符或下划线连接。",
    };
  if (isSystemName(text))
    return {
      en: "It is a name of a runtime or an operating system.",
      "zh-CN": "这是运行时或操作系统的名称。",
    };
  if (!isKnown(text) && successes.test(text))
    return { en: "It says that nothing went wrong.", "zh-CN": "它表示没有出错。" };
  return undefined;
}
