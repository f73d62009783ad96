// Measures the time from a keystroke in a long file to its diagnostics in VS Code: `npm run bench:keystroke:vscode`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSuite } from "../vscode/run.ts";

const folder = await mkdtemp(join(tmpdir(), "error-codes-keystroke-"));
try {
  // The probe prints its measurements and writes no counts of tests, which `runSuite` reports as an error.
  await runSuite({ folder, entry: join(import.meta.dirname, "keystroke-probe.ts") }).catch((error) => {
    if (!/without running the tests/.test(String(error))) throw error;
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
