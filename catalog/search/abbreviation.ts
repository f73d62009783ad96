/** The match of an abbreviation in a code: the matched ranges as [start, end) in UTF-16 units, and a score from 0 to 1. */
export interface AbbreviationMatch {
  ranges: [number, number][];
  score: number;
  /** Whether each run of matched letters begins a word, so that no letter within a word is skipped. */
  hasOnlyWordStarts: boolean;
}

/**
 * Matches an abbreviation such as `sigexp`, `InvParm` or `afse` against a code: its letters in order, where each run of
 * letters begins a word of the code or lies in the word of the previous letter. Returns undefined if it does not match.
 */
export function matchAbbreviation(abbreviation: string, code: string): AbbreviationMatch | undefined {
  const wanted = abbreviation.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (wanted.length < 2 || wanted.length > 20 || !isSubsequence(wanted, code.toLowerCase())) return undefined;
  const isStart = wordStarts(code);
  const path = bestPath(wanted, code, isStart);
  if (!path) return undefined;
  const ranges = toRanges(path);
  // A good abbreviation covers the words of its code, each from its beginning.
  const unskippedShare =
    path.filter((at, index) => isStart[at] || path[index - 1] === at - 1).length / path.length;
  const coveredShare = path.filter((at) => isStart[at]).length / isStart.filter(Boolean).length;
  // Letters skipped within a word weigh more than skipped words.
  return {
    ranges,
    score: 0.6 * unskippedShare + 0.4 * coveredShare,
    hasOnlyWordStarts: unskippedShare === 1,
  };
}

/**
 * Returns whether an abbreviation matches a code with only word starts (see {@link AbbreviationMatch}), which is much
 * faster to find out than the best match.
 */
export function isAbbreviation(abbreviation: string, code: string): boolean {
  const wanted = abbreviation.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (wanted.length < 2 || wanted.length > 20) return false;
  const lower = code.toLowerCase();
  const isMatched = (letter: number, from: number): boolean => {
    if (letter === wanted.length) return true;
    const char = wanted.charAt(letter);
    if (letter > 0 && lower.charAt(from) === char && isMatched(letter + 1, from + 1)) return true;
    for (let at = lower.indexOf(char, from); at >= 0; at = lower.indexOf(char, at + 1))
      if (isWordStart(code, at) && isMatched(letter + 1, at + 1)) return true;
    return false;
  };
  return isMatched(0, 0);
}

/** Returns whether a word of a code begins at a position. */
export function isWordStart(code: string, at: number): boolean {
  const [before, char] = [code.charAt(at - 1), code.charAt(at)];
  if (!isWordCharacter(char)) return false;
  if (at === 0 || !isWordCharacter(before)) return true;
  return isUpper(char) && (!isUpper(before) || isLower(code.charAt(at + 1)));
}

function isWordCharacter(char: string): boolean {
  return (char >= "a" && char <= "z") || (char >= "A" && char <= "Z") || /[\p{L}\p{N}]/u.test(char);
}

function isUpper(char: string): boolean {
  return (char >= "A" && char <= "Z") || (char > "\x7f" && /\p{Lu}/u.test(char));
}

function isLower(char: string): boolean {
  return (char >= "a" && char <= "z") || (char > "\x7f" && /\p{Ll}/u.test(char));
}

/** Returns for each position of a code whether a word begins there. */
function wordStarts(code: string): boolean[] {
  return Array.from(code, (_, at) => isWordStart(code, at));
}

interface Path {
  at: number;
  rest: Path | undefined;
  /** How many of its letters begin a word or directly follow the previous letter. */
  value: number;
}

/**
 * Returns the positions of the letters in the best of all alignments, or undefined if there is none. A letter may match
 * at the beginning of a word, directly after the previous letter, or later within the word of the previous letter.
 */
function bestPath(wanted: string, code: string, isStart: boolean[]): number[] | undefined {
  const lower = code.toLowerCase();
  const memo = new Map<number, Path | undefined>();
  const best = (letter: number, from: number): Path | undefined => {
    const state = letter * (code.length + 1) + from;
    if (memo.has(state)) return memo.get(state);
    let found: Path | undefined;
    let isInWord = letter > 0;
    for (let at = from; at < code.length; at++) {
      if (isStart[at]) isInWord = false;
      if (lower[at] !== wanted[letter] || !(isStart[at] || isInWord)) continue;
      const rest = letter + 1 < wanted.length ? best(letter + 1, at + 1) : undefined;
      if (letter + 1 < wanted.length && !rest) continue;
      const value = Number(isStart[at] || (at === from && letter > 0)) + (rest?.value ?? 0);
      if (!found || value > found.value) found = { at, rest, value };
    }
    memo.set(state, found);
    return found;
  };
  const path: number[] = [];
  for (let step = best(0, 0); step; step = step.rest) path.push(step.at);
  return path.length > 0 ? path : undefined;
}

/** Whether the letters occur in order at all: a cheap test that rules out most codes. */
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
