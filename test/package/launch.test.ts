import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { binaries, npm, stripsTypes } from "../../launch.mjs";
import manifest from "../../package.json" with { type: "json" };
import { execute } from "../vscode/processes.ts";

const launcher = join(import.meta.dirname, "../../launch.mjs");
const platform = "linux-x64";
const pinned = binaries[platform] ?? assert.fail();

/** How a process ended, and what it printed. */
interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

async function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const [code] = await once(child, "close");
  return { code, stdout: stdout.trim(), stderr: stderr.trim() };
}

describe("what starts the scripts", () => {
  let folder: string;
  let cache: string;
  let registry: Server;
  let asked: string[];
  /** What the registry says of the pinned package's integrity, and what it sends as this package. */
  let stated: string;
  let tarball: Buffer;

  /** The environment of a machine of its own: nothing that npm keeps for others is there. */
  function env(): NodeJS.ProcessEnv {
    const { port } = registry.address() as AddressInfo;
    return {
      ERROR_CODES_CACHE: cache,
      npm_config_cache: join(folder, "npm"),
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: "0",
      EXECUTED: join(folder, "executed"),
    };
  }

  /** Starts `words` as the launcher does where it finds itself on another machine, and with another pin. */
  function onMachine(machine: { version: string; platform: string }, pin: object, ...words: string[]) {
    const program = `
      import { binaries, launch } from ${JSON.stringify(pathToFileURL(launcher))};
      Object.assign(binaries[${JSON.stringify(platform)}], ${JSON.stringify(pin)});
      await launch(${JSON.stringify(words)}, ${JSON.stringify(machine)}).catch((error) => {
        console.error(error.message);
        process.exit(1);
      });`;
    return run(process.execPath, ["--input-type=module", "-e", program], env());
  }

  /** A package of the pinned name and version, whose binary tells where it is executed. */
  async function packBinary(): Promise<string> {
    const source = join(folder, "source");
    await mkdir(join(source, "bin"), { recursive: true });
    const { package: name, version } = pinned;
    await writeFile(join(source, "package.json"), JSON.stringify({ name, version, files: ["bin"] }));
    const script = `#!/bin/sh\necho "$*" >> "$EXECUTED"\n[ "$1" = --version ] && echo v${version} || echo "ran $*"\n`;
    await writeFile(join(source, "bin/node"), script, { mode: 0o755 });
    const [command, args, options] = npm(["pack", "--json"]);
    const output = await execute(command, args, { cwd: source, ...options });
    const [{ filename, integrity }] = Object.values(JSON.parse(output.slice(output.search(/^[[{]/m)))) as [
      { filename: string; integrity: string },
    ];
    tarball = await readFile(join(source, filename));
    return integrity;
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-launch-"));
    registry = createServer((request, response) => {
      asked.push(request.url ?? "");
      const { package: name, version } = pinned;
      if (request.url?.endsWith(".tgz")) return response.end(tarball);
      const dist = { tarball: `http://${request.headers.host}/${name}.tgz`, integrity: stated };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ name, versions: { [version]: { name, version, dist } } }));
    }).listen(0, "127.0.0.1");
    await once(registry, "listening");
  });
  beforeEach(async () => {
    asked = [];
    cache = await mkdtemp(join(folder, "cache-"));
    await rm(join(folder, "executed"), { force: true });
    await rm(join(folder, "npm"), { recursive: true, force: true });
  });
  after(async () => {
    registry.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is named by every script, and nothing else is", () => {
    for (const [name, script] of Object.entries(manifest.scripts)) {
      for (const command of script.split("&&")) assert.match(command.trim(), /^node launch\.mjs \S/, name);
    }
  });

  it("knows which versions of Node read TypeScript", () => {
    const old = ["18.0.0", "20.20.2", "21.7.3", "22.0.0", "22.17.1", "23.0.0", "23.5.0"];
    const young = ["22.18.0", "22.23.2", "23.6.0", "23.11.1", "24.0.0", "24.22.3", "26.0.0-nightly2026"];
    assert.deepEqual(old.filter(stripsTypes), []);
    assert.deepEqual(
      young.filter((version) => !stripsTypes(version)),
      [],
    );
  });

  it("pins a version that reads TypeScript, with its integrity, for each platform", () => {
    assert.deepEqual(Object.keys(binaries).toSorted(), [
      "darwin-arm64",
      "darwin-x64",
      "linux-arm64",
      "linux-x64",
      "win32-arm64",
      "win32-x64",
    ]);
    for (const binary of Object.values(binaries)) {
      assert.ok(binary && stripsTypes(binary.version), binary?.version);
      assert.match(binary.integrity, /^sha512-[\w+/]{86}==$/);
    }
  });

  it("takes the running Node where it reads TypeScript, and asks for nothing", async () => {
    const ended = await run(process.execPath, [launcher, "-p", "process.execPath"], env());
    assert.deepEqual(ended, { code: 0, stdout: process.execPath, stderr: "" });
    assert.deepEqual([asked, await readdir(cache)], [[], []]);
  });

  it("hands arguments on as they are, and ends as the program ends", async () => {
    const program = "console.log(JSON.stringify(process.argv.slice(1))); process.exit(7)";
    const words = ["two words", '"quoted"', "a&b", "--flag=%PATH%"];
    const { code, stdout } = await run(process.execPath, [launcher, "-e", program, "--", ...words], env());
    assert.deepEqual([code, JSON.parse(stdout)], [7, words]);
  });

  it("lets the program end in its own way when it is asked to stop", async function () {
    if (process.platform === "win32") this.skip();
    const program =
      "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log(1)";
    const child = spawn(process.execPath, [launcher, "-e", program]);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    assert.deepEqual(await once(child, "exit"), [3, null]);
  });

  it("says in one line which Node to install where npm has none", async () => {
    for (const other of ["linux-x64-musl", "freebsd-x64"]) {
      const ended = await onMachine({ version: "20.20.2", platform: other }, {}, "-p", "1");
      const stderr =
        "The scripts need Node 22.18, 23.6 or newer, and this is Node 20.20.2; " +
        `npm has no other for ${other}: install Node 24 from your system or nodejs.org.`;
      assert.deepEqual(ended, { code: 1, stdout: "", stderr });
    }
    assert.deepEqual([asked, await readdir(cache)], [[], []]);
  });

  for (const [title, honest] of [
    ["says that it has another package", true],
    ["sends another package than it says", false],
  ] as const) {
    it(`refuses what is not the pinned binary, where a registry ${title}`, async () => {
      const integrity = await packBinary();
      stated = honest ? integrity : pinned.integrity;
      const { code, stdout, stderr } = await onMachine({ version: "20.20.2", platform }, {}, "-p", "1");
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /could not be installed: npm says:\n.*EINTEGRITY/);
      assert.notDeepEqual(asked, []);
      assert.equal(existsSync(join(folder, "executed")), false, "it was executed");
      assert.deepEqual(await readdir(cache), []);
    });
  }

  it("installs the pinned binary once, for two starts at the same time", async function () {
    if (process.platform === "win32") this.skip();
    stated = await packBinary();
    const start = () => onMachine({ version: "20.20.2", platform }, { integrity: stated }, "a b", "c");
    await mkdir(join(cache, "unfinished-999999999-abandoned"));
    const said = `The scripts need Node 22.18, 23.6 or newer, and this is Node 20.20.2: installing Node ${pinned.version} from npm into ${join(cache, `node-${pinned.version}-${platform}`)} …`;
    const stdout = "ran --disable-warning=MODULE_TYPELESS_PACKAGE_JSON a b c";
    const installed = { code: 0, stdout, stderr: said };
    assert.deepEqual(await Promise.all([start(), start()]), [installed, installed]);
    assert.deepEqual(await readdir(cache), [`node-${pinned.version}-${platform}`]);
    asked = [];
    assert.deepEqual([await start(), asked], [{ ...installed, stderr: "" }, []]);
  });

  it("started these tests with what it installed, where the Node of npm is too old", function () {
    const outer = process.env.npm_node_execpath ?? process.execPath;
    const version = spawnSync(outer, ["--version"], { encoding: "utf8" }).stdout.slice(1).trim();
    if (stripsTypes(version)) this.skip();
    const words = [launcher, "-p", "[process.execPath, process.env.PATH].join()"];
    const [path, found] = spawnSync(outer, words, { encoding: "utf8" }).stdout.trim().split(",");
    assert.equal(path, process.execPath);
    assert.equal(found?.split(delimiter)[0], dirname(process.execPath));
  });
});
