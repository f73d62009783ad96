import { pathToFileURL } from "node:url";
import { isDistinctive } from "../../../catalog/model/words.ts";
import type { AnalyzedLiteral } from "../../analysis/analysis.ts";
import { isHoverable } from "../../analysis/analysis.ts";
import { rangeOf } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { isBaseline } from "../../rules/baseline.ts";
import { languageByPath } from "../../syntax/languages/index.ts";
import { type CandidateFilter, candidateFilterOf } from "../../workspace/candidate-filter.ts";
import { type Skip, textOf } from "../../workspace/walk/files.node.ts";
import type { Engine } from "../engine.ts";
import { unparsedFile } from "../unparsed-file.ts";

/** A literal recognised as an error code, as `scan --json` prints it; positions are zero-based UTF-16 code units. */
export interface ScannedLiteral {
  path: string;
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
  text: string;
  evidence: string;
  providers: { provider: string; reason: string }[];
  matches: { provider: string; service: string; code: string; basis: "own" | "name" | "sdk" }[];
}

/** The literals found in a file, and why it was not read or not parsed. */
export interface FileScan {
  /** The number of files this result stands for: the file itself and other ones in which nothing was found. */
  files: number;
  found: ScannedLiteral[];
  skipped: Skip | undefined;
}

/** Scans files for literals that are recognised as error codes. */
export class Scanner {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Returns the result of a file of which the words show that it need not be parsed; undefined otherwise. */
  async scanUnparsed(path: string): Promise<FileScan | undefined> {
    const { text, skipped } = this.#read(path);
    if (text !== undefined && (await this.#filterFor(path)).mayHoldCodes(text, languageByPath(path)))
      return undefined;
    return { files: 1, found: [], skipped };
  }

  /** Returns a file as a document of what has to be parsed, or its result if there is nothing to parse. */
  async prepare(path: string): Promise<FileScan | TrackedDocument> {
    const { text, skipped } = this.#read(path);
    if (text === undefined) return { files: 1, found: [], skipped };
    const filter = await this.#filterFor(path);
    const document = filter.documentForCodes(pathToFileURL(path).href, text, languageByPath(path));
    return document ?? { files: 1, found: [], skipped };
  }

  async scan(path: string): Promise<FileScan> {
    const prepared = await this.prepare(path);
    return "found" in prepared ? prepared : this.scanDocument(path, prepared);
  }

  /** Reads a file; there is no text if it is skipped, or is a baseline, which names codes but does not use them. */
  #read(path: string): { text: string | undefined; skipped: Skip | undefined } {
    let skipped: Skip | undefined;
    const text = textOf(path, (skip) => {
      skipped = skip;
    });
    return { text: text === undefined || isBaseline(text) ? undefined : text, skipped };
  }

  async #filterFor(path: string): Promise<CandidateFilter> {
    return candidateFilterOf(await this.#engine.projects.of(pathToFileURL(path).href));
  }

  /** Parses what {@link prepare} returned for a path. */
  async scanDocument(path: string, document: TrackedDocument): Promise<FileScan> {
    const { analyzer } = this.#engine;
    const analysis = await analyzer.analyze(document);
    analyzer.forget(document);
    const { unreadable } = analysis;
    const found = analysis.literals
      .filter((analyzedLiteral) => isRecognised(analyzedLiteral))
      .map((analyzedLiteral): ScannedLiteral => {
        const { start, end } = rangeOf(document, analyzedLiteral.literal);
        return {
          path,
          line: start.line,
          character: start.character,
          endLine: end.line,
          endCharacter: end.character,
          text: analyzedLiteral.literal.text,
          evidence: analyzedLiteral.evidence?.kind ?? "none",
          providers: analyzedLiteral.providers.map(({ provider, reason }) => ({ provider, reason })),
          matches: analyzedLiteral.entries.map(({ provider, service, code, basis }) => ({
            provider,
            service,
            code,
            basis: basis ?? "own",
          })),
        };
      });
    return { files: 1, found, skipped: unreadable && unparsedFile(path, unreadable) };
  }
}

function isRecognised(analyzedLiteral: AnalyzedLiteral): boolean {
  const { text } = analyzedLiteral.literal;
  if (text === "") return false;
  return (
    analyzedLiteral.evidence !== undefined ||
    isHoverable(analyzedLiteral) ||
    (analyzedLiteral.isKnown && isDistinctive(text))
  );
}
