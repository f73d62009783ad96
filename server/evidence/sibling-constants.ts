import { wordsOf } from "../../catalog/model/words.ts";
import type { Literal, Relation } from "../syntax/literal.ts";
import { mayBeCode } from "./code-form.ts";
import { isDefinition } from "./constant-names.ts";
import type { Evidence } from "./evidence.ts";
import { namesAnotherThing, namesText } from "./names.ts";
import { isClearCode } from "./surroundings.ts";

/** A literal and the evidence found for it, if any. */
export interface LiteralWithEvidence {
  literal: Literal;
  evidence: Evidence | undefined;
}

// A code that no catalog has and whose words imply no failure can be recognised by its sibling constants: constants
// that are named like their values, that belong to one type, or that stand one behind the other, are of one kind.

/** Fewer known codes in a group prove nothing about its other constants. */
const minimumCodes = 2;

/**
 * Returns the literals in the same order, with evidence added to the constants whose siblings are error codes;
 * `isKnown` returns whether a text is an official code.
 */
export function withSiblingConstants<T extends LiteralWithEvidence>(
  literals: readonly T[],
  isKnown: (code: string) => boolean,
): readonly T[] {
  if (!literals.some(({ literal }) => isConstant(literal))) return literals;
  const found = new Map<LiteralWithEvidence, Evidence>();
  for (const [key, group] of groupsOf(literals)) {
    const evidence = key === "" ? undefined : commonEvidence(group, group.length, isKnown);
    for (const one of group)
      if (evidence && !one.evidence && canBeSibling(one.literal.text))
        found.set(one, { ...evidence, isFromSiblings: true });
  }
  for (const run of runsOf(literals)) addOfficialCodes(found, run, isKnown);
  if (found.size === 0) return literals;
  return literals.map((one) => {
    const evidence = found.get(one);
    return evidence && !one.evidence ? { ...one, evidence } : one;
  });
}

/** What constants that are not yet recognised would have as evidence, because of the constants of a document. */
export class SiblingConstants {
  readonly #literals: readonly LiteralWithEvidence[];
  readonly #isKnown: (code: string) => boolean;
  #groups: Map<string, LiteralWithEvidence[]> | undefined;
  /** The run of constants around the literal that is asked for. */
  #run: readonly LiteralWithEvidence[] | undefined;

  constructor(literals: readonly LiteralWithEvidence[], isKnown: (code: string) => boolean) {
    this.#literals = literals;
    this.#isKnown = isKnown;
  }

  /** Returns the evidence of a literal that would be one more constant; undefined if there is none. */
  evidenceFor(literal: Literal): Evidence | undefined {
    if (!isConstant(literal)) return undefined;
    return this.#evidenceOfGroup(literal) ?? this.#evidenceOfRun(literal);
  }

  #evidenceOfGroup(literal: Literal): Evidence | undefined {
    if (!canBeSibling(literal.text)) return undefined;
    this.#groups ??= groupsOf(this.#literals);
    const key = groupKeyOf(literal);
    const group = this.#groups.get(key) ?? [];
    return key === "" ? undefined : commonEvidence(group, group.length + 1, this.#isKnown);
  }

  #evidenceOfRun(literal: Literal): Evidence | undefined {
    const found = new Map<LiteralWithEvidence, Evidence>();
    const self = { literal, evidence: undefined };
    this.#run ??= runAround(this.#literals, literal);
    addOfficialCodes(found, [...this.#run, self], this.#isKnown);
    return found.get(self);
  }
}

function groupsOf(literals: readonly LiteralWithEvidence[]): Map<string, LiteralWithEvidence[]> {
  return Map.groupBy(
    literals.filter(({ literal }) => isConstant(literal)),
    ({ literal }) => groupKeyOf(literal),
  );
}

function isConstant({ relations }: Literal): boolean {
  return relations.some(({ kind }) => kind === "constant");
}

/** Returns the evidence of the codes in a group of `size` constants; undefined if too few of them are codes. */
function commonEvidence(
  group: readonly LiteralWithEvidence[],
  size: number,
  isKnown: (code: string) => boolean,
): Evidence | undefined {
  const codes = group.filter(
    ({ evidence, literal }) => evidence && !evidence.isFromSiblings && isKnown(literal.text),
  );
  return codes.length < minimumCodes || codes.length < size / 3 ? undefined : codes[0]?.evidence;
}

/** Adds the official codes among constants of which at least half are official codes, whatever their names. */
function addOfficialCodes(
  found: Map<LiteralWithEvidence, Evidence>,
  run: readonly LiteralWithEvidence[],
  isKnown: (code: string) => boolean,
): void {
  // Beside constants that are named for errors, one that is not is named for something else.
  if (run.some(({ evidence }) => evidence && !evidence.isFromSiblings)) return;
  const codes = run.filter(({ literal }) => isClearCode(literal.text, isKnown));
  if (codes.length < minimumCodes || codes.length * 2 < run.length) return;
  for (const one of codes) {
    const name = constantOf(one.literal)?.subject ?? "";
    const isOther = one.literal.relations.some(
      ({ kind, subject }) => kind === "constant" && (namesText(subject) || namesAnotherThing(subject)),
    );
    if (!one.evidence && !isOther) found.set(one, { kind: "constant", subject: name, isFromSiblings: true });
  }
}

/** Returns the relation of a literal to its own constant; undefined if there is none. */
function constantOf({ relations }: Literal): Relation | undefined {
  return relations.find(({ kind, isType }) => kind === "constant" && !isType);
}

/** Returns the constants that would be in one run with a literal, were it one of the literals. */
function runAround(literals: readonly LiteralWithEvidence[], literal: Literal): LiteralWithEvidence[] {
  if (!isOfRun(literal)) return [];
  const next = literals.findIndex((one) => one.literal.start > literal.start);
  const at = next < 0 ? literals.length : next;
  const after = literals.slice(at);
  const before = literals.slice(0, at).reverse();
  const upTo = (all: readonly LiteralWithEvidence[]) => {
    const end = all.findIndex((one) => !isOfRun(one.literal));
    return end < 0 ? all : all.slice(0, end);
  };
  return [...upTo(before), ...upTo(after)];
}

/** Whether a literal is a constant of a run: one of a block has been compared with the others of the block. */
function isOfRun(literal: Literal): boolean {
  const constant = constantOf(literal);
  return constant !== undefined && constant.within === undefined;
}

/** Returns the runs of constants that follow one another without another literal in between. */
function runsOf(literals: readonly LiteralWithEvidence[]): LiteralWithEvidence[][] {
  const runs: LiteralWithEvidence[][] = [[]];
  for (const one of literals) {
    if (isOfRun(one.literal)) runs.at(-1)?.push(one);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs;
}

/** Returns whether a text has the form of a code of several words that begins with a capital. */
function canBeSibling(text: string): boolean {
  return mayBeCode(text) && /^[A-Z]/.test(text) && wordsOf(text).length > 1;
}

/**
 * Returns a key that constants of one kind share: of the type around them, or of all constants that are named like
 * their values; empty if the literal is neither.
 */
function groupKeyOf(literal: Literal): string {
  const type = literal.relations.find(({ kind, isType }) => kind === "constant" && isType)?.subject;
  if (type !== undefined) return `type ${type}`;
  return isDefinition(literal) ? "alike" : "";
}
