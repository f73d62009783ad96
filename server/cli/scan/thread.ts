import { parentPort, workerData } from "node:worker_threads";
import { loadEngine } from "../engine.ts";
import { Scanner } from "./file-scan.ts";
import type { ThreadData } from "./threads.ts";

/** Scans the files that a `ScanThreadPool` sends to this worker thread and posts the results back, in order. */
export function serve(): void {
  const loading = loadEngine(workerData as ThreadData).then((engine) => new Scanner(engine));
  let last = Promise.resolve();
  parentPort?.on("message", (path: string) => {
    last = last.then(async () => {
      const scanner = await loading;
      parentPort?.postMessage(await scanner.scan(path));
    });
  });
}
