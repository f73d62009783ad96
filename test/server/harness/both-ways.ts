import { type AnalyzedLiteral, isHoverable } from "../../../server/analysis/analysis.ts";
import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { type Language, languageByPath } from "../../../server/syntax/languages/index.ts";
import { candidateFilterOf } from "../../../server/workspace/candidate-filter.ts";
import { unlimited } from "./analyzer.ts";

/**
 * The recognised literals of a text: analyzed as a whole, as in the editor, and through the candidate filter of a scan.
 */
export interface BothWays {
  whole: string[];
  filtered: string[];
}

/** Returns a function that analyzes a text in both ways. */
export async function createComparison(
  host: Host,
): Promise<(uri: string, text: string) => Promise<BothWays>> {
  const projects = new Projects(host, await host.readCatalog(), ruleIds);
  const analyzer = new Analyzer(host, projects, undefined, unlimited);
  const recognised = async (document: TrackedDocument | undefined) => {
    if (!document) return [];
    const { literals } = await analyzer.analyze(document);
    analyzer.forget(document);
    return literals
      .filter((one) => one.literal.text !== "" && (one.evidence ?? isHoverable(one)))
      .map((one) => format(document, one));
  };
  return async (uri, text) => {
    const language: Language | undefined = languageByPath(uri);
    const filter = candidateFilterOf(await projects.of(uri));
    return {
      whole: await recognised(TrackedDocument.of(uri, language?.ids[0] ?? "plaintext", 0, text)),
      filtered: await recognised(filter.documentForCodes(uri, text, language)),
    };
  };
}

/** Formats the position (one-based), the text, the evidence and the providers of a literal. */
function format(
  { textDocument }: TrackedDocument,
  { literal, evidence, providers }: AnalyzedLiteral,
): string {
  const { line, character } = textDocument.positionAt(literal.start);
  const reason = evidence ? `${evidence.kind} ${evidence.subject}` : "no evidence";
  const inferred = providers.map(({ provider, reason }) => `${provider} (${reason})`).join(", ");
  return `${line + 1}:${character + 1} ${literal.text}: ${reason}; ${inferred}`;
}
