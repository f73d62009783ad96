// Introduces typos into codes in repositories, and counts how many `check` reports:
// `npm run seed -- FOLDER [--near-pairs FILE] [--count 1000] [--seed N] [--scan FILE] [--misses FILE]`.
// FOLDER contains the repositories as `owner+name`. The FILE of near pairs is tab-separated, with two official codes in
// its third and fourth columns: neither is used as a typo, and neither may be reported with a warning as a misspelling.
// Without FOLDER, only that is tested. `--scan` stores the results of `scan` in a file, which the next run reads.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Catalog } from "../../catalog/model/catalog.ts";
import { openCatalog } from "../../server/workspace/storage/catalog-file.node.ts";
import { countPairs, readPairs } from "./near-pairs.ts";
import { type Planted, plantInCopy, plantInFreshFile, textOf } from "./planting.ts";
import { run } from "./run.ts";
import { randomOf, shuffled, typos } from "./typos.ts";

interface Scanned {
  path: string;
  line: number;
  character: number;
  text: string;
  evidence: string;
  providers: { provider: string; reason: string }[];
  matches: { provider: string; code: string }[];
}

/** A code in a repository, the kind of typo that was made in it and the misspelling that was written. */
interface Seed extends Scanned {
  repository: string;
  kind: string;
  written: string;
  found?: { severity: string; suggestions: string[] } | undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "near-pairs": { type: "string" },
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    scan: { type: "string" },
    misses: { type: "string" },
  },
});
const [folder] = positionals.map((path) => resolve(path));
const random = randomOf(Number(values.seed));
const catalog = new Catalog(openCatalog(join(import.meta.dirname, "../../dist/catalog.bin")));
const pairs = values["near-pairs"] ? readPairs(values["near-pairs"]) : [];
const official = new Set(pairs.flatMap(({ codes }) => codes));

/** Returns the official codes with evidence in the repositories, from the `--scan` file if there is one. */
function scan(root: string): Scanned[] {
  if (!values.scan || !existsSync(values.scan)) {
    const output = run(["scan", "--json", root]);
    if (!values.scan) return parse(output);
    writeFileSync(values.scan, output);
  }
  return parse(readFileSync(values.scan, "utf8"));
}

function parse(output: string): Scanned[] {
  return output
    .split("\n")
    .filter((line) => line.includes('"matches":[{') && !line.includes('"evidence":"none"'))
    .map((line) => JSON.parse(line) as Scanned)
    .filter(({ text, matches }) => matches.some(({ code }) => code === text));
}

/** Makes typos in randomly drawn codes, drawing from each repository and file type in turn. */
function draw(root: string, count: number): Seed[] {
  const groups = Map.groupBy(scan(root), ({ path }) => `${repositoryOf(root, path)} ${extname(path)}`);
  const queues = shuffled([...groups.values()], random).map((group) => shuffled(group, random));
  const seeds: Seed[] = [];
  while (seeds.length < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const scanned = queue.pop();
      const seed = scanned && misspell(scanned, repositoryOf(root, scanned.path));
      if (seed && seeds.length < count) seeds.push(seed);
    }
  }
  return seeds;
}

function repositoryOf(root: string, path: string): string {
  return relative(root, path).split(/[\\/]/)[0] ?? "";
}

/** How many typos of each kind were made. */
const made = new Map(Object.keys(typos).map((kind) => [kind, 0]));

/**
 * Makes one typo in a code, of the rarest kind so far that the code allows. Returns undefined if every kind gives no
 * typo or an official code, or if the file no longer has the code at its position.
 */
function misspell(scanned: Scanned, repository: string): Seed | undefined {
  const { text, character } = scanned;
  if (!lineOf(scanned).startsWith(text, character)) return undefined;
  for (const [kind, count] of [...made].sort(([, a], [, b]) => a - b)) {
    const written = typos[kind]?.(text, random);
    if (!written || written === text || catalog.isOfficial(written) || official.has(written)) continue;
    if (kind === "missing prefix" && !isOnlyEnd(written, scanned)) continue;
    made.set(kind, count + 1);
    return { ...scanned, repository, kind, written };
  }
  return undefined;
}

function lineOf({ path, line }: Scanned): string {
  return textOf(path).split("\n")[line] ?? "";
}

/** Returns the provider whose code a seed is: one that the file works with, if possible. */
function providerOf({ providers, matches }: Scanned): string {
  const owners = matches.map(({ provider }) => provider);
  return providers.find(({ provider }) => owners.includes(provider))?.provider ?? owners[0] ?? "";
}

/** Whether a single code of the provider ends with what is left of a code without its family. */
function isOnlyEnd(written: string, scanned: Scanned): boolean {
  const provider = providerOf(scanned);
  const codes = catalog.officialCodes.filter((code) => code.endsWith(`.${written}`));
  return codes.filter((code) => catalog.providersOf(code).includes(provider)).length === 1;
}

/** Writes the file of a seed into a folder; `index` is unique in it. */
type Plant = (seed: Seed, target: string, index: number) => Planted;

const sdkOf = (seed: Seed) => catalog.provider(providerOf(seed))?.imports[0];

const plantInRepository: Plant = (seed, target) => plantInCopy(seed, folder ?? "", target);

/** Whether the file of a seed, a pin or the configuration names the provider. */
function isCertain(seed: Seed): boolean {
  const own = seed.providers.find(({ provider }) => provider === providerOf(seed));
  return /^(?:import|host|pin|configuration) /.test(own?.reason ?? "");
}

/** The files into which typos are made, by the title of their table. */
const places: Record<string, Plant> = {
  "in the files of the repositories": plantInRepository,
  "in a fresh file that imports the SDK": (seed, target, index) =>
    plantInFreshFile(seed.written, sdkOf(seed), join(target, `${index}.ts`)),
  "in a fresh file without imports": (seed, target, index) =>
    plantInFreshFile(seed.written, undefined, join(target, `${index}.ts`)),
};

/** Divides seeds into batches in each of which every file and every misspelling occurs once: recurring ones are doubted. */
function batchesOf(seeds: readonly Seed[]): Seed[][] {
  const batches: { seeds: Seed[]; seen: Set<string> }[] = [];
  for (const seed of seeds) {
    const keys = [`file ${seed.path}`, seed.written];
    const batch = batches.find(({ seen }) => !keys.some((key) => seen.has(key)));
    if (!batch) {
      batches.push({ seeds: [seed], seen: new Set(keys) });
      continue;
    }
    batch.seeds.push(seed);
    for (const key of keys) batch.seen.add(key);
  }
  return batches.map((one) => one.seeds);
}

/** Runs `check` on the seeds, one typo per file, and returns them with what it found. */
function check(seeds: readonly Seed[], plant: Plant): Seed[] {
  return batchesOf(seeds).flatMap((batch) => {
    const target = mkdtempSync(join(tmpdir(), "seed-"));
    const planted = batch.map((seed, index) => plant(seed, target, index));
    const findings = JSON.parse(run(["check", "--json", ...planted.map(({ path }) => path)])) as Finding[];
    rmSync(target, { recursive: true });
    const byPath = Map.groupBy(findings, ({ path }) => path);
    return batch.map((seed, index): Seed => {
      const { path, line, character } = planted[index] as Planted;
      const found = byPath.get(path)?.find(({ rule, range: { start, end } }) => {
        const startsThere = start.line === line && start.character === character;
        return rule === "misspelled-code" && startsThere && end.character === character + seed.written.length;
      });
      return { ...seed, found };
    });
  });
}

interface Finding {
  path: string;
  rule: string;
  severity: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  suggestions: string[];
}

const isCorrected = ({ found, text }: Seed) => found?.suggestions[0] === text;
const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

function line(name: string, seeds: readonly Seed[]): void {
  const found = seeds.filter((one) => one.found);
  const corrected = found.filter(isCorrected);
  const warnings = found.filter((one) => one.found?.severity === "warning");
  console.log(
    `${name.padEnd(26)} ${String(seeds.length).padStart(5)} seeds, reported ${percent(found.length, seeds.length)}` +
      `, as a warning ${percent(warnings.length, seeds.length)}, correct first suggestion ${percent(corrected.length, found.length)}`,
  );
}

function table(title: string, seeds: readonly Seed[], key: (seed: Seed) => string): void {
  console.log(`\n${title}`);
  const groups = [...Map.groupBy(seeds, key)].sort(([, a], [, b]) => b.length - a.length);
  for (const [name, group] of groups) line(`  ${name}`, group);
}

/** Returns a line for each seed that was not corrected. */
function missesIn(seeds: readonly Seed[], title: string): string[] {
  return seeds
    .filter((seed) => !isCorrected(seed))
    .map((seed) => {
      const { kind, text, written, path, evidence, found } = seed;
      const location = `${relative(folder ?? "", path)}:${seed.line + 1}`;
      const providers = seed.providers.map(({ provider }) => provider).join(" ");
      const suggested = found?.suggestions.join(" ");
      const fields = [title, found ? "wrong" : "missed", kind, text, written, suggested, evidence];
      return `${[...fields, providers, location].join("\t")}\n`;
    });
}

if (folder) {
  const drawn = draw(folder, Number(values.count));
  const missed: string[] = [];
  for (const [title, plant] of Object.entries(places)) {
    const seeds = check(drawn, plant);
    line(`\n${title}`, seeds);
    table("by kind of typo", seeds, ({ kind }) => kind);
    table("by provider", seeds, providerOf);
    if (plant === plantInRepository) {
      table(
        "by kind of typo, where the file names the provider",
        seeds.filter(isCertain),
        ({ kind }) => kind,
      );
      table("by evidence", seeds, ({ evidence }) => evidence);
      table("by file type", seeds, ({ path }) => extname(path));
    }
    missed.push(...missesIn(seeds, title));
  }
  if (values.misses) writeFileSync(values.misses, missed.join(""));
}
if (pairs.length > 0) countPairs(pairs, catalog);
