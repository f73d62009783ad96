/** The match of an abbreviation in a code: the matched ranges as [start, end) in UTF-16 units, and a score from 0 to 1. */
export interface AbbreviationMatch {
  ranges: [number, number][];
  score: number;
  /** Whether each run of matched letters begins a word, so that no letter within a word is skipped. */
  hasOnlyWordStarts: boolean;
}

/** Returns the letters and digits of a text in lower case; undefined if these are too few or too many. */
export function toAbbreviation(text: string): string | undefined {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters.length < 2 || letters.length > 20 ? undefined : letters;
}

/**
 * Matches an abbreviation such as `sigexp`, `InvParm` or `afse` against a code: its letters in order, where each run of
 * letters begins a word of the code or lies in the word of the previous letter. Returns undefined if it does not match.
 */
export function matchAbbreviation(abbreviation: string, code: string): AbbreviationMatch | undefined {
  const wanted = toAbbreviation(abbreviation);
  if (wanted === undefined || !isSubsequence(wanted, code.toLowerCase())) return undefined;
  const isStart = wordStarts(code);
  const path = bestPath(wanted, code, isStart);
  if (!path) return undefined;
  const ranges = toRanges(path);
  // A good abbreviation covers the words of its code, each from its beginning.
  const unskippedShare =
    path.filter((at, index) => isStart[at] || path[index - 1] === at - 1).length / path.length;
  const coveredShare = path.filter((at) => isStart[at]).length / isStart.filter(Boolean).length;
  return { ranges, score: scoreOf(unskippedShare, coveredShare), hasOnlyWordStarts: unskippedShare === 1 };
}

/** Returns the highest score that an abbreviation can have that begins at most this share of the words of a code. */
export function bestAbbreviationScore(share: number): number {
  return scoreOf(1, share);
}

/** Letters skipped within a word weigh more than skipped words. */
function scoreOf(unskippedShare: number, coveredShare: number): number {
  return 0.6 * unskippedShare + 0.4 * coveredShare;
}

/**
 * Returns whether an abbreviation matches a code with only word starts (see {@link AbbreviationMatch}), which is much
 * faster to find out than the best match.
 */
export function isAbbreviation(abbreviation: string, code: string): boolean {
  const wanted = toAbbreviation(abbreviation);
  if (wanted === undefined) return false;
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
  if ((char >= "a" && char <= "z") || (char >= "A" && char <= "Z") || (char >= "0" && char <= "9"))
    return true;
  return char > "\x7f" && /[\p{L}\p{N}]/u.test(char);
}

function isUpper(char: string): boolean {
  return (char >= "A" && char <= "Z") || (char > "\x7f" && /\p{Lu}/u.test(char));
}

function isLower(char: string): boolean {
  return (char >= "a" && char <= "z") || (char > "\x7f" && /\p{Ll}/u.test(char));
}

/** Returns for each position of a code whether a word begins there. */
function wordStarts(code: string): boolean[] {
  const starts: boolean[] = [];
  for (let at = 0; at < code.length; at++) starts.push(isWordStart(code, at));
  return starts;
}

/** The value of an alignment that there is not. */
const none = -1;

/**
 * Memory for {@link bestPath}, which runs for thousands of codes: for each letter, and each position from which it is
 * looked for, the value of the best alignment of it and of the letters behind it, and where it is in that.
 */
let scratch = { width: 0, values: new Int8Array(), places: new Int16Array() };

/**
 * Returns the positions of the letters in the best of all alignments, or undefined if there is none. A letter may match
 * at the beginning of a word, directly after the previous letter, or later within the word of the previous letter. The
 * value of an alignment is the number of its letters that match in the first two ways; of equal ones, the first is taken.
 */
function bestPath(wanted: string, code: string, isStart: boolean[]): number[] | undefined {
  const lower = code.toLowerCase();
  const width = lower.length + 1;
  if (scratch.values.length < width * (wanted.length + 1)) {
    const size = Math.max(20, wanted.length + 1) * Math.max(256, width);
    scratch = { width, values: new Int8Array(size), places: new Int16Array(size) };
  }
  scratch.width = width;
  scratch.values.fill(0, wanted.length * width, (wanted.length + 1) * width);
  for (let letter = wanted.length - 1; letter >= 0; letter--)
    fillRow(letter, wanted.charCodeAt(letter), lower, isStart);
  if (scratch.values[0] === none) return undefined;
  const path: number[] = [];
  for (let letter = 0, from = 0; letter < wanted.length; letter++) {
    const at = scratch.places[letter * width + from] as number;
    path.push(at);
    from = at + 1;
  }
  return path;
}

/** Fills the row of a letter in {@link scratch}, from that of the letter behind it. */
function fillRow(letter: number, unit: number, lower: string, isStart: boolean[]): void {
  const { width, values, places } = scratch;
  const [row, nextRow, isFirst] = [letter * width, (letter + 1) * width, letter === 0];
  values[row + lower.length] = none;
  // The best places behind the position, without what a letter directly there has on top.
  let [inWord, inWordAt, atStart, atStartAt] = [none, 0, none, 0];
  for (let from = lower.length - 1; from >= 0; from--) {
    const rest = lower.charCodeAt(from) === unit ? (values[nextRow + from + 1] as number) : none;
    const startsHere = isStart[from] as boolean;
    if (startsHere) inWord = none;
    const isInWord = !isFirst && inWord >= atStart;
    let value = isInWord ? inWord : atStart;
    let at = isInWord ? inWordAt : atStartAt;
    if (rest !== none && (startsHere || !isFirst) && rest + 1 >= value) {
      value = rest + 1;
      at = from;
    }
    values[row + from] = value;
    places[row + from] = at;
    if (rest === none) continue;
    if (startsHere && rest + 1 >= atStart) {
      atStart = rest + 1;
      atStartAt = from;
    } else if (!startsHere && rest >= inWord) {
      inWord = rest;
      inWordAt = from;
    }
  }
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
