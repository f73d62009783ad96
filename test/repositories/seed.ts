// Introduces typos into codes in repositories, and counts how many `check` reports:
// `npm run seed -- FOLDER [--near-pairs FILE] [--count 1000] [--seed N] [--scan FILE] [--misses FILE]`.
// FOLDER contains the repositories as `owner+name`. The FILE of near pairs is tab-separated, with two official codes in
// its third and fourth columns: neither is used as a typo, and neither may be reported with a warning as a misspelling.
// Without FOLDER, only that is tested. `--scan` stores the results of `scan` in a file, which the next run reads.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Catalog } from "../../catalog/model/catalog.ts";
import { manifestNames } from "../../server/inference/manifests.ts";
import { countPairs, readPairs } from "./near-pairs.ts";
import { run } from "./run.ts";
import { percent, printGroups } from "./tables.ts";
import { pick, randomOf, shuffled, typos } from "./typos.ts";

interface Scanned {
  path: string;
  line: number;
  character: number;
  text: string;
  evidence: string;
  providers: { provider: string }[];
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
const catalog = new Catalog(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../dist/catalog.json"), "utf8")),
);
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

/**
 * Makes one typo in a code. Returns undefined if five attempts give no typo or only official codes, or if the file no
 * longer has the code at its position.
 */
function misspell(scanned: Scanned, repository: string): Seed | undefined {
  const { text, character } = scanned;
  for (let attempt = 0; attempt < 5; attempt++) {
    const kind = pick(Object.keys(typos), random) ?? "";
    const written = typos[kind]?.(text, random);
    if (!written || written === text || catalog.isOfficial(written) || official.has(written)) continue;
    return lineOf(scanned).startsWith(text, character)
      ? { ...scanned, repository, kind, written }
      : undefined;
  }
  return undefined;
}

function lineOf({ path, line }: Scanned): string {
  return (
    readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .split("\n")[line] ?? ""
  );
}

/** Writes the file with its typo to the same path below another folder, with the manifests that apply to it. */
function plant(seed: Seed, root: string, target: string): string {
  const lines = readFileSync(seed.path, "utf8")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const line = lines[seed.line] ?? "";
  lines[seed.line] =
    line.slice(0, seed.character) + seed.written + line.slice(seed.character + seed.text.length);
  const path = join(target, relative(root, seed.path));
  mkdirSync(dirname(path), { recursive: true });
  for (let directory = dirname(seed.path); directory.length > root.length; directory = dirname(directory)) {
    for (const name of manifestNames) {
      const copy = join(target, relative(root, directory), name);
      if (!existsSync(join(directory, name)) || existsSync(copy)) continue;
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(directory, name), copy);
    }
  }
  writeFileSync(path, lines.join("\n"));
  return path;
}

/** Runs `check` on the seeds, one typo per file: several seeds of one file go into different batches. */
function check(seeds: readonly Seed[], root: string): void {
  const batches: Seed[][] = [];
  for (const group of Map.groupBy(seeds, ({ path }) => path).values()) {
    for (const [index, seed] of group.entries()) batches[index] = [...(batches[index] ?? []), seed];
  }
  for (const batch of batches) {
    const target = mkdtempSync(join(tmpdir(), "seed-"));
    const planted = new Map(batch.map((seed) => [plant(seed, root, target), seed]));
    const findings = JSON.parse(run(["check", "--json", ...planted.keys()])) as Finding[];
    rmSync(target, { recursive: true });
    for (const { path, rule, range, severity, suggestions } of findings) {
      const seed = planted.get(path);
      if (!seed || rule !== "misspelled-code") continue;
      const { line, character } = range.start;
      const startsThere = line === seed.line && character === seed.character;
      if (startsThere && range.end.character === character + seed.written.length)
        seed.found = { severity, suggestions };
    }
  }
}

interface Finding {
  path: string;
  rule: string;
  severity: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  suggestions: string[];
}

const isCorrected = ({ found, text }: Seed) => found?.suggestions[0] === text;

function line(name: string, seeds: readonly Seed[]): void {
  const found = seeds.filter((one) => one.found);
  const corrected = found.filter(isCorrected);
  const warnings = found.filter((one) => one.found?.severity === "warning");
  console.log(
    `${name.padEnd(26)} ${String(seeds.length).padStart(5)} seeds, reported ${percent(found.length, seeds.length)}` +
      `, as a warning ${percent(warnings.length, seeds.length)}, correct first suggestion ${percent(corrected.length, found.length)}`,
  );
}

function table(title: string, seeds: readonly Seed[], keyOf: (seed: Seed) => string): void {
  printGroups(title, seeds, keyOf, (key, group) => line(`  ${key}`, group));
}

if (folder) {
  const seeds = draw(folder, Number(values.count));
  check(seeds, folder);
  line("all", seeds);
  table("by kind of typo", seeds, ({ kind }) => kind);
  table("by provider", seeds, ({ matches }) => matches[0]?.provider ?? "");
  table("by evidence", seeds, ({ evidence }) => evidence);
  table("by file type", seeds, ({ path }) => extname(path));
  if (values.misses) {
    const missed = seeds.filter((seed) => !isCorrected(seed));
    const rows = missed.map((seed) => {
      const { kind, text, written, path, evidence, found } = seed;
      const location = `${relative(folder, path)}:${seed.line + 1}`;
      const providers = seed.providers.map(({ provider }) => provider).join(" ");
      return [
        found ? "wrong" : "missed",
        kind,
        text,
        written,
        found?.suggestions.join(" "),
        evidence,
        providers,
        location,
      ];
    });
    writeFileSync(values.misses, rows.map((row) => `${row.join("\t")}\n`).join(""));
  }
}
if (pairs.length > 0) countPairs(pairs, catalog);
