import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const code = "AuthFailure.SignatureExpired";

/** Files with a misspelled code, some behind Chinese characters and an emoji, by their names. */
const files = {
  "a.cs": `/* 签名🙂 */ using TencentCloud; class A { void F(E e) { if (/* 🙂 */ e.ErrorCode == "${code}") {} } }\n`,
  "b.sh": `echo "错误🙂"; if [ "$error_code" = "${code}" ]; then echo 🙂; fi\n`,
  "c.ps1": `# 🙂\nif ($e.ErrorCode -eq "${code}") { }\n`,
  "d.properties": `# 错误🙂\nerror.code=${code}\n`,
  "e.ini": `[错误🙂]\nerror_code=${code}\n`,
  "f.cpp": `int main() { auto a = "🙂签名"; if (error.GetErrorCode() == "${code}") {} }\n`,
  "g.py": `import tencentcloud\nif "🙂签名" and e.code == "${code}":\n    pass\n`,
  "h.tsx": `const a = <b>🙂</b>; if (err.code === "${code}") {}\n`,
};

/** What an editor shows of a file: the names of its findings, and the texts that are marked. */
export interface Shown {
  file: string;
  marked: string;
}

/** Returns what is shown of files with these names. */
export function shownOf(names: readonly string[]): Shown[] {
  return names.map((file) => ({ file, marked: code }));
}

/** A new folder with the files, in which an editor runs; `env` is its environment. */
export async function folderForEditor() {
  const folder = await mkdtemp(join(tmpdir(), "error-codes-editor-"));
  await mkdir(join(folder, "project"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "project", name), text);
  return {
    path: join(folder, "project"),
    names: Object.keys(files),
    env: {
      ...process.env,
      LC_ALL: "C.UTF-8",
      XDG_CACHE_HOME: join(folder, "cache"),
      // The `node` of the system can be older than what the server needs.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
