/** How an abbreviation stands in a code: the matched [start, end) ranges, and how good the match is (0 to 1). */
export interface Abbreviation {
  ranges: [number, number][];
  score: number;
  /** Whether each of its runs begins a word, so that no letter within a word is passed over. */
  isWhole: boolean;
}

/**
 * Matches an abbreviation such as `sigexp`, `InvParm` or `afse` in a code: its letters in order, where each run
 * begins a word of the code or goes on with the letters of the word before. Undefined where it cannot be read so.
 */
export function abbreviates(abbreviation: string, code: string): Abbreviation | undefined {
  const wanted = abbreviation.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (wanted.length < 2 || wanted.length > 20 || !isSubsequence(wanted, code.toLowerCase())) return undefined;
  const beginnings = starts(code);
  const path = walk(wanted, code, beginnings);
  if (!path) return undefined;
  const ranges = toRanges(path);
  // An abbreviation is meant to cover the words of its code, each from its beginning.
  const begun = path.filter((at, index) => beginnings[at] || path[index - 1] === at - 1).length / path.length;
  const covered = path.filter((at) => beginnings[at]).length / beginnings.filter(Boolean).length;
  // Letters passed over within a word tell against it more than a word that it leaves out.
  return { ranges, score: 0.6 * begun + 0.4 * covered, isWhole: begun === 1 };
}

/** For each position of a code, whether a word begins there. */
function starts(code: string): boolean[] {
  return [...code].map((char, index) => {
    const before = code.charAt(index - 1);
    if (!/[\p{L}\p{N}]/u.test(char)) return false;
    if (index === 0 || !/[\p{L}\p{N}]/u.test(before)) return true;
    const next = code.charAt(index + 1);
    return /\p{Lu}/u.test(char) && (/\p{Ll}|\p{N}/u.test(before) || /\p{Ll}/u.test(next));
  });
}

interface Path {
  at: number;
  rest: Path | undefined;
  /** How many of its letters begin a word, or go on with the letter before. */
  value: number;
}

/**
 * The positions of the letters, of all readings the best: a letter may stand where a word begins, right behind the
 * letter before it, or — inside the word of the letter before — a little later.
 */
function walk(wanted: string, code: string, starts: boolean[]): number[] | undefined {
  const lower = code.toLowerCase();
  const known = new Map<number, Path | undefined>();
  const best = (letter: number, from: number): Path | undefined => {
    const state = letter * (code.length + 1) + from;
    if (known.has(state)) return known.get(state);
    let found: Path | undefined;
    let inWord = letter > 0;
    for (let at = from; at < code.length; at++) {
      if (starts[at]) inWord = false;
      if (lower[at] !== wanted[letter] || !(starts[at] || inWord)) continue;
      const rest = letter + 1 < wanted.length ? best(letter + 1, at + 1) : undefined;
      if (letter + 1 < wanted.length && !rest) continue;
      const value = Number(starts[at] || (at === from && letter > 0)) + (rest?.value ?? 0);
      if (!found || value > found.value) found = { at, rest, value };
    }
    known.set(state, found);
    return found;
  };
  const path: number[] = [];
  for (let one = best(0, 0); one; one = one.rest) path.push(one.at);
  return path.length > 0 ? path : undefined;
}

/** Whether the letters occur in order at all: most codes are ruled out so, at little cost. */
function isSubsequence(wanted: string, code: string): boolean {
  let at = -1;
  for (const letter of wanted) {
    at = code.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function toRanges(path: number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const at of path) {
    const last = ranges.at(-1);
    if (last && last[1] === at) last[1]++;
    else ranges.push([at, at + 1]);
  }
  return ranges;
}
