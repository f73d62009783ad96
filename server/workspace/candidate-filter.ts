import type { Catalog } from "../../catalog/model/catalog.ts";
import type { OwnNames } from "../configuration/project.ts";
import { Source } from "../documents/tracked-document.ts";
import { hasIgnores } from "../rules/ignores.ts";
import type { Stretch } from "../syntax/incremental.ts";
import { hasBareLiterals, type Language } from "../syntax/languages/index.ts";
import { Prefilter } from "./candidate-words.ts";
import { gistOf } from "./excerpt.ts";

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

  /** `isSlip` tells whether a word can be a slip of an official code. */
  constructor(catalog: Catalog, { functions, fields, keys }: OwnNames, isSlip: (word: string) => boolean) {
    this.#prefilter = new Prefilter(catalog, isSlip);
    const names = [...functions, ...fields, ...keys].map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&"));
    this.#names = names.length > 0 ? new RegExp(names.join("|"), "u") : undefined;
  }

  /** A file as far as it has to be read for the codes in it; undefined where there can be none. */
  fileOfCodes(uri: string, text: string, language: Language | undefined): Source | undefined {
    if (!this.#mayHoldCodes(text, language)) return undefined;
    const source = fileOf(uri, text, language, (statement) => this.#spotIn(statement, language));
    if (source) source.isChecked = false;
    return source;
  }

  /** A file as far as it has to be read for what rules find in it; undefined where that is nothing. */
  fileOfFindings(uri: string, text: string, language: Language): Source | undefined {
    // Whether what silences findings is a comment shows only where everything is read.
    if (hasIgnores(text)) return Source.of(uri, idOf(language), 0, text);
    const namesCodes = this.#mayNameCodes(text, language);
    if (!namesCodes && !this.#mayHoldCodes(text, language)) return undefined;
    // Another statement may compare what is listed here with a code.
    const isList = (statement: string) =>
      namesCodes && declaration.test(statement) && quotedCapital.test(statement);
    return fileOf(uri, text, language, (statement) =>
      isList(statement) ? whole(statement) : this.#spotIn(statement, language),
    );
  }

  #mayHoldCodes(text: string, language: Language | undefined): boolean {
    return this.#prefilter.mayHoldCodes(text, language) || Boolean(this.#names?.test(text));
  }

  #spotIn(statement: string, language: Language | undefined): Stretch | undefined {
    return this.#names?.test(statement) ? whole(statement) : this.#prefilter.spotIn(statement, language);
  }

  #mayNameCodes(text: string, language: Language): boolean {
    const capital = hasBareLiterals(language) ? anyCapital : quotedCapital;
    return codeWord.test(text) && capital.test(text);
  }
}

/** A file with its gist; undefined where there is nothing in it. */
function fileOf(
  uri: string,
  text: string,
  language: Language | undefined,
  spotIn: (statement: string) => Stretch | undefined,
): Source | undefined {
  const gist = gistOf(text, language, spotIn);
  if (gist?.spots.length === 0) return undefined;
  const source = Source.of(uri, idOf(language), 0, text);
  source.gist = gist;
  return source;
}

function idOf(language: Language | undefined): string {
  return language?.ids[0] ?? "plaintext";
}

function whole(statement: string): Stretch {
  return { start: 0, end: statement.length };
}
