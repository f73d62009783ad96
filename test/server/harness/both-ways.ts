import { type AnalyzedLiteral, isHoverable } from "../../../server/analysis/analysis.ts";
import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { type Language, languageOfPath } from "../../../server/syntax/languages/index.ts";

import { candidateFilterOf } from "../../../server/workspace/candidate-filter.ts";
/** What is believed of the literals of a text: read whole as the editor does, and as far as a scan reads it. */
export interface BothWays {
  whole: string[];
  sifted: string[];
}

/** Reads texts in both ways. */
export async function bothWaysOf(host: Host): Promise<(uri: string, text: string) => Promise<BothWays>> {
  const projects = new Projects(host, await host.readCatalog(), ruleIds);
  const analyzer = new Analyzer(host, projects);
  const believed = async (document: TrackedDocument | undefined) => {
    if (!document) return [];
    const { literals } = await analyzer.analyze(document);
    analyzer.forget(document);
    return literals
      .filter((one) => one.literal.text !== "" && (one.evidence ?? isHoverable(one)))
      .map((one) => told(document, one));
  };
  return async (uri, text) => {
    const language: Language | undefined = languageOfPath(uri);
    const filter = candidateFilterOf(await projects.of(uri));
    return {
      whole: await believed(TrackedDocument.of(uri, language?.ids[0] ?? "plaintext", 0, text)),
      sifted: await believed(filter.fileOfCodes(uri, text, language)),
    };
  };
}

function told({ textDocument }: TrackedDocument, { literal, evidence, providers }: AnalyzedLiteral): string {
  const { line, character } = textDocument.positionAt(literal.start);
  const why = evidence ? `${evidence.kind} ${evidence.subject}` : "no evidence";
  const whose = providers.map(({ provider, reason }) => `${provider} (${reason})`).join(", ");
  return `${line + 1}:${character + 1} ${literal.text}: ${why}; ${whose}`;
}
