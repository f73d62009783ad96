import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { run } from "./run.ts";

/** Two official codes of one provider that differ by a letter or two. */
export interface Pair {
  provider: string;
  codes: [string, string];
}

/** The pairs of a tab-separated file: provider, distance, code, other code. */
export function readPairs(path: string): Pair[] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split("\n");
  return lines.flatMap((line): Pair[] => {
    const [provider = "", , one = "", other = ""] = line.split("\t");
    return one && other ? [{ provider, codes: [one, other] }] : [];
  });
}

/** Checks each code of each pair alone, in a file that imports what its provider is known by, and prints the figures. */
export function countPairs(pairs: readonly Pair[], catalog: Catalog): void {
  const target = mkdtempSync(join(tmpdir(), "pairs-"));
  const codes = new Map(
    pairs.flatMap(({ provider, codes }) => codes.map((code) => [`${provider} ${code}`, provider])),
  );
  const paths = [...codes].map(([key, provider], index) => {
    const code = key.slice(provider.length + 1);
    const mark = catalog.provider(provider)?.imports[0];
    const path = join(target, `${index}.ts`);
    writeFileSync(
      path,
      `${mark ? `import "${mark}";\n` : ""}if (error.code === ${JSON.stringify(code)}) throw error;\n`,
    );
    return path;
  });
  const findings = JSON.parse(run(["check", "--json", ...paths])) as Finding[];
  rmSync(target, { recursive: true });
  const found = findings.filter(({ rule }) => rule === "misspelled-code");
  const warnings = found.filter(({ severity }) => severity !== "hint");
  console.log(
    `\nnear pairs: ${pairs.length}, codes of them: ${paths.length}, warned of: ${warnings.length}, hinted at: ${found.length - warnings.length}`,
  );
  for (const { message, severity } of found) console.log(`  ${severity} ${message}`);
  if (warnings.length > 0) process.exitCode = 1;
}

interface Finding {
  rule: string;
  severity: string;
  message: string;
}
