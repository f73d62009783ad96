import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rules } from "../../rules/index.ts";
import type { TextFile } from "../../workspace/walk/files.node.ts";
import { readRegularFile, UnreadableFile } from "../../workspace/walk/regular-file.node.ts";
import { replaceFile } from "../replacing-files.ts";
import { type CheckResult, canFailBuild } from "./check-result.ts";

/** Files with more bytes are not checked. */
const maximumBytes = 20_000_000;

const autoFixes = new Map(rules.map(({ id, autoFix }) => [id, autoFix]));

/** The result of fixing a file. */
export interface FixResult {
  /** The findings that were fixed; empty if `failed` is set. */
  edits: CheckResult[];
  /** The text of the file afterwards, without a byte order mark. */
  text: string;
  /** Why the file was not written. */
  failed?: string;
}

/** Applies the findings that have a single certain suggestion to a file; returns undefined if there are none. */
export async function fix(
  { path, text }: TextFile,
  found: readonly CheckResult[],
): Promise<FixResult | undefined> {
  const edits = editsIn(found);
  if (edits.length === 0) return undefined;
  const document = TextDocument.create("", "", 0, text);
  const changes = edits.map(({ range, suggestions: [newText = ""] }) => ({ range, newText }));
  const after = TextDocument.applyEdits(document, changes);
  const failed = await write(path, text, after);
  return failed === undefined ? { edits, text: after } : { edits: [], text, failed };
}

/** Returns the findings that can be fixed, one per range; drops findings that contradict or overlap each other. */
function editsIn(found: readonly CheckResult[]): CheckResult[] {
  const certain = found.filter(
    (finding) =>
      finding.suggestions.length === 1 && finding.suggestions[0] !== finding.literal && isFixed(finding),
  );
  const byRange = [...Map.groupBy(certain, ({ range }) => JSON.stringify(range)).values()];
  const agreed = byRange.flatMap((group) =>
    group.every(({ suggestions }) => suggestions[0] === group[0]?.suggestions[0]) ? group.slice(0, 1) : [],
  );
  const overlapping = overlappingIn(agreed);
  return agreed.filter((finding) => !overlapping.has(finding));
}

/** Returns the findings that overlap others. */
function overlappingIn(found: readonly CheckResult[]): ReadonlySet<CheckResult> {
  const sorted = found.toSorted((a, b) => compare(a.range.start, b.range.start));
  const overlapping = new Set<CheckResult>();
  let farthest = sorted[0];
  for (const finding of sorted.slice(1)) {
    if (farthest && overlap(farthest, finding)) overlapping.add(farthest).add(finding);
    if (!farthest || isBefore(farthest.range.end, finding.range.end)) farthest = finding;
  }
  return overlapping;
}

function compare(a: CheckResult["range"]["start"], b: CheckResult["range"]["start"]): number {
  return a.line - b.line || a.character - b.character;
}

function isFixed(finding: CheckResult): boolean {
  const autoFix = autoFixes.get(finding.rule);
  return autoFix === "all" || (autoFix === "failing" && canFailBuild(finding));
}

function overlap({ range: a }: CheckResult, { range: b }: CheckResult): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: CheckResult["range"]["start"], b: CheckResult["range"]["start"]): boolean {
  return compare(a, b) < 0;
}

/** Replaces the text of a file, keeping its byte order mark, permissions and hard links. Returns the reason if that fails. */
async function write(path: string, before: string, after: string): Promise<string | undefined> {
  try {
    const bytes = await readRegularFile(path, maximumBytes);
    const current = decode(bytes);
    if (current === undefined) return "it is not valid UTF-8";
    const mark = current.startsWith("\uFEFF") ? "\uFEFF" : "";
    if (current.slice(mark.length) !== before) return "it has changed in the meantime";
    // Replacing the file by a new one would succeed even if this file is read-only.
    await access(path, constants.W_OK);
    await replaceFile(path, mark + after);
    return undefined;
  } catch (error) {
    return error instanceof UnreadableFile
      ? `it cannot be read (${error.message})`
      : `it cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`;
  }
}

/** Decodes UTF-8, keeping the byte order mark; returns undefined if the bytes are invalid. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
