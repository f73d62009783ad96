// Reads the files of repositories whole, as the editor does, and as far as a scan reads them, and prints where the two
// differ: `npm run compare -- PATH…`.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesIn } from "../../server/cli/files.ts";
import { textOf } from "../../server/workspace/files.node.ts";
import { nodeHost } from "../../server/workspace/host.node.ts";
import { bothWaysOf } from "../server/harness/both-ways.ts";

const read = await bothWaysOf(nodeHost(join(import.meta.dirname, "../../dist")));
let [files, literals, differences] = [0, 0, 0];
for await (const path of filesIn(process.argv.slice(2))) {
  const text = textOf(path);
  if (text === undefined) continue;
  const { whole, sifted } = await read(pathToFileURL(path).href, text);
  files++;
  literals += whole.length;
  for (const [one, other, name] of [
    [whole, sifted, "whole"],
    [sifted, whole, "sifted"],
  ] as const) {
    const seen = new Set(other);
    for (const told of one.filter((line) => !seen.has(line))) {
      differences++;
      console.log(`only ${name}: ${path}:${told}`);
    }
  }
}
console.log(`${files} files, ${literals} literals, ${differences} differences`);
if (differences > 0) process.exitCode = 1;
