import type { Slices } from "../model/slices.ts";
import { parseCatalogFile } from "../schema/catalog-file.ts";
import type { CheckedFile, Problem } from "../schema/checked-file.ts";
import { maximumProblems, problemsOf } from "../schema/problem-limit.ts";
import type { RawFile } from "../schema/schema.ts";
import { type DividedList, dividedList } from "./divided-list.ts";

// The library parses a text at once, which takes seconds for tens of thousands of entries. A long file is therefore read
// as several files: each has some of the entries, and around them all that is before the first one and behind the last.

/** The length up to which what is around the entries is read again with each portion, in UTF-16 units. */
const maximumAround = 4096;

/** A portion that was parsed, the number of its first entry, and where its parts are in the whole file. */
interface ParsedPortion {
  file: CheckedFile<RawFile>;
  firstEntry: number;
  places: Places;
}

/**
 * Parses a file with a long list of entries, in slices. Returns undefined for other files, and where a problem is not in
 * the list, or there are very many: the file is then to be parsed as a whole.
 */
export function* parsePortions(source: string, path: string): Slices<CheckedFile<RawFile> | undefined> {
  const list = dividedList(source, path);
  if (!list || list.head.length + list.tail.length > maximumAround) return undefined;
  const parsed: ParsedPortion[] = [];
  const entries: NonNullable<RawFile["entries"]> = [];
  let value: RawFile | undefined;
  for (const { start, end, firstEntry } of list.portions) {
    const file = parseCatalogFile(list.head + source.slice(start, end) + list.tail, path);
    const places = new Places(source, list, start, end);
    const isTellable = file.problems.every((one) => places.isInList(one));
    if (!isTellable || file.problems.length >= maximumProblems) return undefined;
    if (file.value && !file.value.entries) return undefined;
    parsed.push({ file, firstEntry, places });
    value ??= file.value && { ...file.value, entries };
    for (const entry of file.value?.entries ?? []) entries.push(entry);
    yield;
  }
  const isValid = parsed.every(({ file }) => file.value);
  return { ...problemsIn(parsed), value: isValid ? value : undefined, problem: problemIn(parsed) };
}

/** Returns the problems of portions: if one cannot be read at all, only those of its syntax, as of a whole file. */
function problemsIn(
  portions: readonly ParsedPortion[],
): Pick<CheckedFile<RawFile>, "problems" | "isWellFormed"> {
  const isWellFormed = portions.every(({ file }) => file.isWellFormed);
  const all = portions
    .filter(({ file }) => file.isWellFormed === isWellFormed)
    .flatMap(({ file, places, firstEntry }) =>
      file.problems.map((one) => withNumber(places.moved(one), firstEntry)),
    );
  const ofSeverity = (wanted: Problem["severity"]) => all.filter(({ severity }) => severity === wanted);
  const limited = (some: readonly Problem[]) => problemsOf(some, (one) => one);
  return { isWellFormed, problems: [...limited(ofSeverity("warning")), ...limited(ofSeverity("error"))] };
}

/** Returns a problem of a portion with the number of the entry, with which its message begins, in the whole list. */
function withNumber(problem: Problem, firstEntry: number): Problem {
  const message = Object.entries(problem.message).map(([language, text]) => [
    language,
    text.replace(/^entries\.(\d+)/, (_, number: string) => `entries.${Number(number) + firstEntry}`),
  ]);
  return { ...problem, message: Object.fromEntries(message) };
}

/** Returns a function that creates problems in the file of which some portions were parsed. */
function problemIn(portions: readonly ParsedPortion[]): CheckedFile<RawFile>["problem"] {
  return (keys, severity, message, atKey) => {
    const [list, entry, ...rest] = keys;
    const number = list === "entries" && typeof entry === "number" ? entry : undefined;
    const portion = portions[number === undefined ? 0 : lastUpTo(number, portions)] as ParsedPortion;
    const { file, firstEntry, places } = portion;
    const inPortion = number === undefined ? keys : ["entries", number - firstEntry, ...rest];
    return places.moved(file.problem(inPortion, severity, message, atKey));
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

/** A place in a text: a zero-based line, and a character in UTF-16 units. */
interface Place {
  line: number;
  character: number;
}

/** Moves places in a portion, between a head and a tail, to where they are in the whole file. */
class Places {
  /** Where the entries and the tail begin in the portion, and where in the whole file. */
  readonly #list: { from: Place; to: Place };
  readonly #tail: { from: Place; to: Place };
  readonly #hasTail: boolean;

  constructor(source: string, { head, tail, startOf }: DividedList, start: number, end: number) {
    this.#hasTail = tail !== "";
    const from = placeBehind(head, { line: 0, character: 0 });
    this.#list = { from, to: startOf(start) };
    this.#tail = {
      from: placeBehind(source.slice(start, end), from),
      to: startOf(source.length - tail.length),
    };
  }

  /** Whether a problem stands among the entries; what is not closed in them is missing behind the last one. */
  isInList({ line, character }: Place): boolean {
    const place = { line, character };
    if (isBefore(place, this.#list.from)) return false;
    return this.#hasTail ? isBefore(place, this.#tail.from) : !isBefore(this.#tail.from, place);
  }

  moved(problem: Problem): Problem {
    const start = this.#move(problem);
    const end = this.#move({ line: problem.endLine, character: problem.endCharacter });
    return { ...problem, ...start, endLine: end.line, endCharacter: end.character };
  }

  #move({ line, character }: Place): Place {
    const place = { line, character };
    if (isBefore(place, this.#list.from)) return place;
    // What ends with the last entry ends there, and not where the tail begins.
    const { from, to } = isBefore(this.#tail.from, place) ? this.#tail : this.#list;
    return {
      line: line + to.line - from.line,
      character: line === from.line ? character + to.character - from.character : character,
    };
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Returns the place behind a text that begins at a place. */
function placeBehind(text: string, { line, character }: Place): Place {
  const last = text.lastIndexOf("\n");
  if (last < 0) return { line, character: character + text.length };
  return { line: line + text.split("\n").length - 1, character: text.length - last - 1 };
}
