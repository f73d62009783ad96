import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { TextDocument } from "vscode-languageserver-textdocument";
import { duplicateCode } from "../../rules/duplicate-code.ts";
import { rules } from "../../rules/index.ts";
import { unreachableCode } from "../../rules/unreachable-code.ts";
import type { TextFile } from "../../workspace/walk/files.node.ts";
import { readRegularFile, UnreadableFile } from "../../workspace/walk/regular-file.node.ts";
import { replaceFile } from "../replacing-files.ts";
import { type CheckResult, canFailBuild } from "./check-result.ts";
import { lineAt } from "./checker.ts";

/** Files with more bytes are not checked. */
const maximumBytes = 20_000_000;

/** The rules that report a code where an equal one stands before it. */
const repetitions: ReadonlySet<string> = new Set([duplicateCode.id, unreachableCode.id]);

const autoFixes = new Map(rules.map(({ id, autoFix }) => [id, autoFix]));

/** The result of fixing a file. */
export interface FixResult {
  /** The findings that were fixed; empty if `failed` is set. */
  edits: CheckResult[];
  /** Findings that were not fixed, since the suggestion stands beside them already, as in another case of their switch. */
  repeating: CheckResult[];
  /** What `check` returned for the fixed text. */
  remaining: readonly CheckResult[];
  /** Why the file was not written. */
  failed?: string;
}

/** Checks a text as the new content of a file. */
type Check = (text: string) => Promise<readonly CheckResult[]>;

/** Applies the findings that have a single certain suggestion to a file; returns undefined if there are none. */
export async function fix(
  { path, text }: TextFile,
  found: readonly CheckResult[],
  check: Check,
): Promise<FixResult | undefined> {
  const fixable = editsIn(found).sort((a, b) => compare(a.range.start, b.range.start));
  if (fixable.length === 0) return undefined;
  let [after, remaining] = await applied(text, fixable, check);
  const repeating = repeatingAmong(fixable, remaining);
  const edits = fixable.filter((one) => !repeating.includes(one));
  if (repeating.length > 0) [after, remaining] = await applied(text, edits, check);
  const failed = edits.length === 0 ? undefined : await write(path, text, after);
  if (failed !== undefined) return { edits: [], repeating: [], remaining: found, failed };
  const ranges = rangesAfter(fixable, new Set(edits));
  const document = TextDocument.create("", "", 0, after);
  const left = repeating.flatMap((one) => {
    const range = ranges.get(one) ?? one.range;
    // Beside the code that it means, a misspelled one may be silent.
    const isReported = remaining.some(
      (other) => other.rule === one.rule && isDeepStrictEqual(other.range, range),
    );
    return isReported ? [] : { ...one, range, line: lineAt(document, range.start.line) };
  });
  return { edits, repeating, remaining: [...remaining, ...left] };
}

/** Returns a text after some edits, and what is found in it. */
async function applied(
  text: string,
  edits: readonly CheckResult[],
  check: Check,
): Promise<[after: string, remaining: readonly CheckResult[]]> {
  const changes = edits.map((edit) => ({ range: edit.range, newText: newTextOf(edit) }));
  const after = TextDocument.applyEdits(TextDocument.create("", "", 0, text), changes);
  return [after, await check(after)];
}

/** Returns the edits that wrote a code where an equal one stands before it; `found` is what was found after all of them. */
function repeatingAmong(edits: readonly CheckResult[], found: readonly CheckResult[]): CheckResult[] {
  const repeated = new Set(
    found.flatMap(({ rule, range }) => (repetitions.has(rule) ? JSON.stringify(range) : [])),
  );
  const ranges = rangesAfter(edits, new Set(edits));
  return edits.filter((edit) => repeated.has(JSON.stringify(ranges.get(edit))));
}

/** Returns where findings, which are in text order, stand after those of them in `applied` were applied. */
function rangesAfter(all: readonly CheckResult[], applied: ReadonlySet<CheckResult>) {
  const ranges = new Map<CheckResult, CheckResult["range"]>();
  let [line, shift] = [-1, 0];
  for (const edit of all) {
    const { start, end } = edit.range;
    if (start.line !== line) [line, shift] = [start.line, 0];
    const from = start.character + shift;
    if (applied.has(edit)) shift += newTextOf(edit).length - (end.character - start.character);
    ranges.set(edit, { start: { line, character: from }, end: { line, character: end.character + shift } });
  }
  return ranges;
}

function newTextOf({ suggestions: [newText = ""] }: CheckResult): string {
  return newText;
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
