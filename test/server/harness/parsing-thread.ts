// Parses texts in a thread of its own, which the main thread can end while a scanner runs. The first message out says
// for each text what its literals are, or why it was not read.
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { literalSetOf } from "../../../server/syntax/document-trees.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import { Budget, editorTime, ReadingStopped } from "../../../server/syntax/parsing/budget.ts";
import { Grammars } from "../../../server/syntax/parsing/grammars.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";

const { name, texts, changes } = workerData as { name: string; texts: string[]; changes: object };
const found = languages.find((language) => language.name === name);
if (!found || !("grammar" in found)) throw new Error(`${name} has no grammar.`);
const language = { ...found, ...changes };
const grammars = new Grammars(nodeHost(join(import.meta.dirname, "../../../dist")));

async function read(text: string): Promise<string> {
  const loaded = await grammars.load(language);
  if (!loaded) throw new Error(`${name} is not loaded.`);
  try {
    const { literals } = await literalSetOf(text, loaded, { mayBeCode: undefined }, new Budget(editorTime));
    return literals.map((literal) => literal.text).join();
  } catch (error) {
    if (error instanceof ReadingStopped) return error.reason;
    throw error;
  }
}

const results: string[] = [];
for (const text of texts) results.push(await read(text));
parentPort?.postMessage(results);
