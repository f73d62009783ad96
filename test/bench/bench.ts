// Measures start, hover, memory, look-up and nearest code with catalogs of several sizes, keystrokes, checks and scans,
// beside peers in the same run: `npm run bench -- [--sizes 3000,100000] [--rounds 5] [--scan FOLDER] [--json FILE]`.
// docs/performance.md says what the figures mean.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { builtIn } from "../catalog/built-in.ts";
import { checkRows } from "./check-rows.ts";
import { writeCompiled } from "./compiled-file.ts";
import { generatedCatalog } from "./generated-catalog.ts";
import { hoverRows } from "./hover-rows.ts";
import { keystrokeTimes } from "./keystroke.ts";
import { lookupRows } from "./lookup-rows.ts";
import { median, type Row, toTable } from "./measure.ts";
import { installPeers } from "./peers.ts";
import { scanTimes } from "./scan.ts";
import { serverWith } from "./server-process.ts";
import { startRows } from "./start-rows.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "3000,30000,100000" },
    rounds: { type: "string", default: "5" },
    scan: { type: "string" },
    json: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const { data } = await builtIn();
const { load, folder: packages } = await installPeers();
const Fuse = load("fuse.js") as Parameters<typeof lookupRows>[3]["Fuse"];
const { closest } = load("fastest-levenshtein") as Pick<Parameters<typeof lookupRows>[3], "closest">;
const json = join(packages, "vscode-langservers-extracted/bin/vscode-json-language-server");

/** With more entries, the peers would take minutes for a few queries. */
const maximumOfPeers = 100_000;

/** Returns the memory that entries and search take after many look-ups, in MB. */
function memoryRow(path: string, size: number): Row {
  const script = join(import.meta.dirname, "heap.ts");
  const { stdout } = spawnSync(process.execPath, ["--expose-gc", script, path], { encoding: "utf8" });
  const { heap, external } = JSON.parse(stdout) as { heap: number; external: number };
  const what = `memory of entries and search at ${size.toLocaleString("en")}, outside the heap too`;
  return { what, value: (heap + external) / 1e6, unit: "MB", goal: "≤ 60 MB at 100,000" };
}

async function keystrokeRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [lines, goal] of [
    [1000, "≤ 3 ×"],
    [10_000, "≤ 2.5 ×"],
  ] as const) {
    const times: Awaited<ReturnType<typeof keystrokeTimes>>[] = [];
    for (let round = 0; round < rounds; round++) times.push(await keystrokeTimes(lines));
    rows.push({
      what: `keystroke → diagnostics p50, ${lines.toLocaleString("en")} lines`,
      value: median(times.map(({ server }) => server)),
      unit: "ms",
      beside: { name: "the parser alone", value: median(times.map(({ parser }) => parser)) },
      goal,
    });
  }
  return rows;
}

function scanRow(target: string): Row {
  const { rgPath } = load("@vscode/ripgrep") as { rgPath: string };
  const { own, ripgrep } = scanTimes(target, rgPath, rounds);
  const beside = { name: "rg -F -f", value: ripgrep * 1000 };
  return { what: "scan of a folder", value: own * 1000, unit: "ms", beside, goal: "≤ 2 ×" };
}

/** Returns the rows that do not depend on the size of the catalog: those of the one that is built. */
async function commonRows(folder: string): Promise<Row[]> {
  const own = await serverWith(join(import.meta.dirname, "../../dist/catalog.bin"), join(folder, "built"));
  return [
    ...(await hoverRows(own, json, Math.max(rounds, 5))),
    ...(await keystrokeRows()),
    ...(await checkRows(join(packages, "eslint/bin/eslint.js"), folder, Math.max(rounds, 5))),
    ...(values.scan ? [scanRow(values.scan)] : []),
  ];
}

async function rowsFor(size: number, folder: string): Promise<Row[]> {
  const generated = generatedCatalog(data, size);
  const path = join(folder, `${size}.bin`);
  await writeCompiled(generated, path);
  const noCatalog = { ...data, entries: [], known: {}, services: [], concepts: [], pinyin: {} };
  await writeCompiled(noCatalog, join(folder, `${size}-empty.bin`));
  const withCatalog = await serverWith(path, join(folder, `${size}`));
  const empty = await serverWith(join(folder, `${size}-empty.bin`), join(folder, `${size}-empty`));
  return [
    ...(await startRows({ withCatalog, empty, json }, size, Math.max(rounds, 5))),
    memoryRow(path, size),
    ...(size > maximumOfPeers ? [] : lookupRows(path, generated, rounds, { Fuse, closest })),
  ];
}

const folder = await mkdtemp(join(tmpdir(), "error-codes-bench-"));
try {
  const rows = await commonRows(folder);
  for (const size of values.sizes.split(",").map(Number)) rows.push(...(await rowsFor(size, folder)));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node.js ${process.versions.node}`;
  console.log(`${machine}\n\n${toTable(rows)}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
