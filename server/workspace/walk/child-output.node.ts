import { type ChildProcess, spawn } from "node:child_process";
import { type ProcessTree, processTreeOf } from "./process-tree.node.ts";

/** In bytes: the names of all files of a large repository need more than a few. */
const maximumOutput = 500_000_000;
/** How many bytes of what a program says about failures are kept. */
const maximumErrors = 100_000;
/** In milliseconds. */
const limits = {
  /** Between two looks at a program that prints nothing. */
  interval: 500,
  /** Asleep without a sign of life: it waits for something other than a disk. */
  asleep: 1_500,
  /** Without output, where the platform does not tell what a program does: reading many files takes long as well. */
  silent: 10_000,
  total: 60_000,
};

/** Why the output of a program cannot be used. */
export class ChildFailure extends Error {
  /** The exit code; undefined if the program did not end by itself. */
  readonly exitCode: number | undefined;
  /** What the program printed to standard error. */
  readonly printed: string;
  /** Whether it waited for something that did not come, or took too long. */
  readonly isStalled: boolean;

  constructor({ exitCode, printed = "", isStalled = false }: Partial<ChildFailure>) {
    super("The program failed");
    this.exitCode = exitCode;
    this.printed = printed;
    this.isStalled = isStalled;
  }
}

/**
 * Runs a program without input and returns its standard output; throws a {@link ChildFailure}. A program that waits for a
 * named pipe or another program is ended soon, with all that it started.
 */
export function outputOf(
  program: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  let [size, errorSize] = [0, 0];
  const printed = () => Buffer.concat(errors).toString();
  const stop = (isStalled: boolean) => {
    end(child);
    reject(new ChildFailure({ printed: printed(), isStalled }));
  };
  const watch = new StallWatch(child, () => stop(true));
  child.stdout.on("data", (part: Buffer) => {
    watch.progress();
    size += part.length;
    if (size > maximumOutput) stop(false);
    else output.push(part);
  });
  child.stderr.on("data", (part: Buffer) => {
    errorSize += part.length;
    if (errorSize <= maximumErrors) errors.push(part);
  });
  child.on("error", () => reject(new ChildFailure({})));
  child.on("close", (exitCode) => {
    if (exitCode === 0) resolve(Buffer.concat(output).toString());
    else reject(new ChildFailure({ exitCode: exitCode ?? undefined, printed: printed() }));
  });
  return promise.finally(() => watch.end());
}

/** Ends a process with all that it started, and stops reading what they print. */
function end(child: ChildProcess): void {
  for (const id of processTreeOf(child.pid ?? 0)?.ids ?? []) {
    try {
      process.kill(id, "SIGKILL");
    } catch {
      // It has just ended.
    }
  }
  child.kill("SIGKILL");
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** Calls a function once a process has waited too long. */
class StallWatch {
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  readonly #start = performance.now();
  #lastOutput = this.#start;
  #lastTree: ProcessTree | undefined;
  /** The number of looks in a row at which nothing had happened: also a busy machine leaves time between two. */
  #idleLooks = 0;

  constructor(child: ChildProcess, onStalled: () => void) {
    this.#child = child;
    this.#timer = setInterval(() => {
      if (this.#isStalled()) onStalled();
    }, limits.interval);
  }

  /** Notes that the process has printed something. */
  progress(): void {
    this.#lastOutput = performance.now();
    this.#idleLooks = 0;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #isStalled(): boolean {
    const now = performance.now();
    if (now - this.#start > limits.total) return true;
    const tree = processTreeOf(this.#child.pid ?? 0);
    const isIdle = tree?.isAsleep && tree.switches === this.#lastTree?.switches;
    this.#idleLooks = isIdle ? this.#idleLooks + 1 : 0;
    this.#lastTree = tree;
    if (this.#idleLooks >= limits.asleep / limits.interval) return true;
    return !tree && now - this.#lastOutput > limits.silent;
  }
}
