import type { Catalog } from "../../catalog/model/catalog.ts";
import { withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import type { Literal } from "../syntax/literal.ts";
import { formOf } from "./code-form.ts";
import { lettersNamedBy } from "./constant-names.ts";
import { type ConfiguredNames, evidenceOf } from "./evidence.ts";
import type { SiblingConstants } from "./sibling-constants.ts";

// Which official codes would have evidence if they stood at a place. What evidence asks about the text of a known code
// is its form, which of its words are in the names of constants, and whether a constant is named like it. So the codes
// are put into classes once, and the question is asked once for each class rather than for each code.

/** For each code, by its index in the table of the catalog, whether it would have evidence: 1 or 0. */
export type ExpectedCodes = Uint8Array;

/** Where a code may be written, and what is known there. */
export interface Place {
  /** The literal of the code; its text does not matter. */
  literal: Literal;
  /** The constants of the rest of the document. */
  siblings: SiblingConstants;
  configured: ConfiguredNames;
}

/**
 * Returns which codes of a catalog would have evidence at a place: exactly those with which as its text the literal
 * would be recognised. Returns undefined if there is none.
 */
export function expectedCodes(place: Place, catalog: Catalog): ExpectedCodes | undefined {
  const { literal } = place;
  if (literal.relations.length === 0) return undefined;
  const classes = CodeClasses.of(catalog);
  const isKnown = (code: string) => catalog.isOfficial(code);
  const hasEvidence = (index: number) => wouldHaveEvidence(place, classes.table.codes[index] ?? "", isKnown);
  const names = literal.relations.flatMap(({ kind, subject }) => (kind === "constant" ? subject : []));
  if (names.length === 0) return classes.expanded(classes.representatives.map(hasEvidence));
  const { classOf } = classes;
  const { wordSets, count } = wordSetsOf(names, classes.table);
  const classCount = classes.representatives.length;
  // The answers for codes of one class that have the same words of the names: 1 or 0, and 2 until it is asked for.
  const answers = new Uint8Array(count * classCount).fill(2);
  const found = new Uint8Array(classes.table.codes.length);
  const alike = alikeCodes(names, classes.table);
  for (const index of alike) found[index] = 2;
  for (let index = 0; index < found.length; index++) {
    if (found[index] === 2) continue;
    const key = (wordSets[index] as number) * classCount + (classOf[index] as number);
    if (answers[key] === 2) answers[key] = Number(hasEvidence(index));
    found[index] = answers[key] as number;
  }
  for (const index of alike) found[index] = Number(hasEvidence(index));
  return found.includes(1) ? found : undefined;
}

/** Puts the codes of a catalog into classes, which takes longer than all questions about them; yields in between. */
export function preparingExpectedCodes(catalog: Catalog): Generator<void> {
  return CodeClasses.preparing(catalog);
}

/** Returns whether the literal of a place would have evidence with a code as its text. */
function wouldHaveEvidence(
  { literal, siblings, configured }: Place,
  code: string,
  isKnown: (code: string) => boolean,
): boolean {
  const relations = literal.relations.map((one) =>
    one.within === undefined ? one : { ...one, writtenAs: literal.text },
  );
  const written = { ...literal, text: code, relations };
  return (evidenceOf(written, isKnown, configured) ?? siblings.evidenceFor(written)) !== undefined;
}

/** So many codes are put into classes in some milliseconds. */
const codesPerStep = 500;

/** The official codes of a catalog in classes by their forms. */
class CodeClasses {
  readonly table: CodeTable;
  /** The index of one code of each class. */
  readonly representatives: number[] = [];
  /** The number of the class of each code, by its index in the table. */
  readonly classOf: Uint16Array;
  /** The number of each class, by its form. */
  readonly #numbers = new Map<string, number>();
  /** How many codes have been put into classes. */
  #done = 0;
  /** The answers for all codes, by those for all classes, of which few combinations occur. */
  readonly #expanded = new Map<string, ExpectedCodes>();
  static readonly #cached = new WeakMap<Catalog, CodeClasses>();

  private constructor(catalog: Catalog) {
    this.table = CodeTable.of(catalog);
    this.classOf = new Uint16Array(this.table.codes.length);
  }

  static of(catalog: Catalog): CodeClasses {
    const classes = CodeClasses.#begunFor(catalog);
    classes.#advance();
    return classes;
  }

  static *preparing(catalog: Catalog): Generator<void> {
    const classes = CodeClasses.#begunFor(catalog);
    while (!classes.#advance(codesPerStep)) yield;
  }

  static #begunFor({ indexed }: Catalog): CodeClasses {
    let classes = CodeClasses.#cached.get(indexed);
    if (!classes) {
      classes = new CodeClasses(indexed);
      CodeClasses.#cached.set(indexed, classes);
    }
    return classes;
  }

  /** Puts more codes into classes; returns whether all are. */
  #advance(count = Number.POSITIVE_INFINITY): boolean {
    const { codes } = this.table;
    const end = Math.min(codes.length, this.#done + count);
    for (; this.#done < end; this.#done++) {
      const form = formOf(codes[this.#done] ?? "");
      let number = this.#numbers.get(form);
      if (number === undefined) {
        number = this.representatives.push(this.#done) - 1;
        this.#numbers.set(form, number);
      }
      this.classOf[this.#done] = number;
    }
    return this.#done === codes.length;
  }

  /** Returns the answers for all codes, given those for all classes; undefined if none of them is true. */
  expanded(answers: readonly boolean[]): ExpectedCodes | undefined {
    if (!answers.includes(true)) return undefined;
    const key = answers.map(Number).join("");
    let expanded = this.#expanded.get(key);
    if (!expanded) {
      const all = Uint8Array.from(answers, Number);
      expanded = Uint8Array.from(this.classOf, (number) => all[number] ?? 0);
      this.#expanded.set(key, expanded);
    }
    return expanded;
  }
}

/** Returns the indexes of the codes like which, or like the last part of which, one of some constants is named. */
function alikeCodes(names: readonly string[], table: CodeTable): number[] {
  const found = names.flatMap((name) => [
    ...lettersNamedBy(name).flatMap((letters) => table.withLetters(letters)),
    ...table.withLastPart(withoutSeparators(name)),
  ]);
  return [...new Set(found)];
}

/** Only so many words of names are told apart: one bit for each. */
const maximumWords = 12;

/** Returns for each code which words of some names it has, as bits, and how many combinations there can be. */
function wordSetsOf(names: readonly string[], table: CodeTable): { wordSets: Uint16Array; count: number } {
  const wordSets = new Uint16Array(table.codes.length);
  const words = [...new Set(names.flatMap(wordsOf))].filter((word) => table.withWord(word).length > 0);
  words.slice(0, maximumWords).forEach((word, bit) => {
    for (const index of table.withWord(word)) wordSets[index] = (wordSets[index] ?? 0) | (1 << bit);
  });
  return { wordSets, count: 1 << Math.min(words.length, maximumWords) };
}
