/** How an abbreviation stands in a code: the matched [start, end) ranges, and how good the match is (0 to 1). */
export interface Abbreviation {
  ranges: [number, number][];
  score: number;
}

/**
 * Matches an abbreviation such as `sigexp`, `InvParm` or `afse` in a code: its letters in order, where each run
 * begins a word of the code or goes on with the letters of the word before. Undefined where it cannot be read so.
 */
export function abbreviates(abbreviation: string, code: string): Abbreviation | undefined {
  const wanted = abbreviation.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (wanted.length < 2 || wanted.length > 40 || wanted.length > code.length) return undefined;
  const beginnings = starts(code);
  const path = walk(wanted, code, beginnings);
  if (!path) return undefined;
  const ranges = toRanges(path);
  // An abbreviation is meant to cover the words of its code, in as few runs as it can.
  const covered = path.filter((at) => beginnings[at]).length / beginnings.filter(Boolean).length;
  return { ranges, score: (covered + wanted.length / (wanted.length + ranges.length)) / 2 };
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

/**
 * The positions of the letters, found from the back so that each state is looked at once: a letter may stand where a
 * word begins, right behind the letter before it, or — inside the word of the letter before — a little later.
 */
function walk(wanted: string, code: string, starts: boolean[]): number[] | undefined {
  const lower = code.toLowerCase();
  const dead = new Set<number>();
  const step = (letter: number, from: number): number[] | undefined => {
    if (letter === wanted.length) return [];
    const state = letter * (code.length + 1) + from;
    if (dead.has(state)) return undefined;
    let inWord = letter > 0;
    for (let at = from; at < code.length; at++) {
      if (lower[at] === wanted[letter] && (starts[at] || inWord)) {
        const rest = step(letter + 1, at + 1);
        if (rest) return [at, ...rest];
      }
      // Behind the beginning of a word that was passed over, its other letters stand for nothing.
      if (starts[at]) inWord = false;
    }
    dead.add(state);
    return undefined;
  };
  return step(0, 0);
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
