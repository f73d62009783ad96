import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { isDistinctive, withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import type { Literal, Relation, RelationKind } from "../syntax/literal.ts";
import {
  hasCapital,
  hasFamilyForm,
  isCodeLike,
  isFamilyOrDistinctive,
  isInCapitals,
  isPlausibleCode,
  isSystemName,
  pairOfNamesPattern,
  soundsLikeCode,
  successValues,
} from "./code-form.ts";
import {
  namesCode,
  namesCodes,
  namesError,
  namesErrorCodes,
  namesErrorConstant,
  namesErrorItself,
  namesErrorName,
  namesOtherConstant,
  namesPlainCode,
  takesCodes,
} from "./names.ts";

/** Names that imply error codes in a project, as its configuration lists them. */
export interface ConfiguredNames {
  functions: ReadonlySet<string>;
  fields: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/** The kind of relation that implies that a literal is an error code. */
type EvidenceKind = Exclude<RelationKind, "listed">;

/** Why a literal is recognised as an error code: the relation that implies it. */
export interface Evidence {
  kind: EvidenceKind;
  /** The expression, key, function or name that implies error codes, as it is written. */
  subject: string;
  /** Whether only sibling constants imply it. */
  isFromSiblings?: true;
}

/**
 * Returns the evidence that a literal is an error code, or undefined if there is none. `isKnown` returns whether a text
 * is an official code, `configured` are the names of the project's configuration, and `correctionsFor` returns the
 * official codes of which a text can be a misspelling.
 */
export function evidenceOf(
  literal: Literal,
  isKnown: (code: string) => boolean,
  configured?: ConfiguredNames,
  correctionsFor: (text: string) => readonly string[] = () => [],
): Evidence | undefined {
  const { text, relations } = literal;
  if (relations.length === 0) return undefined;
  // An empty literal is still being typed: only its relations can imply a code.
  if (text !== "" && (!isCodeLike(text) || isSystemName(text))) return undefined;
  const word = wordOf(text, text !== "" && isKnown(text));
  if (!word.isKnown && successValues.test(text)) return undefined;
  const isOther = relations.some(({ isType, subject }) => isType && namesOtherConstant(subject, text));
  // A member of an enum of something else is no error code, whatever its name.
  const mayImplyCode = ({ kind }: Relation) =>
    kind !== "constant" || !isOther || (word.isKnown && text.includes("."));
  const relation = relations.find(
    (one) =>
      (mayImplyCode(one) && impliesCode(one, word)) ||
      (configured && isConfigured(one, configured)) ||
      impliesMisspelling(one, word, correctionsFor),
  );
  if (!relation) return undefined;
  return { kind: relation.kind === "listed" ? "element" : relation.kind, subject: relation.subject };
}

/** Returns whether a literal would have evidence if its text were an official code. */
export function mayHaveEvidence(literal: Literal): boolean {
  return evidenceOf(literal, () => true) !== undefined;
}

/** A text by itself, without its relations. */
interface Word {
  text: string;
  /** Whether it is an official code. */
  isKnown: boolean;
  /** Whether it can be a name, as codes are: it is an official code, has a capital letter, or is still empty. */
  canBeName: boolean;
  /** Whether it is likely a code: it is an official code, sounds like one, or is still empty. */
  isLikely: boolean;
  /** Whether it can be a code where one is expected, although perhaps no word in it implies a failure. */
  isPlausible: boolean;
}

function wordOf(text: string, isKnown: boolean): Word {
  const canBeName = text === "" || isKnown || hasCapital(text);
  const isLikely = text === "" || isKnown || soundsLikeCode(text);
  return { text, isKnown, canBeName, isLikely, isPlausible: isLikely || isPlausibleCode(text) };
}

/** Returns whether the subject of a relation has a name that the configuration lists. */
function isConfigured({ kind, subject }: Relation, { functions, fields, keys }: ConfiguredNames): boolean {
  if (functions.size + fields.size + keys.size === 0) return false;
  const name = configurableName(subject);
  if (kind === "argument") return functions.has(name);
  return fields.has(name) || ((kind === "value" || kind === "listed") && keys.has(name));
}

/** Returns the name by which a configuration can list a subject: its last identifier before any arguments, or "". */
export function configurableName(subject: string): string {
  return /([\p{L}_$][\p{L}\p{N}_$-]*)[^\p{L}\p{N}_$]*$/u.exec(subject.replace(/\([^()]*\)/g, ""))?.[1] ?? "";
}

/** Returns whether a relation implies that a word is a code: some do for any word, others only for likely codes. */
function impliesCode({ kind, subject }: Relation, word: Word): boolean {
  const { text, isKnown, canBeName, isLikely, isPlausible } = word;
  // An unknown word without a capital letter is no code in any relation.
  if (!canBeName) return false;
  switch (kind) {
    case "compared":
    case "case":
    case "element":
      return (
        (isPlausible && namesCode(subject) && (isLikely || namesPlainCode(subject))) ||
        (isInCapitals(text) && namesErrorCodes(subject)) ||
        (isLikely && hasFamilyForm(text) && namesErrorItself(subject)) ||
        ((isKnown || (isLikely && /[a-z]Exception$/.test(text))) && namesErrorName(subject))
      );
    case "value":
      return (
        (isPlausible && namesCode(subject) && (isLikely || namesPlainCode(subject))) ||
        (isLikely && hasFamilyForm(text) && namesErrorItself(subject))
      );
    case "listed":
      return (isLikely || isImpliedByName(text, subject)) && namesCodes(subject);
    case "argument":
      return (
        (isKnown ||
          (text !== "" && wordsOf(text).length > 1 && (isLikely || isImpliedByName(text, subject)))) &&
        takesCodes(subject)
      );
    case "contained":
      return (isKnown || (text !== "" && isLikely && isFamilyOrDistinctive(text))) && namesError(subject);
    case "constant":
      return namesErrorConstant(subject, text)
        ? isLikely || isImpliedByName(text, subject)
        : (isNamedAlike(subject, text) || isNamedAsEnd(subject, text)) &&
            (text.includes(".") ? isLikely : isKnown && !namesOtherConstant(subject, text));
    case "returned":
      return isLikely && namesCode(subject);
  }
}

/** Returns whether a text of any words is a code because a name explicitly refers to error codes, or to retrying. */
function isImpliedByName(text: string, subject: string): boolean {
  // Only error codes are names in two parts where something is retried.
  return (
    (isDistinctive(text) && namesErrorCodes(subject)) ||
    (pairOfNamesPattern.test(text) && /retr[iy]/i.test(subject))
  );
}

/** Returns whether a relation would imply a code if the word were a code of which it can be a misspelling. */
function impliesMisspelling(
  relation: Relation,
  word: Word,
  correctionsFor: (text: string) => readonly string[],
): boolean {
  if (word.isKnown || !mayImplyMisspelling(relation, word)) return false;
  return correctionsFor(word.text).some((code) => impliesCode(relation, wordOf(code, true)));
}

/** Returns false if no correction can have evidence, to save the search for one: most relations are not to codes. */
function mayImplyMisspelling(relation: Relation, { text, canBeName }: Word): boolean {
  if (!canBeName) return false;
  const { kind, subject } = relation;
  if (kind !== "constant") return impliesCode(relation, wordOf(text, true));
  // Most constants are not named like their value.
  const name = withoutSeparators(subject);
  const letters = withoutSeparators(text);
  return (
    namesErrorConstant(subject, text) ||
    name.includes(letters.slice(0, 4)) ||
    name.endsWith(letters.slice(-4))
  );
}

/** Returns whether a constant is named like its value: `FAILEDOPERATION_TIMEOUT = "FailedOperation.Timeout"`. */
function isNamedAlike(name: string, text: string): boolean {
  if (text === "") return false;
  const textLetters = withoutSeparators(text);
  return lettersOfName(name).some((letters) => letters.endsWith(textLetters));
}

/** Returns the letters of a constant's name, with and without an ending for errors and codes. */
function lettersOfName(name: string): string[] {
  const letters = withoutSeparators(name);
  return [letters, letters.replace(/(?:error|err|exception)?(?:code)?$/, "")];
}

/** Returns the letters, without separators, of every text like which a constant of this name is named. */
export function lettersNamedBy(name: string): string[] {
  const found = lettersOfName(name).flatMap((letters) =>
    Array.from(letters, (_, start) => letters.slice(start)),
  );
  return [...new Set(found)];
}

/** Returns whether a constant is named like the last part of its value: `ImageNotFound = "Failure.ImageNotFound"`. */
function isNamedAsEnd(name: string, text: string): boolean {
  const end = /\.(\w{6,})$/.exec(text)?.[1];
  // The last part may also be the name of a field, as are many constants: `status = "InvalidParameter.Status"`.
  return end !== undefined && hasFailureWord(end) && withoutSeparators(end) === withoutSeparators(name);
}

/** Returns whether a literal is the value of a constant of its name: what looks misspelled in both is a chosen name. */
export function isDefinition({ text, relations }: Literal): boolean {
  return hasConstantNamedLike(text, relations);
}

/** Returns whether one of a literal's relations is to a constant that is named like a code. */
export function hasConstantNamedLike(code: string, relations: readonly Relation[]): boolean {
  return relations.some(({ kind, subject }) => kind === "constant" && isNamedAlike(subject, code));
}
