import type { Entry } from "../../catalog/model/entry.ts";
import { hasRepeatedEntries } from "../../catalog/model/explained.ts";
import { whenMade } from "../../catalog/model/lazy.ts";
import type { Slices } from "../../catalog/model/slices.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { Project } from "../configuration/project.ts";
import { evidenceOf } from "../evidence/evidence.ts";
import type { LiteralWithEvidence } from "../evidence/sibling-constants.ts";
import type { Literal } from "../syntax/literal.ts";
import type { Budget } from "../syntax/parsing/budget.ts";

/** A literal with what its text and relations alone say, whatever else is in its document. */
export interface ExaminedLiteral extends LiteralWithEvidence {
  /** Whether the text is an official code. */
  isKnown: boolean;
  /** Whether the text has the form of a code by itself. */
  isDistinctive: boolean;
  /** The catalog entries for exactly this code, in the order of the catalog, without those that are repeated. */
  entries: readonly Entry[];
  /** Whether none is repeated: what is repeated counts where the file imports its service. */
  areAllEntries: boolean;
}

/**
 * Examines the literals of a document, in slices. Those at the beginning and at the end that are the same as the last time, or only
 * stand elsewhere, are taken over from `before`: after a change, nearly all are.
 */
export function* examineLiterals(
  literals: readonly Literal[],
  project: Project,
  before: readonly ExaminedLiteral[],
  budget: Budget,
): Slices<ExaminedLiteral[]> {
  const most = Math.min(literals.length, before.length);
  const examined: ExaminedLiteral[] = [];
  for (let at = 0; at < most; at++) {
    const one = before[at];
    if (!one || one.literal !== literals[at]) break;
    examined.push(one);
  }
  const offset = before.length - literals.length;
  let end = literals.length;
  while (
    end > examined.length &&
    end + offset > examined.length &&
    isMoved(before[end - 1 + offset], literals[end - 1])
  )
    end--;
  const facts = new Map<string, FactsOfText>();
  const isSliceOver = () => budget.isSliceOver;
  for (const literal of literals.slice(examined.length, end)) {
    examined.push(yield* whenMade(() => examine(literal, project, facts), isSliceOver));
    if (isSliceOver()) yield;
  }
  for (const literal of literals.slice(end)) {
    const one = before[examined.length + offset];
    examined.push(one ? moved(one, literal) : examine(literal, project, facts));
  }
  return examined;
}

/** Returns whether a literal is one that was examined before, apart from where it stands. */
function isMoved(before: ExaminedLiteral | undefined, literal: Literal | undefined): boolean {
  return before?.literal.relations === literal?.relations && before?.literal.text === literal?.text;
}

/** Returns an examined literal at another place; written out, since there are many. */
function moved(before: ExaminedLiteral, literal: Literal): ExaminedLiteral {
  if (before.literal === literal) return before;
  const { evidence, isKnown, isDistinctive, entries, areAllEntries } = before;
  return { literal, evidence, isKnown, isDistinctive, entries, areAllEntries };
}

/** What a text says, wherever it stands. */
type FactsOfText = Pick<ExaminedLiteral, "isKnown" | "isDistinctive" | "entries" | "areAllEntries">;

/** Examines a literal; `facts` are those of the texts before, since many documents repeat a code many times. */
function examine(literal: Literal, project: Project, facts: Map<string, FactsOfText>): ExaminedLiteral {
  const { catalog, configuredNames, speller } = project;
  const isKnown = (code: string) => catalog.isOfficial(code);
  const correctionsFor = (code: string) => speller.correctionsFor(code);
  const known = facts.get(literal.text) ?? factsOf(literal.text, project);
  facts.set(literal.text, known);
  const { isDistinctive, entries, areAllEntries } = known;
  return {
    literal,
    evidence: evidenceOf(literal, isKnown, configuredNames, correctionsFor),
    isKnown: known.isKnown,
    isDistinctive,
    entries,
    areAllEntries,
  };
}

function factsOf(text: string, { catalog }: Project): FactsOfText {
  const entries = catalog.entriesOf(text);
  return {
    isKnown: catalog.isOfficial(text),
    isDistinctive: isDistinctive(text),
    entries,
    areAllEntries: entries.length === 0 || !hasRepeatedEntries(text, catalog),
  };
}
