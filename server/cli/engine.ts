import { Catalog } from "../../catalog/catalog.ts";
import { Search } from "../../catalog/search.ts";
import { Speller } from "../../catalog/suggest.ts";
import { Reader } from "../analysis.ts";
import { nodeHost } from "../host.node.ts";
import { Literals } from "../literals.ts";

/** The server's engine without a connection: what every subcommand works with. */
export interface Engine {
  version: string;
  catalog: Catalog;
  search: Search;
  speller: Speller;
  reader: Reader;
}

/** The engine with the files that stand beside the bundle. */
export async function loadEngine(): Promise<Engine> {
  const host = nodeHost(__dirname);
  const catalog = new Catalog(await host.readCatalog());
  return {
    version: host.version,
    catalog,
    search: new Search(catalog),
    speller: new Speller(catalog),
    reader: new Reader(new Literals(host), catalog),
  };
}

/** Input that cannot be worked with; its message is one clear sentence for the terminal. */
export class UsageError extends Error {}
