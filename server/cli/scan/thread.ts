import { parentPort, workerData } from "node:worker_threads";
import { loadEngine } from "../engine.ts";
import { Scanner } from "./file-scan.ts";
import type { ThreadData } from "./threads.ts";

/** Scans the files that a `ScanThreadPool` sends to this worker thread and posts the results back, in order. */
export function serve(): void {
  const loading = loadEngine(workerData as ThreadData).then((engine) => new Scanner(engine));
  let last = Promise.resolve();
  parentPort?.on("message", (paths: string[]) => {
    last = last.then(async () => {
      const scanner = await loading;
      // Results are posted file by file, because those of a whole batch may not fit into the thread's memory. Most
      // files have none and are reported together with the next file that has results.
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
