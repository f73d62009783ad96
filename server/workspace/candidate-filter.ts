import type { Project } from "../configuration/project.ts";
import type { Span } from "../documents/span.ts";
import { TrackedDocument } from "../documents/tracked-document.ts";
import { codeNotOfCall } from "../rules/code-not-of-call.ts";
import type { Severities } from "../rules/findings.ts";
import { mayHaveIgnoreComments } from "../rules/ignores.ts";
import { hasBareLiterals, type Language } from "../syntax/languages/index.ts";
import { CandidateWords, callsHelper, plausibleSpanIn } from "./candidate-words.ts";
import { excerptOf } from "./excerpt.ts";

/** Matches a name of a code anywhere in a text: then any string with a capital letter can be recognised as a code. */
const codeWord = /code|\u9519\u8bef/i;
const quotedCapital = /["'`>*]\s{0,99}\p{Lu}/u;
const anyCapital = /\p{Lu}/u;
const declaration = /^var\b/;

const filters = new WeakMap<Project, CandidateFilter>();

/** Returns the filter for the files of a project, which is created on first use. */
export function candidateFilterOf(project: Project): CandidateFilter {
  let filter = filters.get(project);
  if (!filter) {
    filter = new CandidateFilter(project);
    filters.set(project, filter);
  }
  return filter;
}

/** Decides from the words of a text, without parsing it, whether it can contain codes, or findings of rules. */
export class CandidateFilter {
  readonly #words: CandidateWords;
  readonly #severities: Severities;
  /** Matches the names of `evidence` in the configuration; undefined if it has none. */
  readonly #names: RegExp | undefined;

  constructor(project: Project) {
    this.#severities = project.configuration.rules;
    const { functions, fields, keys } = project.configuredNames;
    this.#words = new CandidateWords(
      project.catalog,
      (word) => project.speller.correctionsFor(word).length > 0,
    );
    const names = [...functions, ...fields, ...keys].map((name) => name.replace(/[^\p{L}\p{N}_]/gu, "\\$&"));
    this.#names = names.length > 0 ? new RegExp(names.join("|"), "u") : undefined;
  }

  /** Returns a document for a file, with an excerpt of what can contain codes; undefined if nothing can. */
  documentForCodes(uri: string, text: string, language: Language | undefined): TrackedDocument | undefined {
    if (!this.mayHoldCodes(text, language)) return undefined;
    const document = documentOf(uri, text, language, this.#candidateSpanIn(text, language));
    if (document) document.needsContext = false;
    return document;
  }

  /**
   * Returns a document for a file, with an excerpt of what can contain findings of rules; undefined if nothing can.
   * `overrides` are severities that take precedence over the configuration's.
   */
  documentForFindings(
    uri: string,
    text: string,
    language: Language,
    overrides: Severities = {},
  ): TrackedDocument | undefined {
    // Only parsing the whole text shows whether a directive that suppresses findings is in a comment.
    if (mayHaveIgnoreComments(text)) return TrackedDocument.of(uri, idOf(language), 0, text);
    const namesCodes = this.#mayNameCodes(text, language);
    if (!namesCodes && !this.mayHoldCodes(text, language)) return undefined;
    // Calls are recognised in the tree of the whole text.
    const { [codeNotOfCall.id]: severity = codeNotOfCall.severity } = { ...this.#severities, ...overrides };
    if (severity !== "off") return TrackedDocument.of(uri, idOf(language), 0, text);
    // Another statement may compare the elements of this list with a code.
    const isList = (statement: string) =>
      namesCodes && declaration.test(statement) && quotedCapital.test(statement);
    const candidateSpanIn = this.#candidateSpanIn(text, language);
    return documentOf(uri, text, language, (statement) =>
      isList(statement) ? spanOf(statement) : candidateSpanIn(statement),
    );
  }

  /** Returns whether a text can contain codes, as far as its words tell; this takes far less than finding where. */
  mayHoldCodes(text: string, language: Language | undefined): boolean {
    return this.#words.mayContainCodes(text, language) || Boolean(this.#names?.test(text));
  }

  /** Returns a function that finds the candidates in a statement of a text. */
  #candidateSpanIn(text: string, language: Language | undefined): (statement: string) => Span | undefined {
    let hasHelper: boolean | undefined;
    return (statement) => {
      if (this.#names?.test(statement)) return spanOf(statement);
      const found = this.#words.candidateSpanIn(statement, language);
      if (found || !declaration.test(statement)) return found;
      // Another statement may pass this list to a function that tests errors.
      hasHelper ??= callsHelper(text);
      return hasHelper ? plausibleSpanIn(statement) : undefined;
    };
  }

  #mayNameCodes(text: string, language: Language): boolean {
    const capital = hasBareLiterals(language) ? anyCapital : quotedCapital;
    return codeWord.test(text) && capital.test(text);
  }
}

/** Returns a document for a file, with its excerpt; undefined if the excerpt has no candidate spans. */
function documentOf(
  uri: string,
  text: string,
  language: Language | undefined,
  candidateSpanIn: (statement: string) => Span | undefined,
): TrackedDocument | undefined {
  const excerpt = excerptOf(text, language, candidateSpanIn);
  if (excerpt?.candidates.length === 0) return undefined;
  const document = TrackedDocument.of(uri, idOf(language), 0, text);
  document.excerpt = excerpt;
  return document;
}

function idOf(language: Language | undefined): string {
  return language?.ids[0] ?? "plaintext";
}

function spanOf(statement: string): Span {
  return { start: 0, end: statement.length };
}
