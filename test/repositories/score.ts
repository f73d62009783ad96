// Scores `scan` against labelled literals: `npm run score -- FOLDER LABELS [--misses FILE] [--only N/M | --without N/M]`.
// FOLDER holds the repositories as `owner+name`, checked out at the labelled commit; LABELS is JSON lines, gzipped or not.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { groupBy } from "../../catalog/model/group-by.ts";

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

/** Whether a repository is in part N of M; the parts are drawn by the name, so that they stay the same. */
function inPart(repo: string, part: string): boolean {
  const [wanted = 0, parts = 1] = part.split("/").map(Number);
  return createHash("sha256").update(repo).digest().readUInt32BE() % parts === wanted;
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
  .filter(({ repo }) => !values.only || inPart(repo, values.only))
  .filter(({ repo }) => !values.without || !inPart(repo, values.without))
  .filter((label) => existsSync(pathOf(label)));

function scan(paths: string[]): Map<string, Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < paths.length; at += 500) {
    const output = execFileSync(process.execPath, [cli, "scan", "--json", ...paths.slice(at, at + 500)], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    for (const line of output.split("\n")) if (line) found.push(JSON.parse(line) as Found);
  }
  return groupBy(found, ({ path }) => path);
}

const found = scan([...new Set(labels.map(pathOf))]);

interface Judged {
  label: Label;
  hit: Found | undefined;
}

const judged: Judged[] = labels.map((label) => ({
  label,
  hit: found
    .get(pathOf(label))
    ?.find(
      ({ line, character, endCharacter }) =>
        line === label.line && character === label.start && endCharacter === label.end,
    ),
}));

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
const isMain = ({ label }: Judged) => !label.embedded && label.language !== "markdown";
const codes = judged.filter(({ label }) => label.label === "code");
const others = judged.filter(({ label }) => label.label === "not-code");
const isFalse = ({ hit }: Judged) => hit !== undefined && hit.evidence !== "none";

function recall(rows: Judged[]): string {
  const hits = rows.filter(({ hit }) => hit).length;
  return `${percent(hits, rows.length)} (${hits} of ${rows.length})`;
}

function table(title: string, rows: Judged[], key: (row: Judged) => string): void {
  console.log(`\n${title}`);
  const groups = [...groupBy(rows, key)].sort(([, a], [, b]) => b.length - a.length);
  for (const [name, group] of groups) console.log(`  ${name.padEnd(34)} ${recall(group)}`);
}

const main = codes.filter(isMain);
const reported = [...codes, ...others].filter(isFalse).length;
const precision = (rows: Judged[], all: number) => percent(all - rows.filter(isFalse).length, all);
const withEvidence = main.filter(({ hit }) => hit && hit.evidence !== "none").length;
console.log(`recall      ${recall(main)}, with evidence ${percent(withEvidence, main.length)}`);
console.log(`markdown    ${recall(codes.filter(({ label }) => label.language === "markdown"))}`);
console.log(
  `embedded    ${recall(codes.filter(({ label }) => label.embedded && label.language !== "markdown"))}`,
);
console.log(
  `precision   ${precision(others, reported)} (${others.filter(isFalse).length} false of ${reported})`,
);
const hard = others.filter(({ label }) => label.hard || label.same_text);
console.log(`  hard and same_text: ${hard.filter(isFalse).length} false of ${hard.length} such rows`);
const placed = main.filter(({ hit }) => hit);
const right = placed.filter(({ label, hit }) => hit?.providers[0]?.provider.startsWith(label.provider));
console.log(`provider    ${percent(right.length, placed.length)} (${right.length} of ${placed.length})`);
table("recall by language", main, ({ label }) => label.language);
table("recall by provider", main, ({ label }) => label.provider);
table("recall by context", main, ({ label }) => `${label.language} ${label.context}`);

if (values.misses) {
  const line = (what: string, { label, hit }: Judged) =>
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
      ...others.filter(isFalse).map((row) => line("false", row)),
      ...placed
        .filter((row) => !right.includes(row))
        .map((row) => line(`provider ${row.hit?.providers[0]?.provider}`, row)),
    ].join("\n"),
  );
}
