import type { Catalog } from "../../catalog/model/catalog.ts";
import { withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import type { Literal } from "../syntax/literal.ts";
import { formOf } from "./code-form.ts";
import { type ConfiguredNames, evidenceOf, lettersNamedBy } from "./evidence.ts";
import type { SiblingConstants } from "./sibling-constants.ts";

// Which official codes would have evidence if they stood at a place. What evidence asks about the text of a known code
// is its form, which of its words are in the names of constants, and whether a constant is named like it. So the codes
// are put into classes once, and the question is asked once for each class rather than for each code.

/** Returns whether a code, by its index in the table of the catalog, would have evidence. */
export type ExpectedCodes = (index: number) => boolean;

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
  if (names.length === 0) {
    const answers = classes.representatives.map(hasEvidence);
    return answers.includes(true) ? (index) => answers[classes.classOf(index)] === true : undefined;
  }
  const alike = new Map(alikeCodes(names, classes.table).map((index) => [index, hasEvidence(index)]));
  const wordSets = wordSetsOf(names, classes.table);
  const answers = new Map<number, boolean>();
  const answerFor = (index: number): boolean => {
    const own = alike.get(index);
    if (own !== undefined) return own;
    const key = (wordSets[index] ?? 0) * maximumClasses + classes.classOf(index);
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = hasEvidence(index);
      answers.set(key, answer);
    }
    return answer;
  };
  const isAnyExpected =
    [...alike.values()].includes(true) || classes.table.codes.some((_, index) => answerFor(index));
  return isAnyExpected ? answerFor : undefined;
}

/** Returns whether the literal of a place would have evidence with a code as its text. */
export function wouldHaveEvidence(
  { literal, siblings, configured }: Place,
  code: string,
  isKnown: (code: string) => boolean,
): boolean {
  const written = { ...literal, text: code };
  return (evidenceOf(written, isKnown, configured) ?? siblings.evidenceFor(written)) !== undefined;
}

/** More classes than there are combinations of forms. */
const maximumClasses = 2 ** 16;

/** The official codes of a catalog in classes by their forms. */
class CodeClasses {
  readonly table: CodeTable;
  /** The index of one code of each class. */
  readonly representatives: readonly number[];
  readonly #classes: Uint16Array;
  static readonly #cached = new WeakMap<Catalog, CodeClasses>();

  private constructor(catalog: Catalog) {
    this.table = CodeTable.of(catalog);
    const numbers = new Map<string, number>();
    const representatives: number[] = [];
    this.#classes = Uint16Array.from(this.table.codes, (code, index) => {
      const form = formOf(code);
      let number = numbers.get(form);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(form, number);
        representatives.push(index);
      }
      return number;
    });
    this.representatives = representatives;
  }

  static of(catalog: Catalog): CodeClasses {
    let classes = CodeClasses.#cached.get(catalog);
    if (!classes) {
      classes = new CodeClasses(catalog);
      CodeClasses.#cached.set(catalog, classes);
    }
    return classes;
  }

  classOf(index: number): number {
    return this.#classes[index] ?? 0;
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
const maximumWords = 24;

/** Returns for each code which words of some names it has, as bits. */
function wordSetsOf(names: readonly string[], table: CodeTable): Int32Array {
  const sets = new Int32Array(table.codes.length);
  const words = [...new Set(names.flatMap(wordsOf))].slice(0, maximumWords);
  words.forEach((word, bit) => {
    for (const index of table.withWord(word)) sets[index] = (sets[index] ?? 0) | (1 << bit);
  });
  return sets;
}
