// Analyzes the files of repositories completely, as the editor does, and partially, as a scan does, and prints where
// the results differ: `npm run compare -- PATH…`.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FileFinder } from "../../server/cli/files.ts";
import { nodeHost } from "../../server/workspace/host.node.ts";
import { textOf } from "../../server/workspace/walk/files.node.ts";
import { createComparison } from "../server/harness/both-ways.ts";

const analyze = await createComparison(nodeHost(join(import.meta.dirname, "../../dist")));
let [files, literals, differences] = [0, 0, 0];
for await (const path of new FileFinder().filesIn(process.argv.slice(2))) {
  const text = textOf(path);
  if (text === undefined) continue;
  const { whole, filtered } = await analyze(pathToFileURL(path).href, text);
  files++;
  literals += whole.length;
  for (const [one, other, name] of [
    [whole, filtered, "whole"],
    [filtered, whole, "sifted"],
  ] as const) {
    const others = new Set(other);
    for (const line of one.filter((line) => !others.has(line))) {
      differences++;
      console.log(`only ${name}: ${path}:${line}`);
    }
  }
}
console.log(`${files} files, ${literals} literals, ${differences} differences`);
if (differences > 0) process.exitCode = 1;
