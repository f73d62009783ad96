import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { isDistinctive, withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import { isDottedLowerCase, withoutStray } from "../../catalog/search/edit.ts";
import type { Literal, Relation, RelationKind } from "../syntax/literal.ts";
import {
  hasCapital,
  hasFamilyForm,
  isCodeLike,
  isFamilyOrDistinctive,
  isInCapitals,
  isNamedAfterCode,
  isPlausibleCode,
  isState,
  isSystemName,
  pairOfNamesPattern,
  soundsLikeCode,
  successValues,
} from "./code-form.ts";
import { takesCodes } from "./function-names.ts";
import {
  namesCode,
  namesCodes,
  namesError,
  namesErrorCodes,
  namesErrorConstant,
  namesErrorItself,
  namesErrorName,
  namesOnlyIgnored,
  namesOtherConstant,
  namesPlainCode,
  namesResponseBody,
  namesState,
  namesWarning,
  ownsOtherCodes,
} from "./names.ts";
import { isImpliedBeside } from "./surroundings.ts";

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
  /** Whether only the code of which the literal can be a misspelling implies it. */
  isFromCorrection?: true;
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
  if (text !== "" && !isCodeLike(text)) return evidenceWithoutStray(literal, isKnown, configured);
  const word = wordOf(text, isKnown);
  if (!word.isKnown && (isSystemName(text) || successValues.test(text))) return undefined;
  const mayImplyCode = relationsThatCount(relations, word);
  const relation = relations.find(
    (one) =>
      (mayImplyCode(one) && (impliesCode(one, word) || isImpliedBeside(one, text, isKnown))) ||
      (configured && isConfigured(one, configured)),
  );
  if (relation) return toEvidence(relation);
  const corrected = relations.find(
    (one) => mayImplyCode(one) && impliesMisspelling(one, word, correctionsFor),
  );
  return corrected && { ...toEvidence(corrected), isFromCorrection: true };
}

/** Returns which relations of a literal may imply a code, given the types and mappings around it. */
function relationsThatCount(relations: readonly Relation[], word: Word): (relation: Relation) => boolean {
  const { text } = word;
  const owners = relations.filter(({ isType }) => isType);
  const isOther = owners.some(
    ({ kind, subject }) => kind === "constant" && namesOtherConstant(subject, text),
  );
  const isOtherCode = owners.some(
    ({ kind, subject }) =>
      kind === "value" && (namesWarning(subject) || (!word.isLikely && ownsOtherCodes(subject))),
  );
  return ({ kind, isType }) => {
    if (kind === "value") return !isType && !isOtherCode;
    // A member of an enum of something else is no error code, whatever its name.
    return kind !== "constant" || (!isOtherCode && (!isOther || (word.isKnown && text.includes("."))));
  };
}

function toEvidence({ kind, subject }: Relation): Evidence {
  return { kind: kind === "listed" ? "element" : kind, subject };
}

/**
 * Returns the evidence for an official code with a blank beside it or a dot behind it, which belongs to no code. Where
 * texts are searched, as for the start of a code, the dot can be meant.
 */
function evidenceWithoutStray(
  literal: Literal,
  isKnown: (code: string) => boolean,
  configured?: ConfiguredNames,
): Evidence | undefined {
  const { text, relations, syntax } = literal;
  const code = /^\s|[\s.]$/.test(text) ? withoutStray(text) : undefined;
  if (code === undefined || !isCodeLike(code) || !isKnown(code)) return undefined;
  const isEqual = syntax?.test === undefined || syntax.test === "equal";
  const wanted = relations.filter(
    ({ kind }) => isEqual && kind !== "contained" && (!text.trim().endsWith(".") || equalities.has(kind)),
  );
  return evidenceOf({ ...literal, text: code, relations: wanted }, isKnown, configured);
}

/** Relations by which a literal is the whole code. */
const equalities: ReadonlySet<RelationKind> = new Set<RelationKind>(["compared", "case", "value"]);

/** Returns whether a literal would have evidence if its text were an official code. */
export function mayHaveEvidence(literal: Literal): boolean {
  return evidenceOf(literal, (code) => code === literal.text) !== undefined;
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
  /** Whether it is the name of an error that its SDK forms from a code: `LimitExceededException`, `NoSuchKeyError`. */
  isErrorName: boolean;
}

function wordOf(text: string, isOfficial: (code: string) => boolean): Word {
  const isKnown = text !== "" && isOfficial(text);
  const canBeName = text === "" || isKnown || hasCapital(text);
  const isLikely = text === "" || isKnown || soundsLikeCode(text);
  const isErrorName =
    isKnown || (isLikely && /[a-z]Exception$/.test(text)) || isNamedAfterCode(text, isOfficial);
  const isPlausible = isLikely || isPlausibleCode(text);
  return { text, isKnown, canBeName, isLikely, isPlausible, isErrorName };
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
    case "value":
      return (
        (isPlausible && namesCode(subject) && (isLikely || namesPlainCode(subject))) ||
        (kind !== "value" && isInCapitals(text) && namesErrorCodes(subject)) ||
        (isLikely && (isKnown ? isDistinctive(text) : hasFamilyForm(text)) && namesErrorItself(subject)) ||
        (word.isErrorName && namesErrorName(subject))
      );
    case "listed":
      return (
        (isLikely || isImpliedByName(text, subject)) &&
        namesCodes(subject) &&
        (isKnown || !isState(text) || !namesState(subject)) &&
        (isKnown || hasFamilyForm(text) || !namesOnlyIgnored(subject))
      );
    case "argument":
      return (
        (isKnown ||
          (text !== "" && wordsOf(text).length > 1 && (isLikely || isImpliedByName(text, subject)))) &&
        takesCodes(subject)
      );
    case "contained":
      return (
        ((isKnown || (text !== "" && isLikely && isFamilyOrDistinctive(text))) && namesError(subject)) ||
        (isLikely && (isKnown ? isDistinctive(text) : hasFamilyForm(text)) && namesResponseBody(subject))
      );
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
  return correctionsFor(word.text).some((code) =>
    impliesCode(
      relation,
      wordOf(code, () => true),
    ),
  );
}

/** Returns false if no correction can have evidence, to save the search for one: most relations are not to codes. */
function mayImplyMisspelling(relation: Relation, { text, canBeName }: Word): boolean {
  if (!canBeName && !isDottedLowerCase(text)) return false;
  const { kind, subject } = relation;
  if (kind !== "constant")
    return impliesCode(
      relation,
      wordOf(text, () => true),
    );
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
