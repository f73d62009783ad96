import { readdirSync, readFileSync } from "node:fs";

/** A process with all that it started. */
export interface ProcessTree {
  /** The ids of the processes, that of the first one first. */
  ids: readonly number[];
  /** How often their threads have left the processor: whoever reads files does so for each of them. */
  switches: number;
  /** Whether all their threads sleep: they neither compute nor wait for a disk. */
  isAsleep: boolean;
}

/** Returns the tree below a process; undefined if it has ended, or the platform does not tell. */
export function processTreeOf(root: number): ProcessTree | undefined {
  if (process.platform !== "linux") return undefined;
  const children = Map.groupBy(numbersIn("/proc"), parentOf);
  const ids = [root];
  for (const id of ids) ids.push(...(children.get(id) ?? []));
  const threads = ids.flatMap((id) => numbersIn(`/proc/${id}/task`).map((one) => `/proc/${id}/task/${one}`));
  const texts = threads.map((one) => textOf(`${one}/status`));
  if (texts.length === 0) return undefined;
  const switches = texts.flatMap((text) => [...text.matchAll(/ctxt_switches:\s*(\d+)/g)]);
  return {
    ids,
    switches: switches.reduce((sum, [, count]) => sum + Number(count), 0),
    // Asleep, stopped or ended.
    isAsleep: texts.every((text) => /^State:\s*[STZ]/m.test(text)),
  };
}

/** Returns the entries of a folder that are the ids of processes or threads. */
function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function parentOf(id: number): number {
  const text = textOf(`/proc/${id}/stat`);
  // The name of the program, in parentheses, can contain anything.
  return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}

/** Returns the text of a file of the kernel; empty if the process has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
