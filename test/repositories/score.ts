// Scores `scan` against labelled literals:
// `npm run score -- FOLDER LABELS [--misses FILE] [--only N/M | --without N/M]`.
// FOLDER contains the repositories as `owner+name`, checked out at the labelled commit. LABELS is a file of JSON lines,
// gzipped or not.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { percent, printGroups } from "./tables.ts";

interface Label {
  repo: string;
  path: string;
  language: string;
  line: number;
  start: number;
  end: number;
  literal: string;
  label: "code" | "not-code";
  provider: string;
  context: string;
  embedded?: boolean;
  hard?: boolean;
  same_text?: boolean;
}

interface Found {
  path: string;
  line: number;
  character: number;
  endCharacter: number;
  evidence: string;
  providers: { provider: string }[];
}

const cli = join(import.meta.dirname, "../../dist/cli.js");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "string" }, only: { type: "string" }, without: { type: "string" } },
});
const [folder = ".", labelsFile = ""] = positionals;

/** Returns whether a repository is in part N of M. The part is a hash of the name, so that it stays the same. */
function isInPart(repo: string, part: string): boolean {
  const [index = 0, parts = 1] = part.split("/").map(Number);
  return createHash("sha256").update(repo).digest().readUInt32BE() % parts === index;
}

function readLabels(): Label[] {
  const bytes = readFileSync(labelsFile);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Label);
}

const pathOf = ({ repo, path }: Label) => join(folder, repo.replace("/", "+"), path);
const labels = readLabels()
  .filter(({ repo }) => !values.only || isInPart(repo, values.only))
  .filter(({ repo }) => !values.without || !isInPart(repo, values.without))
  .filter((label) => existsSync(pathOf(label)));

function scan(paths: string[]): Map<string, Found[]> {
  const found: Found[] = [];
  for (let start = 0; start < paths.length; start += 500) {
    const batch = paths.slice(start, start + 500);
    const output = execFileSync(process.execPath, [cli, "scan", "--json", ...batch], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    for (const line of output.split("\n")) if (line) found.push(JSON.parse(line) as Found);
  }
  return Map.groupBy(found, ({ path }) => path);
}

const found = scan([...new Set(labels.map(pathOf))]);

/** A label with the literal that `scan` found at its position, if any. */
interface Result {
  label: Label;
  hit: Found | undefined;
}

const results: Result[] = labels.map((label) => ({
  label,
  hit: found
    .get(pathOf(label))
    ?.find(
      ({ line, character, endCharacter }) =>
        line === label.line && character === label.start && endCharacter === label.end,
    ),
}));

const isMain = ({ label }: Result) => !label.embedded && label.language !== "markdown";
const codes = results.filter(({ label }) => label.label === "code");
const others = results.filter(({ label }) => label.label === "not-code");
const hasEvidence = ({ hit }: Result) => hit !== undefined && hit.evidence !== "none";

function recall(rows: readonly Result[]): string {
  const hits = rows.filter(({ hit }) => hit).length;
  return `${percent(hits, rows.length)} (${hits} of ${rows.length})`;
}

function table(title: string, rows: Result[], keyOf: (row: Result) => string): void {
  printGroups(title, rows, keyOf, (key, group) => console.log(`  ${key.padEnd(34)} ${recall(group)}`));
}

const main = codes.filter(isMain);
const reported = [...codes, ...others].filter(hasEvidence).length;
const precision = (rows: Result[], all: number) => percent(all - rows.filter(hasEvidence).length, all);
const withEvidence = main.filter(hasEvidence).length;
console.log(`recall      ${recall(main)}, with evidence ${percent(withEvidence, main.length)}`);
console.log(`markdown    ${recall(codes.filter(({ label }) => label.language === "markdown"))}`);
console.log(
  `embedded    ${recall(codes.filter(({ label }) => label.embedded && label.language !== "markdown"))}`,
);
console.log(
  `precision   ${precision(others, reported)} (${others.filter(hasEvidence).length} false of ${reported})`,
);
const hard = others.filter(({ label }) => label.hard || label.same_text);
console.log(`  hard and same_text: ${hard.filter(hasEvidence).length} false of ${hard.length} such rows`);
const hits = main.filter(({ hit }) => hit);
const correct = hits.filter(({ label, hit }) => hit?.providers[0]?.provider.startsWith(label.provider));
console.log(`provider    ${percent(correct.length, hits.length)} (${correct.length} of ${hits.length})`);
table("recall by language", main, ({ label }) => label.language);
table("recall by provider", main, ({ label }) => label.provider);
table("recall by context", main, ({ label }) => `${label.language} ${label.context}`);

if (values.misses) {
  const line = (what: string, { label, hit }: Result) =>
    [
      what,
      label.language,
      label.context,
      `${label.repo}/${label.path}:${label.line + 1}`,
      label.literal,
      hit?.evidence,
    ].join("\t");
  writeFileSync(
    values.misses,
    [
      ...codes.filter(({ hit }) => !hit).map((row) => line("missed", row)),
      ...others.filter(hasEvidence).map((row) => line("false", row)),
      ...hits
        .filter((row) => !correct.includes(row))
        .map((row) => line(`provider ${row.hit?.providers[0]?.provider}`, row)),
    ].join("\n"),
  );
}
