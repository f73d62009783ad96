import { pathToFileURL } from "node:url";
import { isDistinctive } from "../../catalog/words.ts";
import type { Analysis, Belief } from "../analysis.ts";
import { isShown } from "../analysis.ts";
import { rangeOf } from "../feature.ts";
import { languageOfPath } from "../languages/index.ts";
import { Source } from "../source.ts";
import { colors } from "./colors.ts";
import type { Engine } from "./engine.ts";
import { textsIn } from "./files.ts";
import { columns, print } from "./output.ts";
import { Prefilter } from "./prefilter.ts";

/** Flags of `scan`. */
export interface ScanOptions {
  json?: boolean;
}

/** A literal believed to be an error code, as `scan --json` prints it; positions are zero-based, in UTF-16 units. */
interface Scanned {
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

/** `scan`: every literal believed to be an error code in files and folders, one JSON object a line, or a report. */
export async function scan(engine: Engine, paths: string[], { json }: ScanOptions): Promise<number> {
  const found: Scanned[] = [];
  const prefilter = new Prefilter(engine.catalog, engine.speller);
  for await (const { path, text } of textsIn(paths, () => true)) {
    if (!prefilter.mayHoldCodes(text, languageOfPath(path))) continue;
    const inFile = await scanFile(engine, path, text);
    if (json) for (const one of inFile) print(JSON.stringify(one));
    else found.push(...inFile);
  }
  if (!json) report(found);
  return 0;
}

async function scanFile({ reader }: Engine, path: string, text: string): Promise<Scanned[]> {
  const languageId = languageOfPath(path)?.ids[0] ?? "plaintext";
  const source = Source.of(pathToFileURL(path).href, languageId, 0, text);
  const analysis = await reader.read(source);
  const found = analysis.beliefs
    .filter((belief) => isBelieved(belief, analysis))
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
        providers: analysis.providers,
        matches: belief.entries.map(({ provider, service, code }) => ({ provider, service, code })),
      };
    });
  reader.forget(source);
  return found;
}

function isBelieved(belief: Belief, analysis: Analysis): boolean {
  const { text } = belief.literal;
  if (text === "") return false;
  return belief.evidence !== undefined || isShown(belief, analysis) || (belief.known && isDistinctive(text));
}

/** The codes by how often they occur, those that nothing is known of last. */
function report(found: Scanned[]): void {
  const uses = new Map<string, { known: boolean; provider: string; count: number; files: Set<string> }>();
  for (const { text, matches, path } of found) {
    const provider = matches[0]?.provider ?? "";
    const use = uses.get(text) ?? { known: matches.length > 0, provider, count: 0, files: new Set() };
    use.count++;
    use.files.add(path);
    uses.set(text, use);
  }
  const sorted = [...uses].sort(([, a], [, b]) => Number(b.known) - Number(a.known) || b.count - a.count);
  const rows = sorted.map(([code, { known, provider, count, files }]) => [
    code,
    known ? provider : colors.yellow("unknown"),
    `${count} in ${files.size} file${files.size === 1 ? "" : "s"}`,
  ]);
  if (rows.length > 0) print(columns(rows));
  print(`${found.length} error code${found.length === 1 ? "" : "s"}, ${uses.size} different.`);
}
