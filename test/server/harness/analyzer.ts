import { Analyzer } from "../../../server/analysis/analyzer.ts";
import { Projects } from "../../../server/configuration/projects.ts";
import type { Host } from "../../../server/documents/host.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import type { ReadingTime } from "../../../server/syntax/parsing/budget.ts";

/** Reads all of a text, however busy the machine is. */
export const unlimited: ReadingTime = { total: Number.POSITIVE_INFINITY, slice: Number.POSITIVE_INFINITY };

/** Creates an analyzer with the built-in catalog; `time` is what reading one document may take, see `Analyzer`. */
export async function analyzerOf(host: Host, time = unlimited): Promise<Analyzer> {
  return new Analyzer(host, new Projects(host, await host.readCatalog(), ruleIds), undefined, time);
}
