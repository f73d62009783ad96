import { type Belief, isShown, Reader } from "../../../server/analysis/analysis.ts";
import { Domains } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { Source } from "../../../server/documents/tracked-document.ts";
import { Manifests } from "../../../server/inference/manifests.ts";
import { type Language, languageOfPath } from "../../../server/syntax/languages/index.ts";
import { Literals } from "../../../server/syntax/literals.ts";

/** What is believed of the literals of a text: read whole as the editor does, and as far as a scan reads it. */
export interface BothWays {
  whole: string[];
  sifted: string[];
}

/** Reads texts in both ways. */
export async function bothWaysOf(host: Host): Promise<(uri: string, text: string) => Promise<BothWays>> {
  const domains = new Domains(host, await host.readCatalog());
  const reader = new Reader(new Literals(host), domains, new Manifests(host));
  const believed = async (source: Source | undefined) => {
    if (!source) return [];
    const { beliefs } = await reader.read(source);
    reader.forget(source);
    return beliefs
      .filter((one) => one.literal.text !== "" && (one.evidence ?? isShown(one)))
      .map((one) => told(source, one));
  };
  return async (uri, text) => {
    const language: Language | undefined = languageOfPath(uri);
    const { sieve } = await domains.of(uri);
    return {
      whole: await believed(Source.of(uri, language?.ids[0] ?? "plaintext", 0, text)),
      sifted: await believed(sieve.fileOfCodes(uri, text, language)),
    };
  };
}

function told({ document }: Source, { literal, evidence, providers }: Belief): string {
  const { line, character } = document.positionAt(literal.start);
  const why = evidence ? `${evidence.kind} ${evidence.subject}` : "no evidence";
  const whose = providers.map(({ provider, reason }) => `${provider} (${reason})`).join(", ");
  return `${line + 1}:${character + 1} ${literal.text}: ${why}; ${whose}`;
}
