import { pathToFileURL } from "node:url";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Search } from "../../catalog/search/search.ts";
import type { Speller } from "../../catalog/search/speller.ts";
import { Analyzer } from "../analysis/analyzer.ts";
import { Projects } from "../configuration/projects.ts";
import { ruleIds } from "../rules/index.ts";
import { type CatalogFile, nodeHost } from "../workspace/host.node.ts";

/** The analysis engine without a client connection, as used by all subcommands. */
export interface Engine {
  version: string;
  projects: Projects;
  analyzer: Analyzer;
  /** The catalog of the working folder. */
  catalog: Catalog;
  search: Search;
  speller: Speller;
}

/** Loads the engine with the catalog next to the bundle and with what the working folder's configuration adds. */
export async function loadEngine(file?: CatalogFile): Promise<Engine> {
  const host = nodeHost(__dirname, file);
  const projects = new Projects(host, await host.readCatalog(), ruleIds);
  const folder = pathToFileURL(process.cwd()).href;
  const here = await projects.ofFolder(folder);
  const analyzer = new Analyzer(host, projects);
  analyzer.setFolders([folder]);
  return {
    version: host.version,
    projects,
    analyzer,
    catalog: here.catalog,
    get search() {
      return here.search;
    },
    get speller() {
      return here.speller;
    },
  };
}
