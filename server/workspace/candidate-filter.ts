import type { Project } from "../configuration/project.ts";
import type { Span } from "../documents/span.ts";
import { TrackedDocument } from "../documents/tracked-document.ts";
import { hasIgnores } from "../rules/ignores.ts";
import { hasBareLiterals, type Language } from "../syntax/languages/index.ts";
import { CandidateWords } from "./candidate-words.ts";
import { excerptOf } from "./excerpt.ts";

/** What is named a code, somewhere in the text: any string with a capital can then be believed to be one. */
const codeWord = /code|\u9519\u8bef/i;
const quotedCapital = /["'`>*]\s{0,99}\p{Lu}/u;
const anyCapital = /\p{Lu}/u;
const declaration = /^var\b/;

const filters = new WeakMap<Project, CandidateFilter>();

/** The filter for the files of a project; made when it is first asked for. */
export function candidateFilterOf(project: Project): CandidateFilter {
  let filter = filters.get(project);
  if (!filter) {
    filter = new CandidateFilter(project);
    filters.set(project, filter);
  }
  return filter;
}

/** Tells from the words of a text, without parsing it, whether codes can stand or rules find anything there. */
export class CandidateFilter {
  readonly #words: CandidateWords;
  /** Matches the names that the configuration gives. */
  readonly #names: RegExp | undefined;

  constructor(project: Project) {
    const { functions, fields, keys } = project.names;
    this.#words = new CandidateWords(
      project.catalog,
      (word) => project.speller.correctionsFor(word).length > 0,
    );
    const names = [...functions, ...fields, ...keys].map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&"));
    this.#names = names.length > 0 ? new RegExp(names.join("|"), "u") : undefined;
  }

  /** A file as far as it has to be read for the codes in it; undefined where there can be none. */
  fileOfCodes(uri: string, text: string, language: Language | undefined): TrackedDocument | undefined {
    if (!this.#mayHoldCodes(text, language)) return undefined;
    const document = fileOf(uri, text, language, (statement) => this.#candidateSpanIn(statement, language));
    if (document) document.needsContext = false;
    return document;
  }

  /** A file as far as it has to be read for what rules find in it; undefined where that is nothing. */
  fileOfFindings(uri: string, text: string, language: Language): TrackedDocument | undefined {
    // Whether what silences findings is a comment shows only where everything is read.
    if (hasIgnores(text)) return TrackedDocument.of(uri, idOf(language), 0, text);
    const namesCodes = this.#mayNameCodes(text, language);
    if (!namesCodes && !this.#mayHoldCodes(text, language)) return undefined;
    // Another statement may compare what is listed here with a code.
    const isList = (statement: string) =>
      namesCodes && declaration.test(statement) && quotedCapital.test(statement);
    return fileOf(uri, text, language, (statement) =>
      isList(statement) ? whole(statement) : this.#candidateSpanIn(statement, language),
    );
  }

  #mayHoldCodes(text: string, language: Language | undefined): boolean {
    return this.#words.mayHoldCodes(text, language) || Boolean(this.#names?.test(text));
  }

  #candidateSpanIn(statement: string, language: Language | undefined): Span | undefined {
    return this.#names?.test(statement) ? whole(statement) : this.#words.candidateSpanIn(statement, language);
  }

  #mayNameCodes(text: string, language: Language): boolean {
    const capital = hasBareLiterals(language) ? anyCapital : quotedCapital;
    return codeWord.test(text) && capital.test(text);
  }
}

/** A file with what of it has to be read; undefined where there is nothing in it. */
function fileOf(
  uri: string,
  text: string,
  language: Language | undefined,
  spotIn: (statement: string) => Span | undefined,
): TrackedDocument | undefined {
  const excerpt = excerptOf(text, language, spotIn);
  if (excerpt?.candidates.length === 0) return undefined;
  const document = TrackedDocument.of(uri, idOf(language), 0, text);
  document.excerpt = excerpt;
  return document;
}

function idOf(language: Language | undefined): string {
  return language?.ids[0] ?? "plaintext";
}

function whole(statement: string): Span {
  return { start: 0, end: statement.length };
}
