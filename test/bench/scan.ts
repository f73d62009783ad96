// Measures how long `scan` takes for a folder, compared with ripgrep searching it for 30,000 strings:
// `npm run bench:scan -- FOLDER`. `npm run bench -- --scan FOLDER` has it among its rows.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
/** Returns official codes, and as many strings that are not codes. */
function strings(): string[] {
  const known = join(root, "catalog/known");
  const codes = readdirSync(known).flatMap((name) => readFileSync(join(known, name), "utf8").split("\n"));
  const official = codes.filter((code) => code !== "" && !code.startsWith("#"));
  return [...official, ...official.map((code) => `${code}X`)].slice(0, 30_000);
}

/** Returns the wall time of a command in seconds. It may exit with 0 or `otherStatus`. */
function time(command: string, args: string[], otherStatus = 0): number {
  const start = performance.now();
  const { error, status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (error || (status !== 0 && status !== otherStatus)) throw error ?? new Error(`${command} failed.`);
  return (performance.now() - start) / 1000;
}

/** Returns how long `scan` takes for a folder, and ripgrep, in seconds; the least of some rounds, taken in turn. */
export function scanTimes(target: string, rg: string, rounds = 3): { own: number; ripgrep: number } {
  const folder = mkdtempSync(join(tmpdir(), "error-codes-bench-"));
  try {
    const list = join(folder, "codes.txt");
    writeFileSync(list, strings().join("\n"));
    const times = Array.from({ length: rounds }, () => ({
      // ripgrep exits with 1 if it finds nothing.
      ripgrep: time(rg, ["-F", "-f", list, "-c", target], 1),
      own: time(process.execPath, [join(root, "dist/cli.js"), "scan", "--json", target]),
    }));
    return {
      own: Math.min(...times.map(({ own }) => own)),
      ripgrep: Math.min(...times.map(({ ripgrep }) => ripgrep)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [target] = process.argv.slice(2);
  if (!target) throw new Error("Name the folder to scan.");
  const { own, ripgrep } = scanTimes(target, "rg");
  console.log(`scan ${own.toFixed(2)} s; rg ${ripgrep.toFixed(2)} s (${(own / ripgrep).toFixed(1)}×)`);
}
