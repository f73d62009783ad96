import type { Slices } from "../model/slices.ts";
import { parseCatalogFile } from "../schema/catalog-file.ts";
import type { CheckedFile } from "../schema/checked-file.ts";
import type { RawFile } from "../schema/schema.ts";

// The library parses a text at once, which takes seconds for tens of thousands of entries. A long file is therefore read
// as several files: each has some of the entries, and in front of them all that is before the first one.

/** In UTF-16 units: so much of the list is read in some milliseconds. */
const portionLength = 16_384;
/** The length up to which what is before the first entry is read again with each portion. */
const maximumHead = 4096;

/** Some entries of a file: the offsets where they begin and end, and the zero-based line of the first. */
interface Portion {
  start: number;
  end: number;
  line: number;
}

/** A portion that was parsed, the number of its first entry, and how many lines the portions before it have. */
interface ParsedPortion {
  file: CheckedFile<RawFile>;
  firstEntry: number;
  linesBefore: number;
}

/**
 * Parses a file that ends with a long list of entries, in slices. Returns undefined for other files, and where there is
 * any problem: the file is then to be parsed as a whole.
 */
export function* parsePortions(source: string, path: string): Slices<CheckedFile<RawFile> | undefined> {
  const portions = portionsOf(source);
  const head = source.slice(0, portions[0]?.start);
  if (portions.length < 2 || head.length > maximumHead) return undefined;
  const parsed: ParsedPortion[] = [];
  const entries: NonNullable<RawFile["entries"]> = [];
  let value: RawFile | undefined;
  for (const { start, end, line } of portions) {
    const file = parseCatalogFile(head + source.slice(start, end), path);
    if (!file.value?.entries || file.problems.length > 0) return undefined;
    parsed.push({ file, firstEntry: entries.length, linesBefore: line - (portions[0]?.line ?? 0) });
    value ??= { ...file.value, entries };
    for (const entry of file.value.entries) entries.push(entry);
    yield;
  }
  return { value, problems: [], problem: problemIn(parsed) };
}

/** Returns a function that creates problems in the file of which some portions were parsed. */
function problemIn(portions: readonly ParsedPortion[]): CheckedFile<RawFile>["problem"] {
  return (keys, severity, message, atKey) => {
    const [list, entry, ...rest] = keys;
    const number = list === "entries" && typeof entry === "number" ? entry : undefined;
    const portion = portions[number === undefined ? 0 : lastUpTo(number, portions)] as ParsedPortion;
    const { file, firstEntry, linesBefore } = portion;
    if (number === undefined) return file.problem(keys, severity, message, atKey);
    const found = file.problem(["entries", number - firstEntry, ...rest], severity, message, atKey);
    return { ...found, line: found.line + linesBefore, endLine: found.endLine + linesBefore };
  };
}

/** Returns the index of the portion that has an entry. */
function lastUpTo(entry: number, portions: readonly ParsedPortion[]): number {
  let [low, high] = [0, portions.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((portions[middle]?.firstEntry ?? 0) <= entry) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Returns the portions of the list that a file ends with, if each of its entries begins with a line `- …`: lines of
 * the entries themselves are indented more. None if that is not so.
 */
function portionsOf(source: string): Portion[] {
  const begin = /^entries:[ \t]*(?:#.*)?\r?\n/m.exec(source);
  if (!begin) return [];
  const portions: Portion[] = [];
  let line = linesIn(source.slice(0, begin.index)) + 1;
  let indent: number | undefined;
  for (let at = begin.index + begin[0].length; at < source.length; line++) {
    const end = source.indexOf("\n", at) + 1 || source.length;
    const column = columnOf(source, at);
    if (column !== undefined) {
      indent ??= column;
      const isEntry = column === indent && /^-\s/.test(source.slice(at + column, at + column + 2));
      if (!isEntry && column <= indent) return [];
      const last = portions.at(-1);
      if (!last || (isEntry && at - last.start >= portionLength)) portions.push({ start: at, end, line });
    }
    const current = portions.at(-1);
    if (current) current.end = end;
    at = end;
  }
  return portions;
}

/** Returns the number of blanks before what stands on the line at an offset; undefined if it is empty or a comment. */
function columnOf(source: string, at: number): number | undefined {
  let column = 0;
  while (source[at + column] === " ") column++;
  return /[#\r\n]/.test(source[at + column] ?? "\n") ? undefined : column;
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
