import { withoutStray } from "../../catalog/search/spelling/edit.ts";
import type { Literal, Relation, RelationKind } from "../syntax/literal.ts";
import { isCodeLike, isSystemName, successValues } from "./code-form.ts";
import { namesOtherConstant } from "./constant-names.ts";
import { impliesCode, impliesMisspelling, type Word, wordOf } from "./implication.ts";
import { namesWarning, ownsOtherCodes } from "./names.ts";
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
