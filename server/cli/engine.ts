import { pathToFileURL } from "node:url";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Search } from "../../catalog/search/search.ts";
import type { Speller } from "../../catalog/search/speller.ts";
import { Reader } from "../analysis/analysis.ts";
import { Projects } from "../configuration/projects.ts";
import { ruleIds } from "../rules/index.ts";
import { type CatalogFile, nodeHost } from "../workspace/host.node.ts";

/** The server's engine without a connection: what every subcommand works with. */
export interface Engine {
  version: string;
  domains: Projects;
  reader: Reader;
  /** What is known in the working folder. */
  catalog: Catalog;
  search: Search;
  speller: Speller;
}

/** The engine with the files that stand beside the bundle, and what the working folder's configuration adds. */
export async function loadEngine(file?: CatalogFile): Promise<Engine> {
  const host = nodeHost(__dirname, file);
  const domains = new Projects(host, await host.readCatalog(), ruleIds);
  const folder = pathToFileURL(process.cwd()).href;
  const here = await domains.ofFolder(folder);
  const reader = new Reader(host, domains);
  reader.workIn([folder]);
  return {
    version: host.version,
    domains,
    reader,
    catalog: here.catalog,
    get search() {
      return here.search;
    },
    get speller() {
      return here.speller;
    },
  };
}
