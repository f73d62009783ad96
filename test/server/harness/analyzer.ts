import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { ruleIds } from "../../../server/rules/index.ts";

/** Creates an analyzer with the built-in catalog. */
export async function analyzerOf(host: Host): Promise<Analyzer> {
  return new Analyzer(host, new Projects(host, await host.readCatalog(), ruleIds));
}
