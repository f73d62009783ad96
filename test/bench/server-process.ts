import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const dist = join(import.meta.dirname, "../../dist");

/** A language server that has answered `initialize`. */
export interface ServerProcess {
  connection: ProtocolConnection;
  /** When its process was started, as `performance.now()`. */
  begin: number;
  /** Its resident memory in bytes. */
  memory(): Promise<number>;
  /** Ends it as an editor that is in a hurry does. */
  kill(): void;
  /** Ends it as the protocol says. */
  end(): Promise<void>;
}

/** Lays out the server with another compiled catalog in a folder, and returns the path of its program. */
export async function serverWith(catalog: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of ["server.js", "language-server.js", "server-core.js"])
    await copyFile(join(dist, name), join(folder, name));
  await symlink(catalog, join(folder, "catalog.bin"));
  for (const name of ["grammars", "libraries"]) await symlink(join(dist, name), join(folder, name));
  return join(folder, "server.js");
}

/** What an editor announces that asks for the documentation of the completion that is chosen. */
const capabilities = {
  textDocument: { completion: { completionItem: { resolveSupport: { properties: ["documentation"] } } } },
};

/** Starts a language server. */
export async function startServer(program: string, env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const begin = performance.now();
  // What is compiled is kept beside the program, if the program keeps it at all.
  const storage = `--storage=${join(program, "../storage")}`;
  const child = spawn(process.execPath, [program, "--stdio", storage], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", () => [null]);
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities });
  return {
    connection,
    begin,
    memory: () => memoryOf(child.pid ?? 0),
    kill() {
      connection.dispose();
      child.kill();
    },
    async end() {
      await connection.sendRequest("shutdown");
      const exited = once(child, "exit");
      await connection.sendNotification("exit");
      await exited;
      connection.dispose();
    },
  };
}

async function memoryOf(pid: number): Promise<number> {
  if (process.platform === "linux") {
    const pages = /VmRSS:\s*(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, "utf8"));
    return Number(pages?.[1] ?? Number.NaN) * 1024;
  }
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return Number(stdout) * 1024;
}
