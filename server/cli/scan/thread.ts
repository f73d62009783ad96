import { parentPort } from "node:worker_threads";
import { loadEngine } from "../engine.ts";
import { Scanner } from "./file-scan.ts";

/** Answers to {@link Threads} in one of its threads. */
export function serve(): void {
  const loading = loadEngine("codes.json").then((engine) => new Scanner(engine));
  let last = Promise.resolve();
  parentPort?.on("message", (paths: string[]) => {
    last = last.then(async () => {
      const scanner = await loading;
      // A single file can hold more than a thread has room for several times, and most hold nothing.
      let files = 0;
      for (const [index, path] of paths.entries()) {
        const { found, skipped } = await scanner.scan(path);
        files++;
        if (found.length === 0 && !skipped && index < paths.length - 1) continue;
        parentPort?.postMessage({ files, found, skipped });
        files = 0;
      }
    });
  });
}
