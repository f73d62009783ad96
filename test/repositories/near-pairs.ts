import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { run } from "./run.ts";

/** Two official codes of one provider that differ by one or two letters. */
export interface Pair {
  provider: string;
  codes: [string, string];
}

/** Reads the pairs of a tab-separated file with a header line and the columns provider, distance, code, other code. */
export function readPairs(path: string): Pair[] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  return lines.flatMap((line): Pair[] => {
    const [provider = "", , one = "", other = ""] = line.split("\t");
    return one && other ? [{ provider, codes: [one, other] }] : [];
  });
}

/**
 * Checks each code of each pair in its own file, which imports an SDK of the provider, and prints how many are reported
 * as misspelled. Sets a failing exit code if any is reported with more than a hint.
 */
export function countPairs(pairs: readonly Pair[], catalog: Catalog): void {
  const target = mkdtempSync(join(tmpdir(), "pairs-"));
  const codes = new Map(
    pairs.flatMap(({ provider, codes }) => codes.map((code) => [`${provider} ${code}`, provider])),
  );
  const paths = [...codes].map(([key, provider], index) => {
    const code = key.slice(provider.length + 1);
    const sdk = catalog.provider(provider)?.imports[0];
    const path = join(target, `${index}.ts`);
    writeFileSync(
      path,
      `${sdk ? `import "${sdk}";\n` : ""}if (error.code === ${JSON.stringify(code)}) throw error;\n`,
    );
    return path;
  });
  const findings = JSON.parse(run(["check", "--json", ...paths])) as Finding[];
  rmSync(target, { recursive: true });
  const found = findings.filter(({ rule }) => rule === "misspelled-code");
  const warnings = found.filter(({ severity }) => severity !== "hint");
  console.log(
    `\nnear pairs: ${pairs.length}, codes in them: ${paths.length}, warnings: ${warnings.length}, hints: ${found.length - warnings.length}`,
  );
  for (const { message, severity } of found) console.log(`  ${severity} ${message}`);
  if (warnings.length > 0) process.exitCode = 1;
}

interface Finding {
  rule: string;
  severity: string;
  message: string;
}
