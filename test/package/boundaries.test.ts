import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { forbiddenTo, overrides, parts } from "./floors.ts";

const root = join(import.meta.dirname, "../..");

/** The path of a file, what it imports, and whether that is allowed. */
type Probe = [path: string, imported: string, allowed: boolean];

const ofParts: Probe[] = [
  ["catalog/model/probe.ts", "./entry.ts", true],
  ["catalog/model/probe.ts", "../../server/documents/span.ts", false],
  ["catalog/importers/probe.ts", "../../client/main.ts", false],
  ["catalog/search/probe.ts", "vscode", false],
  ["catalog/rendering/probe.ts", "vscode-languageserver", false],
  ["catalog/model/probe.ts", "node:fs", false],
  ["server/syntax/probe.ts", "../../catalog/model/entry.ts", true],
  ["server/features/probe.ts", "../../client/main.ts", false],
  ["server/probe.ts", "vscode", false],
  ["server/rules/probe.ts", "vscode-languageclient/node", false],
  ["server/features/probe.ts", "node:path", false],
  ["server/workspace/probe.node.ts", "node:path", true],
  ["server/cli/scan/probe.ts", "node:path", true],
  ["client/views/probe.ts", "../../server/protocol/index.ts", true],
  ["client/pages/probe.ts", "../../catalog/model/localized-text.ts", true],
  ["client/commands/probe.ts", "../../server/documents/span.ts", false],
  ["client/probe.ts", "node:path", false],
  ["client/language-server/probe.node.ts", "node:path", true],
];

/** For each room: one import of every other room and of every file above all rooms, allowed or not. */
const ofRooms: Probe[] = parts.flatMap((part) =>
  part.floors.flat().flatMap((room) => {
    const forbidden = forbiddenTo(part, room);
    const others = [...part.floors.flat(), ...part.top].filter((one) => one !== room);
    return others.map((other): Probe => {
      const imported = other.endsWith(".ts") ? `../${other}` : `../${other}/probed.ts`;
      return [`${part.name}/${room}/probe.ts`, imported, !forbidden.includes(other)];
    });
  }),
);

/** Pairs of files in each part that import each other, once as values and once only as types. */
const cycles = parts.flatMap(({ name }) =>
  (["import", "import type"] as const).flatMap((how, index) => [
    { path: `${name}/circle-${index}-a.ts`, text: `${how} { B } from "./circle-${index}-b.ts";\n` },
    { path: `${name}/circle-${index}-b.ts`, text: `${how} { A } from "./circle-${index}-a.ts";\n` },
  ]),
);

describe("the import restrictions of the linter", () => {
  let folder: string;
  const probes = [...ofParts, ...ofRooms];
  const paths = probes.map(([path], index) => path.replace("probe", `probe-${index}`));
  let violated: Map<string, Set<string>>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-boundaries-"));
    const config = JSON.parse(await readFile(join(root, "biome.json"), "utf8"));
    const write = async (path: string, text: string) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    };
    await write("biome.json", JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    for (const [index, [, imported]] of probes.entries())
      await write(paths[index] ?? "", `import * as all from "${imported}";\n\nconsole.log(all);\n`);
    for (const { path, text } of cycles)
      await write(path, `${text}export interface A {}\nexport interface B {}\n`);
    violated = violatedRules(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("are those of the table in floors.ts", async () => {
    const config = JSON.parse(await readFile(join(root, "biome.json"), "utf8"));
    assert.deepEqual(config.overrides, overrides(), "Run `node test/package/floors.ts`.");
  });

  it("cover every folder of a part except data", async () => {
    const data = ["catalog/known", "catalog/providers"];
    for (const { name, floors } of parts) {
      const entries = await readdir(join(root, name), { withFileTypes: true });
      const folders = entries.filter((one) => one.isDirectory()).map((one) => one.name);
      const rooms = [...floors.flat(), ...data.map((one) => relative(name, one))];
      assert.deepEqual(
        folders.filter((one) => !rooms.includes(one)),
        [],
        `${name}/ has folders without a floor.`,
      );
    }
  });

  for (const [index, [path, imported, allowed]] of ofParts.entries())
    it(`${allowed ? "allow" : "forbid"} ${path} to import ${imported}`, () => {
      assert.equal(isForbidden(paths[index]), !allowed);
    });

  for (const room of new Set(ofRooms.map(([path]) => path)))
    it(`allow ${dirname(room)} to import only from lower floors`, () => {
      for (const [index, [path, imported, allowed]] of probes.entries())
        if (path === room && index >= ofParts.length)
          assert.equal(isForbidden(paths[index]), !allowed, `${path}: ${imported}`);
    });

  it("forbid cyclic imports, also of types", () => {
    for (const { path } of cycles) assert.ok(violated.get(path)?.has("noImportCycles"), path);
  });

  function isForbidden(path = ""): boolean {
    const rules = violated.get(path);
    return Boolean(rules?.has("noRestrictedImports") || rules?.has("noNodejsModules"));
  }
});

/** Runs the linter in a folder and returns the names of the violated rules by file path. */
function violatedRules(folder: string): Map<string, Set<string>> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."],
      { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 64 * 1024 * 1024 },
    );
  } catch (error) {
    // The linter exits with 1 if it has findings, which are still on standard output.
    output = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  const found = new Map<string, Set<string>>();
  for (const { category, location } of diagnostics) {
    const rules = found.get(location.path) ?? new Set();
    found.set(location.path, rules.add(category.split("/").at(-1) ?? ""));
  }
  return found;
}
