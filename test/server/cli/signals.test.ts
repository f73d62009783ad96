import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { checkFolder, compared, wrong } from "./check/check-folder.ts";

const program = join(import.meta.dirname, "../../../dist/cli.js");
/** Makes the program work without an end, as on a text that holds a parser, once it has read its first file. */
const busy = `
  const { open } = require("node:fs/promises");
  require("node:fs/promises").open = async (path, ...rest) => {
    if (String(path).endsWith("held.ts")) {
      require("node:fs").writeSync(2, "held");
      for (;;);
    }
    return open(path, ...rest);
  };
`;

describe("signals", () => {
  const { at, write } = checkFolder();

  for (const signal of ["SIGTERM", "SIGINT"] as const)
    it(`${signal} ends a command that is at work`, async function () {
      if (process.platform === "win32") this.skip();
      await write("busy.cjs", busy);
      await write("fixed.ts", compared(wrong));
      await write("held.ts", compared(wrong));
      const child = spawn(process.execPath, ["--require", at("busy.cjs"), program, "check", ".", "--fix"], {
        cwd: at("."),
        stdio: ["ignore", "ignore", "pipe"],
      });
      const ended = once(child, "exit");
      await once(child.stderr, "data");
      child.kill(signal);
      const [code, by] = await ended;
      assert.deepEqual([code, by], [null, signal]);
    });
});
