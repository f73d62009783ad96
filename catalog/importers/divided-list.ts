/** In UTF-16 units: so much of the list is read in some milliseconds. */
const portionLength = 16_384;

/** Some entries of a list: where they begin and end, and the number of the first. */
interface Portion {
  start: number;
  end: number;
  firstEntry: number;
}

/** The list of entries in a long catalog file, divided into portions between its entries. */
export interface DividedList {
  /** What is before the first entry, and behind the last one. */
  head: string;
  tail: string;
  /** The offsets where the portions begin and end. */
  portions: Portion[];
  /** Returns the place of the beginning of a portion, or of the tail. */
  startOf(offset: number): { line: number; character: number };
}

/**
 * Divides the list of entries of a file in YAML or JSON. Returns undefined if it is short, or is not written in the usual
 * way, so that it cannot be divided without parsing it.
 */
export function dividedList(source: string, path: string): DividedList | undefined {
  const isJson = /\.json$/i.test(path) || /^\s*\{/.test(source.slice(0, 100));
  const found = isJson ? jsonPortions(source) : yamlPortions(source);
  const [first] = found?.portions ?? [];
  if (!found || !first || found.portions.length < 2) return undefined;
  // A name for a part of the list may be used in any portion.
  if (!isJson && /(?:^|[\s:-])[&*][\w-]/m.test(source)) return undefined;
  return {
    head: source.slice(0, first.start),
    tail: source.slice(found.end),
    portions: found.portions,
    startOf: placesIn(source),
  };
}

/** The portions of a list, and the offset behind its last entry. */
interface Portions {
  portions: Portion[];
  end: number;
}

/**
 * Returns the portions of a list in YAML, if each of its entries begins with a line `- …`: lines of the entries themselves
 * are indented more. Only further keys may follow.
 */
function yamlPortions(source: string): Portions | undefined {
  const begin = /^entries:[ \t]*(?:#.*)?\r?\n/m.exec(source);
  if (!begin) return undefined;
  const portions: Portion[] = [];
  let count = 0;
  let indent: number | undefined;
  let at = begin.index + begin[0].length;
  while (at < source.length) {
    const end = source.indexOf("\n", at) + 1 || source.length;
    const column = columnOf(source, at);
    if (column !== undefined) {
      indent ??= column;
      const isEntry = column === indent && /^-\s/.test(source.slice(at + column, at + column + 2));
      if (!isEntry && column === 0 && /[a-z]/.test(source.charAt(at))) break;
      if (!isEntry && column <= indent) return undefined;
      const last = portions.at(-1);
      if (!last || (isEntry && at - last.start >= portionLength))
        portions.push({ start: at, end, firstEntry: count });
      if (isEntry) count++;
    }
    const current = portions.at(-1);
    if (current) current.end = end;
    at = end;
  }
  return { portions, end: at };
}

/** Returns the number of blanks before what stands on the line at an offset; undefined if it is empty or a comment. */
function columnOf(source: string, at: number): number | undefined {
  let column = 0;
  while (source[at + column] === " ") column++;
  return /[#\r\n]/.test(source[at + column] ?? "\n") ? undefined : column;
}

/** A string of JSON, a bracket, or a comma. */
const jsonToken = /"(?:[^"\\]|\\.)*"|[[\]{},]/g;

/** Returns the portions of the list `entries` of an object in JSON. */
function jsonPortions(source: string): Portions | undefined {
  const portions: Portion[] = [];
  let [depth, listAt, count] = [0, -1, 0];
  for (const { 0: token, index } of source.matchAll(jsonToken)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (token === '"entries"' && depth === 1 && listAt < 0) {
      const list = /\s*:\s*\[\s*/y;
      list.lastIndex = index + token.length;
      if (!list.test(source)) return undefined;
      listAt = list.lastIndex;
      portions.push({ start: listAt, end: listAt, firstEntry: 0 });
    }
    const current = portions.at(-1);
    if (!current || index < listAt) continue;
    if (token === "]" && depth === 1) {
      current.end = index;
      return { portions, end: index };
    }
    if (token !== "," || depth !== 2) continue;
    count++;
    if (index - current.start < portionLength) continue;
    current.end = index;
    portions.push({ start: index + 1, end: index + 1, firstEntry: count });
  }
  return undefined;
}

/** Returns a function that returns the places of offsets in a text. */
function placesIn(source: string): DividedList["startOf"] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (starts[low] ?? 0) };
  };
}
