import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
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
  "dist/third-party-notices.txt",
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

/** What a copy of the sources was built and packaged into. */
interface Built {
  /** The path of the extension's package. */
  vsix: string;
  /** What npm printed while it packed, if it built. */
  printed: string;
}

/** Builds and packages a copy of the sources: by npm, which builds before it packs, or without it. */
async function buildCopy(
  copy: string,
  by: "npm" | "node",
  env: NodeJS.ProcessEnv,
  mode: number,
): Promise<Built> {
  await copySources(copy);
  await chmod(join(copy, "README.md"), mode);
  const run = async (command: string, args: readonly string[], options: object = {}) =>
    (await promisify(execFile)(command, args, { ...options, cwd: copy, env: { ...process.env, ...env } }))
      .stdout;
  const [command, args, options] = npm(["pack"]);
  const build = () => run(process.execPath, ["build.ts", "--production"]);
  const printed = by === "npm" ? await run(command, args, options) : await build();
  const vsix = join(copy, "extension.vsix");
  await run(process.execPath, ["vsix.ts", vsix]);
  return { vsix, printed };
}

describe("the package", () => {
  let folder: string;
  let copies: Built[];
  let workbench: Workbench | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-package-"));
    const environments = [{ TZ: "UTC" }, { TZ: "Asia/Shanghai", LC_ALL: "C" }] as const;
    copies = await Promise.all([
      buildCopy(join(folder, "copy-0"), "npm", environments[0], 0o644),
      buildCopy(join(folder, "copy-1"), "node", environments[1], 0o664),
    ]);
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("contains only the files that are needed", () => {
    const listed = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const files = listed.trim().split("\n");
    const isOneOfMany = (file: string) =>
      /^dist\/grammars\/[\w-]+\.(?:wasm|query)\.br$|^docs\/rules\/[\w-]+\.md$/.test(file);
    const others = files.filter((file) => !isOneOfMany(file));
    assert.deepEqual(others.toSorted(), expected);
    assert.ok(files.length > others.length);
  });

  it("is the same, byte for byte, when it is built again elsewhere", async () => {
    const [hash, other] = await Promise.all(
      copies.map(async ({ vsix }) =>
        createHash("sha256")
          .update(await readFile(vsix))
          .digest("hex"),
      ),
    );
    assert.ok(hash);
    assert.equal(other, hash);
  });

  it("is packed by npm with nothing but its name printed, as pre-commit needs it", () => {
    assert.match(copies[0]?.printed ?? "", /^[\w.-]+\.tgz\r?\n$/);
  });

  it("shows hovers when it is installed from its .vsix file", async () => {
    workbench = await Workbench.open({ folder: join(root, "examples"), vsix: copies[0]?.vsix ?? "" });
    await workbench.openFile("java/AlibabaInstances.java");
    const hover = await workbench.hover("Throttling");
    assert.match((await hover.textContent()) ?? "", /Alibaba Cloud · Elastic Compute Service · HTTP 400/);
  });
});
