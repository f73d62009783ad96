// Started as `node guard.ts <folder to remove, or "-"> <command> <argument …>`: runs the command in its own process
// group. When standard input closes, which happens however the caller ends, it kills the whole group and removes the
// folder.
import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

const [folder = "-", command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  detached: process.platform !== "win32",
  stdio: ["ignore", "inherit", "inherit"],
  windowsHide: true,
});

let ended = false;
function end(code: number): void {
  if (ended) return;
  ended = true;
  killGroup();
  if (folder !== "-") rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(code);
}

function killGroup(): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
}

child.on("error", (error) => {
  console.error(error.message);
  end(1);
});
child.on("exit", (code) => end(code ?? 1));
process.stdin.on("close", () => end(0)).resume();
// A terminal and a service manager signal all processes of the caller; the caller decides when the command ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
