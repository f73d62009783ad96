// Measures look-up, nearest code, memory and start with catalogs of several sizes, beside peers in the same run:
// `npm run bench -- [--sizes 3000,100000] [--rounds 5] [--json FILE]`. docs/performance.md says what the figures mean.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { builtIn } from "../catalog/built-in.ts";
import { writeCompiled } from "./compiled-file.ts";
import { generatedCatalog } from "./generated-catalog.ts";
import { lookupRows } from "./lookup-rows.ts";
import { type Row, toTable } from "./measure.ts";
import { installPeers } from "./peers.ts";
import { serverWith, startRows } from "./start-rows.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "3000,30000,100000" },
    rounds: { type: "string", default: "5" },
    json: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const { data } = await builtIn();
const { load, folder: packages } = await installPeers();
const Fuse = load("fuse.js") as Parameters<typeof lookupRows>[3]["Fuse"];
const { closest } = load("fastest-levenshtein") as Pick<Parameters<typeof lookupRows>[3], "closest">;
const json = join(packages, "vscode-langservers-extracted/bin/vscode-json-language-server");

/** Returns the memory that entries and search take after many look-ups, in MB. */
function memoryRow(path: string, size: number): Row {
  const script = join(import.meta.dirname, "heap.ts");
  const { stdout } = spawnSync(process.execPath, ["--expose-gc", script, path], { encoding: "utf8" });
  const { heap, external } = JSON.parse(stdout) as { heap: number; external: number };
  const what = `memory of entries and search at ${size.toLocaleString("en")}, outside the heap too`;
  return { what, value: (heap + external) / 1e6, unit: "MB", goal: "≤ 60 MB at 100,000" };
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
    ...lookupRows(path, generated, rounds, { Fuse, closest }),
  ];
}

const folder = await mkdtemp(join(tmpdir(), "error-codes-bench-"));
try {
  const rows: Row[] = [];
  for (const size of values.sizes.split(",").map(Number)) rows.push(...(await rowsFor(size, folder)));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node.js ${process.versions.node}`;
  console.log(`${machine}\n\n${toTable(rows)}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
