import type { Span } from "../../documents/span.ts";
import { jsonPositionAt } from "./json-position.ts";
import type { WrittenPosition } from "./written-position.ts";

/** A line of YAML in block style. */
interface Line {
  /** The column of its first character, and of what stands behind its dashes; in UTF-16 units. */
  indent: number;
  column: number;
  /** Whether it begins an item of a list. */
  isItem: boolean;
  /** Its key; undefined if it has none. */
  key: string | undefined;
  /** Whether nothing stands behind the key. */
  isOpen: boolean;
}

const keyPattern = /^(?<key>[^\s#:'"[\]{},-][^#:'"]*?|"[^"]*"|'[^']*')\s*:(?:\s+(?<value>.*))?$/;

/** Returns the position of an offset in the structure of a file in YAML, also where it is unfinished. */
export function yamlPositionAt(text: string, offset: number): WrittenPosition {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset) < 0 ? text.length : text.indexOf("\n", offset);
  const before = text.slice(0, start).split(/\r?\n/).slice(0, -1).map(lineOf);
  const after = text
    .slice(end + 1)
    .split(/\r?\n/)
    .map(lineOf);
  const current = text.slice(start, end).replace(/\r$/, "");
  const line = lineOf(current);
  const column = current.trim() === "" ? offset - start : line.column;
  const block = parentsOf(before, { ...line, column, indent: Math.min(line.indent, column) });
  const present = siblingsOf(before, after, line.isItem, column);
  const shared = { word: wordAt(text, offset), needsQuotes: false };
  const { parents } = block;
  const valueStart = valueStartOf(current);
  if (line.key !== undefined && valueStart !== undefined && offset - start >= valueStart) {
    const flow = flowAt(current.slice(valueStart), offset - start - valueStart);
    if (!flow) return { parents, key: line.key, isItem: false, present, column, ...shared };
    return { ...flow, parents: [...parents, line.key, ...flow.parents], column: undefined, ...shared };
  }
  const isItem = line.isItem && line.key === undefined;
  const open = block.open && !isItem ? { open: block.open } : {};
  return { parents, key: undefined, isItem, present, column, ...shared, ...open };
}

/** Returns the word at an offset: names contain dashes and dots, which editors take for the ends of words. */
export function wordAt(text: string, offset: number): Span {
  const before = /[\w.-]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  // The dash of a list item is followed by a blank.
  const start = offset - before.replace(/^-(?=$)/, "").length;
  const after = /^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start, end: offset + after };
}

function lineOf(text: string): Line {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const dashes = /^\s*(?:-(?:\s+|$))+/.exec(text)?.[0].length;
  const column = dashes ?? indent;
  const rest = text.slice(column);
  const found = keyPattern.exec(rest)?.groups;
  const key = found?.key?.replace(/^(["'])(.*)\1$/, "$2");
  const isOpen = key !== undefined && /^\s*(?:#.*)?$/.test(found?.value ?? "");
  return { indent, column, isItem: dashes !== undefined, key, isOpen };
}

/** Returns the column at which the value of a line's key begins; undefined if the line has no key. */
function valueStartOf(line: string): number | undefined {
  const { column, key } = lineOf(line);
  if (key === undefined) return undefined;
  const colon = /^(?:"[^"]*"|'[^']*'|[^:])*:(?:\s+|$)/.exec(line.slice(column))?.[0];
  // Directly behind the colon no value can stand.
  return colon?.endsWith(":") ? undefined : column + (colon?.length ?? 0);
}

/** Returns the keys of the mappings around a line, from the root, and the line before if it is a key without a value. */
function parentsOf(
  before: readonly Line[],
  current: Line,
): { parents: string[]; open: WrittenPosition["open"] } {
  const parents: string[] = [];
  let { isItem } = current;
  let limit = isItem ? current.indent : current.column;
  let open: WrittenPosition["open"] | undefined;
  let isFirst = true;
  for (const line of before.toReversed()) {
    if (line.key === undefined && !line.isItem) continue;
    if (isFirst && line.isOpen && line.key !== undefined && line.column >= limit && !isItem)
      open = { key: line.key, column: line.column };
    isFirst = false;
    // The items of a list may be indented no deeper than its key.
    const isParent = line.column < limit || (isItem && line.column === limit && !line.isItem);
    if (line.isItem && line.indent < limit && !isParent) {
      // The first key of the item that this line belongs to.
      limit = line.indent;
      isItem = true;
      continue;
    }
    if (!isParent) continue;
    if (line.isOpen && line.key !== undefined) parents.unshift(line.key);
    limit = line.isItem ? line.indent : line.column;
    isItem = line.isItem;
    if (line.indent === 0 && !line.isItem) break;
  }
  return { parents, open };
}

/** Returns the keys of the mapping that a line belongs to, other than its own, by the column of its keys. */
function siblingsOf(
  before: readonly Line[],
  after: readonly Line[],
  isFirst: boolean,
  column: number,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const line of isFirst ? [] : before.toReversed()) {
    if (line.key === undefined && !line.isItem) continue;
    if (line.column === column && line.key !== undefined) keys.add(line.key);
    if (line.column < column || (line.isItem && line.indent < column)) break;
  }
  for (const line of after) {
    if (line.key === undefined && !line.isItem) continue;
    if (line.indent < column || (line.isItem && line.indent <= column)) break;
    if (line.column === column && line.key !== undefined) keys.add(line.key);
  }
  return keys;
}

/** Returns the position in the brackets that a value begins with; undefined if it begins with none. */
function flowAt(value: string, offset: number): ReturnType<typeof jsonPositionAt> {
  return /^[[{]/.test(value) ? jsonPositionAt(value, offset) : undefined;
}
