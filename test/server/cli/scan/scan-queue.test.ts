import assert from "node:assert/strict";
import type { FileScan, Scanner } from "../../../../server/cli/scan/file-scan.ts";
import { ScanQueue } from "../../../../server/cli/scan/scan-queue.ts";
import type { ScanThreadPool } from "../../../../server/cli/scan/threads.ts";
import { TrackedDocument } from "../../../../server/documents/tracked-document.ts";

/** More than half of the text for which threads are started. */
const long = "x".repeat(800_000);

/** A queue whose files are parsed by nobody: `here` and `there` are those that this thread and others were asked for. */
function newQueue({ isBusy = false, isUseful = true } = {}) {
  const [here, there]: [string[], string[]] = [[], []];
  const resultOf = (path: string): FileScan => ({
    files: 1,
    found: [{ path, line: 0, character: 0, endLine: 0, endCharacter: 1, text: "X" } as FileScan["found"][0]],
    skipped: undefined,
  });
  const nothing = (): FileScan => ({ files: 1, found: [], skipped: undefined });
  const isCandidate = (path: string) => path.startsWith("code");
  const documentOf = (path: string) => TrackedDocument.of(path, "typescript", 0, long);
  const scan = async (path: string) => {
    here.push(path);
    return resultOf(path);
  };
  const scanner = {
    prepare: async (path: string) => (isCandidate(path) ? documentOf(path) : nothing()),
    scanUnparsed: async (path: string) => (isCandidate(path) ? undefined : nothing()),
    scan,
    scanDocument: scan,
  };
  const threads = {
    isUseful,
    isBusy,
    scan: async (path: string) => {
      there.push(path);
      return resultOf(path);
    },
  };
  const queue = new ScanQueue(scanner as unknown as Scanner, threads as unknown as ScanThreadPool);
  return { queue, here, there };
}

/** Adds files to a queue and returns the paths of those with codes in the order of the results, and the number of files. */
async function resultsOf(queue: ScanQueue, paths: string[]): Promise<{ files: number; found: string[] }> {
  const all: FileScan[] = [];
  for (const path of paths) {
    await queue.add(path);
    for await (const one of queue.results(false)) all.push(one);
  }
  for await (const one of queue.results(true)) all.push(one);
  return {
    files: all.reduce((sum, { files }) => sum + files, 0),
    found: all.flatMap(({ found }) => found.map(({ path }) => path)),
  };
}

describe("the queue of a scan", () => {
  it("leaves a little text to the thread that reads the files", async () => {
    const { queue, here, there } = newQueue();
    assert.deepEqual(await resultsOf(queue, ["a", "code1", "b", "c"]), { files: 4, found: ["code1"] });
    assert.deepEqual([here, there], [["code1"], []]);
  });

  it("gives much text to other threads, that of earlier files too, and keeps the order", async () => {
    const { queue, here, there } = newQueue();
    const paths = ["a", "code1", "b", "c", "code2", "code3", "d"];
    assert.deepEqual(await resultsOf(queue, paths), { files: 7, found: ["code1", "code2", "code3"] });
    assert.deepEqual([here, there], [[], ["code1", "code2", "code3"]]);
  });

  it("keeps the order where the other threads are busy, and parses nothing itself", async () => {
    const { queue, here, there } = newQueue({ isBusy: true });
    const paths = ["code1", "code2", "code3", "a", "code4"];
    assert.deepEqual((await resultsOf(queue, paths)).found, ["code1", "code2", "code3", "code4"]);
    assert.deepEqual([here, there], [[], ["code1", "code2", "code3", "code4"]]);
  });

  it("gives nothing to other threads where there is a single core", async () => {
    const { queue, here, there } = newQueue({ isUseful: false });
    const { found } = await resultsOf(queue, ["code1", "code2", "code3"]);
    assert.deepEqual([found.length, here.length, there.length], [3, 3, 0]);
  });
});
