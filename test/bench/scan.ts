// How long `scan` takes over a tree, beside ripgrep looking for 30,000 strings in it: `npm run bench:scan -- FOLDER`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const [target] = process.argv.slice(2);
if (!target) throw new Error("Name the folder to scan.");
const folder = mkdtempSync(join(tmpdir(), "error-codes-bench-"));

/** Official codes, and as many again that are none. */
function strings(): string[] {
  const known = join(root, "catalog/known");
  const codes = readdirSync(known).flatMap((name) => readFileSync(join(known, name), "utf8").split("\n"));
  const official = codes.filter((code) => code !== "" && !code.startsWith("#"));
  return [...official, ...official.map((code) => `${code}X`)].slice(0, 30_000);
}

/** Seconds of wall time, the least of three; a search that finds nothing exits with `nothing`. */
function time(command: string, args: string[], nothing = 0): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    const { error, status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    if (error || (status !== 0 && status !== nothing)) throw error ?? new Error(`${command} failed.`);
    return (performance.now() - start) / 1000;
  });
  return Math.min(...times);
}

const list = join(folder, "codes.txt");
writeFileSync(list, strings().join("\n"));
const peer = time("rg", ["-F", "-f", list, "-c", target], 1);
const own = time(process.execPath, [join(root, "dist/cli.js"), "scan", "--json", target]);
console.log(`scan ${own.toFixed(2)} s; rg ${peer.toFixed(2)} s (${(own / peer).toFixed(1)}×)`);
rmSync(folder, { recursive: true, force: true });
