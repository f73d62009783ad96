import assert from "node:assert/strict";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm } from "../../../launch.mjs";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const vsce = join(root, "node_modules/@vscode/vsce/vsce");

/** The files of the package besides the grammars. */
const expected = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "dist/catalog.bin",
  "dist/client.js",
  "dist/grammars/web-tree-sitter.cjs",
  "dist/language-client.js",
  "dist/language-server.js",
  "dist/libraries/asciidoctor-core.js",
  "dist/libraries/fast-xml-parser.js",
  "dist/libraries/fuse.js",
  "dist/libraries/lezer-markdown.js",
  "dist/libraries/parse5.js",
  "dist/libraries/read-excel-file-universal.js",
  "dist/libraries/toml-eslint-parser.js",
  "dist/libraries/yaml.js",
  "dist/libraries/yauzl.js",
  "dist/page.js",
  "dist/server.js",
  "images/activity-bar.svg",
  "images/icon.png",
  "images/walkthrough-complete.svg",
  "images/walkthrough-hover.svg",
  "images/walkthrough-look-up.svg",
  "images/walkthrough-own.svg",
  "l10n/bundle.l10n.zh-cn.json",
  "package.json",
  "package.nls.json",
  "package.nls.zh-cn.json",
  "server/configuration-schema.json",
];

/** Copies what the package is built from. The packages of npm are linked only. */
async function copySources(to: string): Promise<void> {
  const unneeded = new Set(["node_modules", "dist", ".git", "test"].map((name) => join(root, name)));
  await cp(root, to, { recursive: true, filter: (from) => !unneeded.has(from) && !from.endsWith(".vsix") });
  await symlink(join(root, "node_modules"), join(to, "node_modules"), "junction");
}

function run(...args: string[]): string {
  return execFileSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("the package", () => {
  let folder: string;
  let workbench: Workbench | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-package-"));
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("contains only the files that are needed", () => {
    const files = run(vsce, "ls", "--no-dependencies").trim().split("\n");
    const others = files.filter((file) => !/^dist\/grammars\/[\w-]+\.(?:wasm|query)\.br$/.test(file));
    assert.deepEqual(others.toSorted(), expected);
    assert.ok(files.length > others.length);
  });

  it("is the same, byte for byte, when it is built again elsewhere", async () => {
    const hashes = await Promise.all(
      [{ TZ: "UTC" }, { TZ: "Asia/Shanghai", LC_ALL: "C" }].map(async (env, index) => {
        const copy = join(folder, `copy-${index}`);
        await copySources(copy);
        await chmod(join(copy, "README.md"), index === 0 ? 0o644 : 0o664);
        const runThere = (...args: string[]) =>
          promisify(execFile)(process.execPath, args, { cwd: copy, env: { ...process.env, ...env } });
        await runThere("build.ts", "--production");
        await runThere("vsix.ts", "extension.vsix");
        return createHash("sha256")
          .update(await readFile(join(copy, "extension.vsix")))
          .digest("hex");
      }),
    );
    assert.equal(hashes[1], hashes[0]);
  });

  it("is packed by npm with nothing but its name printed, as pre-commit needs it", () => {
    const [command, args, options] = npm(["pack"]);
    const env = { ...process.env, npm_config_pack_destination: folder };
    const { stdout, status } = spawnSync(command, args, { ...options, cwd: root, encoding: "utf8", env });
    assert.equal(status, 0);
    assert.match(stdout, /^[\w.-]+\.tgz\r?\n$/);
  });

  it("shows hovers when it is installed from its .vsix file", async () => {
    const vsix = join(folder, "extension.vsix");
    run("vsix.ts", vsix);
    workbench = await Workbench.open({ folder: join(root, "examples"), vsix });
    await workbench.openFile("java/AlibabaInstances.java");
    const hover = await workbench.hover("Throttling");
    assert.match((await hover.textContent()) ?? "", /Alibaba Cloud · Elastic Compute Service · HTTP 400/);
  });
});
