import { type Belief, isShown, Reader } from "../../../server/analysis/analysis.ts";
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
  const domains = new Projects(host, await host.readCatalog(), ruleIds);
  const reader = new Reader(host, domains);
  const believed = async (source: TrackedDocument | undefined) => {
    if (!source) return [];
    const { beliefs } = await reader.read(source);
    reader.forget(source);
    return beliefs
      .filter((one) => one.literal.text !== "" && (one.evidence ?? isShown(one)))
      .map((one) => told(source, one));
  };
  return async (uri, text) => {
    const language: Language | undefined = languageOfPath(uri);
    const filter = candidateFilterOf(await domains.of(uri));
    return {
      whole: await believed(TrackedDocument.of(uri, language?.ids[0] ?? "plaintext", 0, text)),
      sifted: await believed(filter.fileOfCodes(uri, text, language)),
    };
  };
}

function told({ document }: TrackedDocument, { literal, evidence, providers }: Belief): string {
  const { line, character } = document.positionAt(literal.start);
  const why = evidence ? `${evidence.kind} ${evidence.subject}` : "no evidence";
  const whose = providers.map(({ provider, reason }) => `${provider} (${reason})`).join(", ");
  return `${line + 1}:${character + 1} ${literal.text}: ${why}; ${whose}`;
}
