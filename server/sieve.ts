import type { Catalog } from "../catalog/catalog.ts";
import type { OwnNames } from "./domain.ts";
import { hasIgnores } from "./ignores.ts";
import type { Stretch } from "./increment.ts";
import { hasBareLiterals, type Language } from "./languages/index.ts";
import { Prefilter } from "./prefilter.ts";
import { stretchesWorthParsing } from "./skim.ts";

/** What is named a code, somewhere in the text: any string with a capital can then be believed to be one. */
const codeWord = /code|\u9519\u8bef/i;
const quotedCapital = /["'`>*]\s{0,99}\p{Lu}/u;
const anyCapital = /\p{Lu}/u;
const declaration = /^var\b/;

/** Tells from the words of a text, without parsing it, whether codes can stand or rules find anything there. */
export class Sieve {
  readonly #prefilter: Prefilter;
  /** Matches the names that the configuration gives. */
  readonly #names: RegExp | undefined;

  constructor(catalog: Catalog, { functions, fields, keys }: OwnNames) {
    this.#prefilter = new Prefilter(catalog);
    const names = [...functions, ...fields, ...keys].map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&"));
    this.#names = names.length > 0 ? new RegExp(names.join("|"), "u") : undefined;
  }

  /** Whether a string of the text can be believed to be an error code. */
  mayHoldCodes(text: string, language: Language | undefined): boolean {
    return this.#prefilter.mayHoldCodes(text, language) || Boolean(this.#names?.test(text));
  }

  /** The stretches in which a code can stand; undefined for the whole text. */
  stretchesOfCodes(text: string, language: Language | undefined): Stretch[] | undefined {
    const isIdle = (statement: string) =>
      this.#prefilter.isIdle(statement, language) && !this.#names?.test(statement);
    return stretchesWorthParsing(text, language, isIdle);
  }

  /** Whether any rule can find anything in the text. */
  mayHoldFindings(text: string, language: Language): boolean {
    return hasIgnores(text) || this.mayHoldCodes(text, language) || this.#mayNameCodes(text, language);
  }

  /** The stretches in which rules can find anything; undefined for the whole text. */
  stretchesOfFindings(text: string, language: Language): Stretch[] | undefined {
    // Whether what silences findings is a comment shows only where everything is read.
    if (hasIgnores(text)) return undefined;
    const namesCodes = this.#mayNameCodes(text, language);
    const isIdle = (statement: string) =>
      this.#prefilter.isIdle(statement, language) &&
      !this.#names?.test(statement) &&
      // Another statement may compare what is listed here with a code.
      !(namesCodes && declaration.test(statement) && quotedCapital.test(statement));
    return stretchesWorthParsing(text, language, isIdle);
  }

  #mayNameCodes(text: string, language: Language): boolean {
    const capital = hasBareLiterals(language) ? anyCapital : quotedCapital;
    return codeWord.test(text) && capital.test(text);
  }
}
