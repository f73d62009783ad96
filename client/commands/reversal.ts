import type { WireRange } from "../language-server/ranges.ts";

/** A text that is written in place of another one within a line. */
interface Change {
  range: WireRange;
  written: string;
  code: string;
}

/** Returns the edits that take back changes of a file, in the text as it is behind all of them. */
export function reversalOf(changes: readonly Change[]): { range: WireRange; newText: string }[] {
  const ordered = changes.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
  /** By how much a line has grown so far. */
  const growth = new Map<number, number>();
  return ordered.map(({ range: { start }, written, code }) => {
    const { line } = start;
    const grown = growth.get(line) ?? 0;
    growth.set(line, grown + code.length - written.length);
    const character = start.character + grown;
    const end = { line, character: character + code.length };
    return { range: { start: { line, character }, end }, newText: written };
  });
}
