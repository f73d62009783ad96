// Makes mistakes in codes that stand in repositories, and counts how many `check` reports:
// `npm run seed -- FOLDER [--near-pairs FILE] [--count 1000] [--seed N] [--scan FILE] [--misses FILE]`.
// FOLDER holds the repositories as `owner+name`. FILE of pairs is tab-separated, with two official codes in its third and
// fourth columns: none of them counts as a mistake, and none may be called a misspelling of the other with a warning;
// without FOLDER, only that is tested. `--scan` keeps what `scan` found in a file, for the next run.
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
import { groupBy } from "../../catalog/model/group-by.ts";
import { manifestNames } from "../../server/inference/manifests.ts";
import { countPairs, readPairs } from "./near-pairs.ts";
import { run } from "./run.ts";
import { pick, randomOf, shuffled, slips } from "./slips.ts";

interface Scanned {
  path: string;
  line: number;
  character: number;
  text: string;
  evidence: string;
  providers: { provider: string }[];
  matches: { provider: string; code: string }[];
}

/** A code as it stands in a repository, and what a slip made of it. */
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

/** Slips in codes drawn evenly: one of each repository and language in turn. */
function draw(root: string, count: number): Seed[] {
  const groups = groupBy(scan(root), ({ path }) => `${repositoryOf(root, path)} ${extname(path)}`);
  const queues = shuffled([...groups.values()], random).map((group) => shuffled(group, random));
  const seeds: Seed[] = [];
  while (seeds.length < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const one = queue.pop();
      const seed = one && slip(one, repositoryOf(root, one.path));
      if (seed && seeds.length < count) seeds.push(seed);
    }
  }
  return seeds;
}

function repositoryOf(root: string, path: string): string {
  return relative(root, path).split(/[\\/]/)[0] ?? "";
}

/** One slip in a code; undefined where what comes out is official too, or the text does not stand as scanned. */
function slip(one: Scanned, repository: string): Seed | undefined {
  for (let tries = 0; tries < 5; tries++) {
    const kind = pick(Object.keys(slips), random) ?? "";
    const written = slips[kind]?.(one.text, random);
    if (!written || written === one.text || catalog.knows(written) || official.has(written)) continue;
    return lineOf(one).startsWith(one.text, one.character)
      ? { ...one, repository, kind, written }
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

/** Writes the file with its slip below a folder as it lies in its repository, beside the manifests that hold for it. */
function plant(seed: Seed, root: string, target: string): string {
  const lines = readFileSync(seed.path, "utf8")
    .replace(/^\uFEFF/, "")
    .split("\n");
  const line = lines[seed.line] ?? "";
  lines[seed.line] =
    line.slice(0, seed.character) + seed.written + line.slice(seed.character + seed.text.length);
  const path = join(target, relative(root, seed.path));
  mkdirSync(dirname(path), { recursive: true });
  for (let at = dirname(seed.path); at.length > root.length; at = dirname(at)) {
    for (const name of manifestNames) {
      const copy = join(target, relative(root, at), name);
      if (!existsSync(join(at, name)) || existsSync(copy)) continue;
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(at, name), copy);
    }
  }
  writeFileSync(path, lines.join("\n"));
  return path;
}

/** Checks the seeds, a mistake in each file: those of one file go into batches of their own. */
function check(seeds: readonly Seed[], root: string): void {
  const batches: Seed[][] = [];
  for (const group of groupBy(seeds, ({ path }) => path).values()) {
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
      const isThere = line === seed.line && character === seed.character;
      if (isThere && range.end.character === character + seed.written.length)
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

const isRight = ({ found, text }: Seed) => found?.suggestions[0] === text;
const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

function line(name: string, seeds: readonly Seed[]): void {
  const found = seeds.filter((one) => one.found);
  const right = found.filter(isRight);
  const warnings = found.filter((one) => one.found?.severity === "warning");
  console.log(
    `${name.padEnd(26)} ${String(seeds.length).padStart(5)} seeds, reported ${percent(found.length, seeds.length)}` +
      `, as a warning ${percent(warnings.length, seeds.length)}, right first ${percent(right.length, found.length)}`,
  );
}

function table(title: string, seeds: readonly Seed[], key: (seed: Seed) => string): void {
  console.log(`\n${title}`);
  const groups = [...groupBy(seeds, key)].sort(([, a], [, b]) => b.length - a.length);
  for (const [name, group] of groups) line(`  ${name}`, group);
}

if (folder) {
  const seeds = draw(folder, Number(values.count));
  check(seeds, folder);
  line("all", seeds);
  table("by slip", seeds, ({ kind }) => kind);
  table("by provider", seeds, ({ matches }) => matches[0]?.provider ?? "");
  table("by evidence", seeds, ({ evidence }) => evidence);
  table("by file type", seeds, ({ path }) => extname(path));
  if (values.misses) {
    const missed = seeds.filter((seed) => !isRight(seed));
    const rows = missed.map((seed) => {
      const { kind, text, written, path, evidence, found } = seed;
      const place = `${relative(folder, path)}:${seed.line + 1}`;
      const providers = seed.providers.map(({ provider }) => provider).join(" ");
      return [
        found ? "wrong" : "missed",
        kind,
        text,
        written,
        found?.suggestions.join(" "),
        evidence,
        providers,
        place,
      ];
    });
    writeFileSync(values.misses, rows.map((row) => `${row.join("\t")}\n`).join(""));
  }
}
if (pairs.length > 0) countPairs(pairs, catalog);
