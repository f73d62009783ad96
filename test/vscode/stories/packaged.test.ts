import assert from "node:assert/strict";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { npm } from "../../../launch.mjs";
import manifest from "../../../package.json" with { type: "json" };
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
  "dist/libraries/fflate.js",
  "dist/libraries/fuse.js",
  "dist/libraries/lezer-markdown.js",
  "dist/libraries/naming.js",
  "dist/libraries/parse5.js",
  "dist/libraries/read-excel-file-universal.js",
  "dist/libraries/string-width.js",
  "dist/libraries/toml-eslint-parser.js",
  "dist/libraries/yaml.js",
  "dist/libraries/yauzl.js",
  "dist/page.js",
  "dist/server-core.js",
  "dist/server.js",
  "dist/third-party-notices.txt",
  "dist/web/client.js",
  "dist/web/libraries/fflate.js",
  "dist/web/server.js",
  "images/activity-bar.svg",
  "images/icon.png",
  "images/page-dark.svg",
  "images/page-light.svg",
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

/** Returns the defaults of the inputs of an action. */
function mapped(inputs: Record<string, { default: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, one.default]));
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

  describe("of npm", () => {
    let tarball: string;
    let project: string;
    const inProject = (command: string, args: string[], env: NodeJS.ProcessEnv = {}, shell = false) =>
      spawnSync(command, args, {
        cwd: project,
        encoding: "utf8",
        shell,
        env: {
          ...process.env,
          GITHUB_ACTIONS: "",
          LC_ALL: "C",
          npm_config_cache: join(folder, "cache"),
          ...env,
        },
      });
    const byNpm = (...words: string[]) => {
      const [command, args, { shell }] = npm(words);
      return inProject(command, args, {}, shell);
    };

    before(async () => {
      project = join(folder, "project");
      await mkdir(join(project, "src"), { recursive: true });
      await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
      await writeFile(join(project, "src/a.ts"), 'if (err.code === "AuthFailure.SignatureExpired") {}\n');
    });

    it("is packed with nothing but its name printed, and with no more than is needed", () => {
      const printed = copies[0]?.printed ?? "";
      assert.match(printed, /^[\w.-]+\.tgz\r?\n$/);
      tarball = join(folder, "copy-0", printed.trim());
      const names = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split(/\r?\n/);
      const others = names
        .map((name) => name.replace("package/", ""))
        .filter((name) => !/^(?:dist\/grammars\/|dist\/libraries\/|docs\/rules\/)/.test(name));
      assert.deepEqual(others.toSorted(), [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "dist/catalog.bin",
        "dist/cli.js",
        "dist/command-line.js",
        "dist/index.d.ts",
        "dist/index.js",
        "dist/language-server.js",
        "dist/mcp.js",
        "dist/server-core.js",
        "dist/server.js",
        "dist/third-party-notices.txt",
        "package.json",
      ]);
    });

    it("installs nothing else into an empty project, and runs there under each of its names", async () => {
      const installed = byNpm("install", "--no-audit", "--no-fund", "--offline", tarball);
      assert.equal(installed.status, 0, installed.stderr);
      const packages = await readdir(join(project, "node_modules"));
      assert.deepEqual(
        packages.filter((name) => !name.startsWith(".")),
        ["error-code-intellisense"],
      );
      const checked = byNpm("exec", "--offline", "--", "error-codes", "check");
      assert.equal(checked.status, 1, checked.stderr);
      assert.match(checked.stdout, /^src\/a\.ts:1:19 warning [\s\S]*1 warning in \d files\.\r?\n$/m);
      const explained = byNpm("exec", "--offline", "--", "error-code-intellisense", "explain", "Throttling");
      assert.equal(explained.status, 0, explained.stderr);
      const served = byNpm("exec", "--offline", "--", "error-code-language-server", "--version");
      assert.match(served.stdout, /^\d+\.\d+\.\d+\r?\n$/);
    });

    it("has functions with types for programs", async () => {
      const program = `import { check, explain, lookup, type Finding } from "error-code-intellisense";
const { files, findings } = await check("src", { rules: { "misspelled-code": "error" } });
const [first]: readonly Finding[] = findings;
const [known] = await explain("AuthFailure.SignatureExpire", { language: "zh-CN" });
const [read] = await explain('{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"x"},"RequestId":"6a5c7a3e-6d5b-4c9c-8f5d-0e4a2f1c9b7e"}}');
const found = await lookup("sigexp", { limit: 2 });
const wrong = await lookup("kind:nothing").catch((error: Error) => error.message);
console.log(JSON.stringify([files, first?.severity, first?.suggestions, known?.known, known?.entry?.kind, read?.requestId, found.map(({ code }) => code), wrong]));
`;
      await writeFile(join(project, "program.mts"), program);
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      const options = [
        "--noEmit",
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "--types",
        "node",
      ];
      const roots = ["--typeRoots", join(root, "node_modules/@types")];
      const typed = inProject(process.execPath, [tsc, ...options, ...roots, "program.mts"]);
      assert.equal(typed.stdout, "");
      const ran = inProject(process.execPath, [...process.execArgv, "program.mts"]);
      assert.equal(ran.status, 0, ran.stderr);
      const [files, severity, suggestions, known, kind, requestId, codes, wrong] = JSON.parse(ran.stdout);
      assert.deepEqual([files.length, severity, suggestions], [1, "error", ["AuthFailure.SignatureExpire"]]);
      assert.deepEqual(
        [known, kind, requestId, codes.length],
        [true, "authentication", "6a5c7a3e-6d5b-4c9c-8f5d-0e4a2f1c9b7e", 2],
      );
      assert.match(wrong, /There is no kind 'nothing'/);
    });

    it("is run by the action, which passes its inputs on as they are", async function () {
      if (process.platform === "win32") this.skip();
      const { inputs, runs } = parse(await readFile(join(root, "action.yml"), "utf8"));
      const { run: script, env } = runs.steps.at(-1);
      assert.equal(inputs.package.default, `error-code-intellisense@${manifest.version}`);
      const values: Record<string, string> = {
        ...mapped(inputs),
        package: tarball,
        "sarif-file": "codes.sarif",
      };
      const act = (given: Record<string, string>) => {
        const all: Record<string, string> = { ...values, ...given };
        const filled = Object.entries(env as Record<string, string>).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => all[input] ?? ""),
        ]);
        const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
        const more = { ...Object.fromEntries(filled), GITHUB_ACTIONS: "true", PATH: path };
        return inProject("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], more);
      };
      const failed = act({ paths: "src\n$(touch hacked)\n", args: "--hints" });
      assert.match(failed.stderr, /matches no file/);
      const { status, stdout, stderr } = act({ paths: "src" });
      assert.equal(status, 1, stderr);
      assert.match(stdout, /^::warning file=src\/a\.ts,line=1,/m);
      assert.equal(
        JSON.parse(await readFile(join(project, "codes.sarif"), "utf8")).runs[0].results.length,
        1,
      );
      assert.ok(!(await readdir(project)).includes("hacked"));
    });

    it("is run in the same version by the hook of pre-commit, and by the examples of the documents", async () => {
      const hooks = await readFile(join(root, ".pre-commit-hooks.yaml"), "utf8");
      const named = `--package=error-code-intellisense@${manifest.version} error-codes check`;
      assert.ok(hooks.includes(named), hooks);
    });
  });

  it("shows hovers when it is installed from its .vsix file", async () => {
    workbench = await Workbench.open({ folder: join(root, "examples"), vsix: copies[0]?.vsix ?? "" });
    await workbench.openFile("java/AlibabaInstances.java");
    const hover = await workbench.hover("Throttling");
    assert.match((await hover.textContent()) ?? "", /Alibaba Cloud · Elastic Compute Service · HTTP 400/);
  });
});
