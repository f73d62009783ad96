import { execFileSync } from "node:child_process";
import { sep } from "node:path";
import type { CheckResult } from "../../../../server/cli/check/check-result.ts";
import { newFolder } from "../../harness/folder.ts";

export const wrong = "AuthFailure.SignatureExipre";
export const right = "AuthFailure.SignatureExpire";
export const compared = (code: string) => `if (err.code === "${code}") {}\n`;

type Run = ReturnType<typeof newFolder>["run"];

/** Creates a new folder for each test of the calling suite, with functions that run `check` in it. */
export function checkFolder() {
  const folder = newFolder();
  // The dependency makes the provider possible.
  beforeEach(() =>
    folder.write("../package.json", `{ "dependencies": { "tencentcloud-sdk-nodejs": "^4" } }`),
  );
  const check = (args: readonly string[], options: Parameters<Run>[1] = {}) => {
    const result = folder.run(["check", ...args], options);
    return { ...result, json: () => result.json() as CheckResult[] };
  };
  return {
    ...folder,
    check,
    /** Returns the literals of the findings, each preceded by its path. */
    literals: (args: readonly string[]) =>
      check([...args, "--json"])
        .json()
        .map(({ path, literal }) => `${path.split(sep).join("/")} ${literal}`),
    git: (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd: folder.at("."),
        // What git says about odd repositories is of no interest.
        stdio: ["ignore", "pipe", "pipe"],
      }),
  };
}
