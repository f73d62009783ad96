import { Catalog } from "../../catalog/model/catalog.ts";
import type { CatalogData } from "../../catalog/model/entry.ts";
import { parseQuery } from "../../catalog/search/query.ts";
import { Search } from "../../catalog/search/search.ts";
import { Speller } from "../../catalog/search/spelling/speller.ts";
import { localizedTexts } from "../../catalog/text/localized-text.ts";
import { openCatalog } from "../../server/workspace/storage/catalog-file.node.ts";
import { queries } from "../catalog/search/full-scan.ts";
import { median, quantile, type Row, timeOf } from "./measure.ts";

/** The part of fuse.js that is used. */
type FuseClass = new (
  documents: readonly unknown[],
  options: object,
) => { search(text: string, options: { limit: number }): unknown[] };

/** How many of the queries fuse.js is asked: it takes seconds for one of 100,000 entries. */
const askedOfFuse = 9;

interface Peers {
  Fuse: FuseClass;
  closest(text: string, texts: readonly string[]): string;
}

/** Measures look-ups in a compiled catalog, and in the same entries with other libraries. */
export function lookupRows(path: string, data: CatalogData, rounds: number, { Fuse, closest }: Peers): Row[] {
  const size = data.entries.length.toLocaleString("en");
  const asked = queries.filter((query) => parseQuery(query).text !== "");
  const first: number[] = [];
  const [ours, fuses, oursOfSame]: [number[], number[], number[]] = [[], [], []];
  const fuse = new Fuse(fuseDocuments(data), fuseOptions);
  for (let round = 0; round < rounds; round++) {
    const search = new Search(new Catalog(openCatalog(path)));
    first.push(timeOf(() => search.find("signature expired")));
    const sample = asked.filter((_, index) => (index + round) % Math.ceil(asked.length / askedOfFuse) === 0);
    for (const query of asked) {
      const time = timeOf(() => search.find(query));
      ours.push(time);
      if (!sample.includes(query)) continue;
      oursOfSame.push(time);
      fuses.push(timeOf(() => fuse.search(parseQuery(query).text, { limit: 50 })));
    }
  }
  const goals: Record<number, string> = { 3000: "15", 30000: "60", 100000: "80" };
  const factor = goals[data.entries.length];
  return [
    {
      what: `look-up p50 at ${size}, queries asked of both`,
      value: median(oursOfSame),
      unit: "ms",
      beside: { name: "fuse.js", value: median(fuses) },
      goal: factor ? `${factor} × faster` : "",
    },
    { what: `look-up p50 at ${size}`, value: median(ours), unit: "ms", goal: "" },
    { what: `look-up p95 at ${size}`, value: quantile(ours, 0.95), unit: "ms", goal: "≤ 16 ms at 100,000" },
    { what: `first look-up at ${size}`, value: median(first), unit: "ms", goal: "≤ 30 ms at 100,000" },
    nearestRow(path, rounds, closest),
  ];
}

const fuseOptions = {
  includeMatches: true,
  ignoreLocation: true,
  threshold: 0.3,
  minMatchCharLength: 2,
  keys: [
    { name: "code", weight: 4 },
    { name: "name", weight: 3 },
    { name: "summary", weight: 2 },
    { name: "messages", weight: 1 },
  ],
};

function fuseDocuments({ entries, concepts }: CatalogData): object[] {
  const names = new Map(concepts.map(({ id, name }) => [id, localizedTexts(name, "both")]));
  return entries.map(({ code, concept, summary, messages }) => ({
    code,
    name: names.get(concept ?? "") ?? [],
    summary: localizedTexts(summary, "both"),
    messages,
  }));
}

/** Measures the nearest code to misspelled ones, each asked once: results are cached. */
function nearestRow(path: string, rounds: number, closest: Peers["closest"]): Row {
  const catalog = new Catalog(openCatalog(path));
  const speller = new Speller(catalog);
  const codes = catalog.officialCodes;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let number = 0; number < 100 * rounds; number++) {
    const code = codes[(number * 7919) % codes.length] ?? "";
    const written = `${code.slice(0, 5)}x${code.slice(5)}`;
    ours.push(timeOf(() => speller.nearest(written)) * 1000);
    if (number % 20 === 0) theirs.push(timeOf(() => closest(written, codes)) * 1000);
  }
  const beside = { name: "fastest-levenshtein", value: median(theirs) };
  return {
    what: `nearest of ${codes.length.toLocaleString("en")} codes`,
    value: median(ours),
    unit: "µs",
    beside,
    goal: "keep: 87 µs",
  };
}
