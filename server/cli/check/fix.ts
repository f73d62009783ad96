import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { TextDocument } from "vscode-languageserver-textdocument";
import writeFileAtomic from "write-file-atomic";
import { groupBy } from "../../../catalog/model/group-by.ts";
import type { TextFile } from "../../workspace/files.node.ts";
import { type CheckResult, isSerious } from "./check-result.ts";

/** Rules whose only suggestion is what was meant, where they are sure enough to warn. */
const misspellings = new Set(["misspelled-code", "unknown-code"]);
/** The rule whose suggestion took the place of a withdrawn code. */
const withdrawn = "deprecated-code";

/** What became of a file. */
export interface Fixed {
  /** The findings that were mended; none where `failed` says why. */
  edits: CheckResult[];
  /** The text as it stands now. */
  text: string;
  failed?: string;
}

/** Mends in a file what has a single suggestion; undefined where nothing has. */
export async function fix(
  { path, text }: TextFile,
  found: readonly CheckResult[],
): Promise<Fixed | undefined> {
  const edits = editsIn(found);
  if (edits.length === 0) return undefined;
  const document = TextDocument.create("", "", 0, text);
  const changes = edits.map(({ range, suggestions: [newText = ""] }) => ({ range, newText }));
  const after = TextDocument.applyEdits(document, changes);
  const failed = await write(path, text, after);
  return failed === undefined ? { edits, text: after } : { edits: [], text, failed };
}

/** The findings that can be mended, one for each place; where two want different things, neither is sure. */
function editsIn(found: readonly CheckResult[]): CheckResult[] {
  const sure = found.filter(
    (one) =>
      one.suggestions.length === 1 &&
      one.suggestions[0] !== one.literal &&
      (one.rule === withdrawn || (misspellings.has(one.rule) && isSerious(one))),
  );
  const places = [...groupBy(sure, ({ range }) => JSON.stringify(range)).values()];
  const agreed = places.flatMap((all) =>
    all.every(({ suggestions }) => suggestions[0] === all[0]?.suggestions[0]) ? all.slice(0, 1) : [],
  );
  return agreed.filter((one) => !agreed.some((other) => other !== one && overlap(one, other)));
}

function overlap({ range: a }: CheckResult, { range: b }: CheckResult): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: CheckResult["range"]["start"], b: CheckResult["range"]["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Puts a text in the place of another, with its byte order mark and permissions; says what keeps it from that. */
async function write(path: string, before: string, after: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path);
    const whole = decode(bytes);
    if (whole === undefined) return "it is not valid UTF-8";
    const mark = whole.startsWith("\uFEFF") ? "\uFEFF" : "";
    if (whole.slice(mark.length) !== before) return "it changed meanwhile";
    // A file in its place would be made even where this one is protected from writing.
    await access(path, constants.W_OK);
    await writeFileAtomic(path, mark + after);
    return undefined;
  } catch (error) {
    return `it cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
