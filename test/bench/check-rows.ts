import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { interleaved, type Row } from "./measure.ts";

const root = join(import.meta.dirname, "../..");
const hook = join(import.meta.dirname, "processor-time.cjs");

/** Returns the processor time of a program of Node.js, in milliseconds. `folder` is for files of the measurement. */
function processorTime(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): number {
  const file = join(folder, "processor-time");
  const { error, stderr } = spawnSync(process.execPath, ["--require", hook, ...args], {
    encoding: "utf8",
    env: { ...process.env, XDG_CACHE_HOME: folder, ...env, PROCESSOR_TIME_FILE: file },
  });
  if (error) throw error;
  const time = Number(readFileSync(file, "utf8"));
  if (!(time > 0)) throw new Error(`${args[0]} failed: ${stderr}`);
  return time;
}

/** Measures the processor time that a check of one file takes; a linter that only tells its version is the peer. */
export async function checkRows(eslint: string, folder: string, rounds: number): Promise<Row[]> {
  const check = [join(root, "dist/cli.js"), "check", join(root, "examples/go/directconnect.go")];
  processorTime(check, folder);
  const [own = 0, anew = 0, peer = 0] = await interleaved(rounds, [
    () => processorTime(check, folder),
    () => processorTime(check, folder, { NODE_DISABLE_COMPILE_CACHE: "1" }),
    () => processorTime([eslint, "--version"], folder),
  ]);
  const beside = { name: "eslint --version", value: peer };
  return [
    {
      what: "check of one file, processor time",
      value: own,
      unit: "ms",
      beside,
      goal: "≤ 350 ms",
    },
    { what: "the same, nothing compiled before", value: anew, unit: "ms", beside, goal: "≤ 350 ms" },
  ];
}
