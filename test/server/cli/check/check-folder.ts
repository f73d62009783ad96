import { execFileSync } from "node:child_process";
import { sep } from "node:path";
import type { CheckResult } from "../../../../server/cli/check/check-result.ts";
import { newFolder } from "../../harness/folder.ts";

export const wrong = "AuthFailure.SignatrueExpire";
export const right = "AuthFailure.SignatureExpire";
export const compared = (code: string) => `if (err.code === "${code}") {}\n`;

type Run = ReturnType<typeof newFolder>["run"];

/** A new folder for each test of a suite, in which `check` is run. */
export function checkFolder() {
  const folder = newFolder();
  // Whose codes are meant is clear, so that misspelled ones are certain.
  beforeEach(() =>
    folder.write("../package.json", `{ "dependencies": { "tencentcloud-sdk-nodejs": "^4" } }`),
  );
  const check = (args: readonly string[], { env, ...given }: Parameters<Run>[1] = {}) => {
    const ran = folder.run(["check", ...args], { ...given, env: { GITHUB_ACTIONS: "true", ...env } });
    return { ...ran, json: () => ran.json() as CheckResult[] };
  };
  return {
    ...folder,
    check,
    /** The literals that are found, each behind its path. */
    literals: (args: readonly string[]) =>
      check([...args, "--json"])
        .json()
        .map(({ path, literal }) => `${path.split(sep).join("/")} ${literal}`),
    git: (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd: folder.at("."),
      }),
  };
}
