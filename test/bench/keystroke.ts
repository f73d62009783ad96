// Measures the time from a keystroke in a long file to its diagnostics: `npm run bench:keystroke`.
// The baseline is the time of the parser alone for the same keystrokes.
import { join } from "node:path";
import { Language, Parser, type Tree } from "web-tree-sitter";
import { nodeHost } from "../../server/workspace/host.node.ts";
import { Client } from "../server/harness/client.ts";
import { longFile } from "./long-file.ts";

const keystrokes = 60;

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Types letters into the middle line and returns the time of each keystroke in milliseconds. */
async function typeInto(
  text: string,
  press: (offset: number, letter: string) => Promise<void>,
): Promise<number[]> {
  const middle = text.indexOf("error.code", text.length / 2) - 1;
  const times: number[] = [];
  for (let index = 0; index < keystrokes; index++) {
    const start = performance.now();
    await press(middle + index, "abcdefghij"[index % 10] ?? "a");
    times.push(performance.now() - start);
  }
  return times;
}

async function withServer(text: string): Promise<number> {
  const client = await Client.start();
  const open = await client.open("typescript", text);
  await open.diagnose();
  const times = await typeInto(text, async (offset, letter) => {
    const position = open.document.positionAt(offset);
    await open.change([{ range: { start: position, end: position }, text: letter }]);
    await open.diagnose();
  });
  await client.stop();
  return median(times);
}

async function withParser(text: string): Promise<number> {
  const host = nodeHost(join(import.meta.dirname, "../../dist"));
  await Parser.init({ wasmBinary: await host.readParserFile("web-tree-sitter.wasm") });
  const parser = new Parser();
  parser.setLanguage(await Language.load(await host.readParserFile("tree-sitter-typescript.wasm")));
  let current = text;
  let tree = parser.parse(current) as Tree;
  const times = await typeInto(text, async (offset, letter) => {
    current = current.slice(0, offset) + letter + current.slice(offset);
    const row = current.slice(0, offset).split("\n").length - 1;
    const column = offset - current.lastIndexOf("\n", offset - 1) - 1;
    const startPosition = { row, column };
    const edit = {
      startIndex: offset,
      oldEndIndex: offset,
      newEndIndex: offset + 1,
      startPosition,
      oldEndPosition: startPosition,
      newEndPosition: { row, column: column + 1 },
    };
    tree.edit(edit as Parameters<Tree["edit"]>[0]);
    const next = parser.parse(current, tree) as Tree;
    tree.delete();
    tree = next;
  });
  return median(times);
}

/** Returns the median time from a keystroke in a file of some lines to its diagnostics, and that of the parser alone. */
export async function keystrokeTimes(lines: number): Promise<{ server: number; parser: number }> {
  const text = longFile(lines);
  return { server: await withServer(text), parser: await withParser(text) };
}

if (import.meta.main)
  for (const lines of [1000, 10_000]) {
    const { server, parser } = await keystrokeTimes(lines);
    const ratio = (server / parser).toFixed(1);
    console.log(
      `${lines} lines: keystroke to diagnostics p50 ${server.toFixed(1)} ms; parser alone ${parser.toFixed(1)} ms (${ratio}×)`,
    );
  }
