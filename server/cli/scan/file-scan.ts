import { pathToFileURL } from "node:url";
import { isDistinctive } from "../../../catalog/model/words.ts";
import type { Belief } from "../../analysis/analysis.ts";
import { isShown } from "../../analysis/analysis.ts";
import { rangeOf } from "../../documents/span.ts";
import { languageOfPath } from "../../syntax/languages/index.ts";
import { candidateFilterOf } from "../../workspace/candidate-filter.ts";
import { type Skip, textOf } from "../../workspace/files.node.ts";
import type { Engine } from "../engine.ts";
/** A literal believed to be an error code, as `scan --json` prints it; positions are zero-based, in UTF-16 units. */
export interface Scanned {
  path: string;
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
  text: string;
  evidence: string;
  providers: { provider: string; reason: string }[];
  matches: { provider: string; service: string; code: string }[];
}

/** What a file was found to hold, or why it was not read; before it, a number of files may have held nothing. */
export interface ScannedPart {
  files: number;
  found: Scanned[];
  skipped: Skip | undefined;
}

/** Reads files for the literals in them that are believed to be error codes. */
export class Scanner {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async scan(path: string): Promise<ScannedPart> {
    let skipped: Skip | undefined;
    const text = textOf(path, (skip) => {
      skipped = skip;
    });
    return { files: 1, found: text === undefined ? [] : await this.#scanText(path, text), skipped };
  }

  async #scanText(path: string, text: string): Promise<Scanned[]> {
    const { reader, domains } = this.#engine;
    const language = languageOfPath(path);
    const uri = pathToFileURL(path).href;
    const source = candidateFilterOf(await domains.of(uri)).fileOfCodes(uri, text, language);
    if (!source) return [];
    const analysis = await reader.read(source);
    reader.forget(source);
    return analysis.beliefs
      .filter((belief) => isBelieved(belief))
      .map((belief): Scanned => {
        const { start, end } = rangeOf(source, belief.literal);
        return {
          path,
          line: start.line,
          character: start.character,
          endLine: end.line,
          endCharacter: end.character,
          text: belief.literal.text,
          evidence: belief.evidence?.kind ?? "none",
          providers: belief.providers.map(({ provider, reason }) => ({ provider, reason })),
          matches: belief.entries.map(({ provider, service, code }) => ({ provider, service, code })),
        };
      });
  }
}

function isBelieved(belief: Belief): boolean {
  const { text } = belief.literal;
  if (text === "") return false;
  return belief.evidence !== undefined || isShown(belief) || (belief.known && isDistinctive(text));
}
