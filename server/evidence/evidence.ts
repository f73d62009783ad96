import { isDistinctive, lettersOf, words } from "../../catalog/model/words.ts";
import type { Literal, Relation, RelationKind } from "../syntax/literal.ts";
import {
  hasCapital,
  isCodeLike,
  isFamilyOrDistinctive,
  isInCapitals,
  isOfFamily,
  isPlausibleCode,
  isSystemName,
  pairOfNames,
  soundsLikeCode,
  successes,
} from "./code-form.ts";
import {
  namesCode,
  namesCodes,
  namesConstants,
  namesError,
  namesErrorCodes,
  namesErrorItself,
  namesErrorsName,
  namesOtherConstants,
  namesPlainCode,
  takesCodes,
} from "./names.ts";

/** The names that a project's configuration adds to those that speak of error codes. */
export interface ConfiguredNames {
  functions: ReadonlySet<string>;
  fields: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/** Why a literal is believed to be an error code. */
type EvidenceKind = Exclude<RelationKind, "listed">;

/** The belief in a literal, and the words of the code that it rests on. */
export interface Evidence {
  kind: EvidenceKind;
  /** The expression, key or name that speaks of error codes. */
  subject: string;
  /** Whether only the others speak that stand beside it. */
  isBySiblings?: true;
}

/**
 * What makes a literal an error code, or undefined where nothing does; `isKnown` tells official codes, `own` are the
 * names that the project's configuration gives, `slipOf` tells the official codes that a text can be a slip of.
 */
export function evidenceOf(
  literal: Literal,
  isKnown: (code: string) => boolean,
  own?: ConfiguredNames,
  slipOf: (text: string) => readonly string[] = () => [],
): Evidence | undefined {
  const { text, relations } = literal;
  if (relations.length === 0) return undefined;
  // An empty literal is about to become something: only its surroundings can speak.
  if (text !== "" && (!isCodeLike(text) || isSystemName(text))) return undefined;
  const said = wordOf(text, text !== "" && isKnown(text));
  if (!said.known && successes.test(text)) return undefined;
  const isOther = relations.some(({ isType, subject }) => isType && namesOtherConstants(subject, text));
  // A member of another enum is none of its codes, whatever it is called.
  const maySpeak = ({ kind }: Relation) =>
    kind !== "constant" || !isOther || (said.known && text.includes("."));
  const relation = relations.find(
    (one) =>
      (maySpeak(one) && impliesCode(one, said)) ||
      (own && isConfigured(one, own)) ||
      impliesMisspelling(one, said, slipOf),
  );
  if (!relation) return undefined;
  return { kind: relation.kind === "listed" ? "element" : relation.kind, subject: relation.subject };
}

/** Whether a literal would have evidence if its text were an official code. */
export function mayHaveEvidence(literal: Literal): boolean {
  return evidenceOf(literal, () => true) !== undefined;
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
  /** Whether it can be a code where one is looked for, though nothing in it may tell of a failure. */
  isPlausible: boolean;
}

function wordOf(text: string, known: boolean): Word {
  const names = text === "" || known || hasCapital(text);
  const fits = text === "" || known || soundsLikeCode(text);
  return { text, known, names, fits, isPlausible: fits || isPlausibleCode(text) };
}

/** Whether a relation is to a name that the configuration gives. */
function isConfigured({ kind, subject }: Relation, { functions, fields, keys }: ConfiguredNames): boolean {
  if (functions.size + fields.size + keys.size === 0) return false;
  const name = configurableName(subject);
  if (kind === "argument") return functions.has(name);
  return fields.has(name) || ((kind === "value" || kind === "listed") && keys.has(name));
}

/** The name by which a configuration can name a subject: its last word. */
export function configurableName(subject: string): string {
  return /([\p{L}_$][\p{L}\p{N}_$-]*)[^\p{L}\p{N}_$]*$/u.exec(subject.replace(/\([^()]*\)/g, ""))?.[1] ?? "";
}

/** Whether a relation says that a code is meant: some by themselves, others only of what is or sounds like one. */
function impliesCode({ kind, subject }: Relation, { text, known, names, fits, isPlausible }: Word): boolean {
  // No relation makes a code of a word without a capital.
  if (!names) return false;
  switch (kind) {
    case "compared":
    case "case":
    case "element":
      return (
        (isPlausible && namesCode(subject) && (fits || namesPlainCode(subject))) ||
        (isInCapitals(text) && namesErrorCodes(subject)) ||
        (fits && isOfFamily(text) && namesErrorItself(subject)) ||
        ((known || (fits && /[a-z]Exception$/.test(text))) && namesErrorsName(subject))
      );
    case "value":
      return (
        (isPlausible && namesCode(subject) && (fits || namesPlainCode(subject))) ||
        (fits && isOfFamily(text) && namesErrorItself(subject))
      );
    case "listed":
      return (fits || fitsErrorCodes(text, subject)) && namesCodes(subject);
    case "argument":
      return (
        (known || (text !== "" && words(text).length > 1 && (fits || fitsErrorCodes(text, subject)))) &&
        takesCodes(subject)
      );
    case "contained":
      return (known || (text !== "" && fits && isFamilyOrDistinctive(text))) && namesError(subject);
    case "constant":
      return namesConstants(subject, text)
        ? fits || fitsErrorCodes(text, subject)
        : (isNamedAlike(subject, text) || isNamedAsEnd(subject, text)) &&
            (text.includes(".") ? fits : known && !namesOtherConstants(subject, text));
    case "returned":
      return fits && namesCode(subject);
  }
}

/** Whether a text is a code where a name speaks of error codes in so many words, or of what is retried. */
function fitsErrorCodes(text: string, subject: string): boolean {
  // Nothing else in two parts is retried for.
  return (
    (isDistinctive(text) && namesErrorCodes(subject)) || (pairOfNames.test(text) && /retr[iy]/i.test(subject))
  );
}

/** Whether a relation would say that a code is meant if the text were the one that it is a slip of. */
function impliesMisspelling(
  relation: Relation,
  word: Word,
  slipOf: (text: string) => readonly string[],
): boolean {
  if (word.known || !mayImplyMisspelling(relation, word)) return false;
  return slipOf(word.text).some((code) => impliesCode(relation, wordOf(code, true)));
}

/** Spares the search for what cannot have been meant: most relations are to something else than codes. */
function mayImplyMisspelling(relation: Relation, { text, names }: Word): boolean {
  if (!names) return false;
  const { kind, subject } = relation;
  if (kind !== "constant") return impliesCode(relation, wordOf(text, true));
  // Most constants are called otherwise than their value.
  const name = lettersOf(subject);
  const letters = lettersOf(text);
  return (
    namesConstants(subject, text) || name.includes(letters.slice(0, 4)) || name.endsWith(letters.slice(-4))
  );
}

/** Whether a constant is called as the code that it stands for: `FAILEDOPERATION_TIMEOUT = "FailedOperation.Timeout"`. */
function isNamedAlike(name: string, text: string): boolean {
  if (text === "") return false;
  const [called, said] = [lettersOf(name), lettersOf(text)];
  return called.endsWith(said) || called.replace(/(?:error|err|exception)?(?:code)?$/, "").endsWith(said);
}

/** Whether a constant is called as the last part of a code: `CertificateNotFound = "FailedOperation.CertificateNotFound"`. */
function isNamedAsEnd(name: string, text: string): boolean {
  const end = /\.(\w{6,})$/.exec(text)?.[1];
  return end !== undefined && lettersOf(end) === lettersOf(name);
}

/** Whether a literal defines a constant of its own name: a slip made in both is a name that somebody gave. */
export function isDefinition({ text, relations }: Literal): boolean {
  return definesConstantOf(text, relations);
}

/** Whether the constant that a literal stands for is called as a code. */
export function definesConstantOf(code: string, relations: readonly Relation[]): boolean {
  return relations.some(({ kind, subject }) => kind === "constant" && isNamedAlike(subject, code));
}
