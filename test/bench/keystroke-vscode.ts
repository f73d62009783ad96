// How long a keystroke in a long file takes in VS Code until the diagnostics are there: `npm run bench:keystroke:vscode`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSuite } from "../vscode/run.ts";

const folder = await mkdtemp(join(tmpdir(), "error-codes-keystroke-"));
try {
  // What the probe measures it prints; it counts no tests.
  await runSuite({ folder, entry: join(import.meta.dirname, "keystroke-probe.ts") }).catch((error) => {
    if (!/without running the tests/.test(String(error))) throw error;
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
