import { spawn, spawnSync } from "node:child_process";
import { copyFile, mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { interleaved, type Row } from "./measure.ts";

const dist = join(import.meta.dirname, "../../dist");

/** Lays out the server with another compiled catalog in a folder, and returns the path of its program. */
export async function serverWith(catalog: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(dist, "server.js"), join(folder, "server.js"));
  await symlink(catalog, join(folder, "catalog.bin"));
  await symlink(join(dist, "grammars"), join(folder, "grammars"));
  return join(folder, "server.js");
}

/** Returns how long a server takes from its start to the answer to `initialize`, and then its memory in bytes. */
async function start(program: string): Promise<{ time: number; memory: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  const time = performance.now() - begin;
  const memory = await memoryOf(child.pid ?? 0);
  connection.dispose();
  child.kill();
  return { time, memory };
}

async function memoryOf(pid: number): Promise<number> {
  if (process.platform === "linux") {
    const pages = /VmRSS:\s*(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, "utf8"));
    return Number(pages?.[1] ?? Number.NaN) * 1024;
  }
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return Number(stdout) * 1024;
}

/** Measures the start of the server with a catalog, without one, and of VS Code's own server for JSON. */
export async function startRows(
  { withCatalog, empty, json }: { withCatalog: string; empty: string; json: string },
  size: number,
  rounds: number,
): Promise<Row[]> {
  const memory: Record<string, number> = {};
  const measure = (program: string) => async () => {
    const { time, memory: used } = await start(program);
    memory[program] = used / 1e6;
    return time;
  };
  const [own = 0, bare = 0, peer = 0] = await interleaved(rounds, [withCatalog, empty, json].map(measure));
  const what = `start → initialize answered, ${size.toLocaleString("en")} entries`;
  return [
    { what, value: own, unit: "ms", beside: { name: "vscode-json", value: peer }, goal: "≤ 0.95 ×" },
    { what, value: own, unit: "ms", beside: { name: "without a catalog", value: bare }, goal: "≤ 1.08 ×" },
    {
      what: `memory then, ${size.toLocaleString("en")} entries`,
      value: memory[withCatalog] ?? 0,
      unit: "MB",
      beside: { name: "without a catalog", value: memory[empty] ?? 0 },
      goal: "",
    },
  ];
}
