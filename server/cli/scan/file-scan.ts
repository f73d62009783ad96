import { pathToFileURL } from "node:url";
import { isDistinctive } from "../../../catalog/model/words.ts";
import type { AnalyzedLiteral } from "../../analysis/analysis.ts";
import { isHoverable } from "../../analysis/analysis.ts";
import { rangeOf } from "../../documents/span.ts";
import { isBaseline } from "../../rules/baseline.ts";
import { languageByPath } from "../../syntax/languages/index.ts";
import { candidateFilterOf } from "../../workspace/candidate-filter.ts";
import { type Skip, textOf } from "../../workspace/files.node.ts";
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
  /** The number of files this result stands for: the file itself and preceding ones in which nothing was found. */
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

  async scan(path: string): Promise<FileScan> {
    let skipped: Skip | undefined;
    const text = textOf(path, (skip) => {
      skipped = skip;
    });
    if (text === undefined) return { files: 1, found: [], skipped };
    return { files: 1, ...(await this.#scanText(path, text)) };
  }

  async #scanText(path: string, text: string): Promise<Omit<FileScan, "files">> {
    const { analyzer, projects } = this.#engine;
    const nothing = { found: [], skipped: undefined };
    if (isBaseline(text)) return nothing;
    const language = languageByPath(path);
    const uri = pathToFileURL(path).href;
    const document = candidateFilterOf(await projects.of(uri)).documentForCodes(uri, text, language);
    if (!document) return nothing;
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
    return { found, skipped: unreadable && unparsedFile(path, unreadable) };
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
