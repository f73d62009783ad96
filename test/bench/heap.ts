// Prints how much memory a compiled catalog and its search take, after the queries of the tests, in bytes: on the heap,
// and outside it. `node --expose-gc test/bench/heap.ts FILE`; used by bench.ts.
import { Catalog } from "../../catalog/model/catalog.ts";
import { Search } from "../../catalog/search/search.ts";
import { openCatalog } from "../../server/workspace/storage/catalog-file.node.ts";
import { queries } from "../catalog/search/full-scan.ts";

const [path = ""] = process.argv.slice(2);
const usage = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return [heapUsed, external] as const;
};
const before = usage();
const search = new Search(new Catalog(openCatalog(path)));
for (const query of queries) search.find(query);
const after = usage();
console.log(JSON.stringify({ heap: after[0] - before[0], external: after[1] - before[1] }));
// The catalog must live until it has been measured.
search.find("");
