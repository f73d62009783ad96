import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

const probes: [path: string, imported: string, allowed: boolean][] = [
  ["catalog/probe.ts", "./entry.ts", true],
  ["catalog/probe.ts", "../server/source.ts", false],
  ["catalog/importers/probe.ts", "../../client/main.ts", false],
  ["catalog/probe.ts", "vscode", false],
  ["catalog/probe.ts", "vscode-languageserver", false],
  ["catalog/probe.ts", "node:fs", false],
  ["server/probe.ts", "../catalog/entry.ts", true],
  ["server/features/probe.ts", "../../client/main.ts", false],
  ["server/probe.ts", "vscode", false],
  ["server/probe.ts", "vscode-languageclient/node", false],
  ["server/features/probe.ts", "node:path", false],
  ["server/probe.node.ts", "node:path", true],
  ["server/cli/probe.ts", "node:path", true],
  ["client/probe.ts", "../server/protocol.ts", true],
  ["client/probe.ts", "../catalog/text.ts", true],
  ["client/probe.ts", "../server/source.ts", false],
  ["client/probe.ts", "node:path", false],
  ["client/probe.node.ts", "node:path", true],
];

describe("the linter holds the parts apart", () => {
  let folder: string;
  const paths = probes.map(([path], index) => path.replace("probe", `probe-${index}`));
  let refused: Set<string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-boundaries-"));
    const config = JSON.parse(await readFile(join(root, "biome.json"), "utf8"));
    await writeFile(
      join(folder, "biome.json"),
      JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
    );
    for (const [index, [, imported]] of probes.entries()) {
      const path = join(folder, paths[index] ?? "");
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `import * as all from "${imported}";\n\nconsole.log(all);\n`);
    }
    refused = violations(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [index, [path, imported, allowed]] of probes.entries()) {
    it(`${path} ${allowed ? "may" : "may not"} import ${imported}`, () => {
      assert.equal(refused.has(paths[index] ?? ""), !allowed);
    });
  }
});

/** The files of a folder in which the linter reports a forbidden import. */
function violations(folder: string): Set<string> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."],
      {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
  } catch (error) {
    // Findings make it exit with 1; what it found stands on standard output all the same.
    output = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  const about = /noRestrictedImports|noNodejsModules/;
  return new Set(
    diagnostics.filter(({ category }) => about.test(category)).map(({ location }) => location.path),
  );
}
