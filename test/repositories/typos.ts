/** Returns a generator of pseudo-random numbers in [0, 1) that is deterministic for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns a random element of a list, or undefined if the list is empty. */
function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Returns the elements of a list in random order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((one) => ({ one, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

/** The letter keys of a keyboard, row by row. */
const keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Words that people exchange, two by two. */
const similarWords = [
  ["NotFound", "NotExist"],
  ["NotExists", "NotFound"],
  ["Signature", "Sign"],
  ["Parameter", "Param"],
  ["Param", "Parameter"],
  ["Failed", "Failure"],
  ["Failure", "Failed"],
  ["Failure", "Error"],
  ["Invalid", "Illegal"],
  ["Denied", "Forbidden"],
  ["Unsupported", "NotSupported"],
  ["Configuration", "Config"],
  ["Insufficient", "NotEnough"],
] as const;

/** Kinds of typos: each function makes one in a code, or returns undefined if the code has no position for it. */
export const typos: Record<string, (code: string, random: () => number) => string | undefined> = {
  transposition(code, random) {
    const at = pick(
      positions(code, (char, next) => isLetter(char) && isLetter(next) && char !== next),
      random,
    );
    return at === undefined ? undefined : splice(code, at, 2, `${code[at + 1]}${code[at]}`);
  },
  dropped(code, random) {
    const at = pick(positions(code, isLetter), random);
    return at === undefined ? undefined : splice(code, at, 1, "");
  },
  doubled(code, random) {
    const at = pick(positions(code, isLetter), random);
    return at === undefined ? undefined : splice(code, at, 0, code.charAt(at));
  },
  "neighbour key"(code, random) {
    const at = pick(positions(code, isLetter), random);
    if (at === undefined) return undefined;
    const letter = code.charAt(at);
    const other = pick(neighboursOf(letter.toLowerCase()), random) ?? "";
    return splice(code, at, 1, isUpper(letter) ? other.toUpperCase() : other);
  },
  plural(code, random) {
    const nouns = wordsIn(code).filter(
      ({ 0: word }) => !verbFormsOf(word) && !uninflected.has(word.toLowerCase()),
    );
    return inflect(code, pick(nouns, random), (word) => [
      word.endsWith("s") ? word.slice(0, -1) : `${word}s`,
    ]);
  },
  tense(code, random) {
    const verbs = wordsIn(code).filter(({ 0: word }) => verbFormsOf(word));
    return inflect(code, pick(verbs, random), (word) => verbFormsOf(word) ?? [], random);
  },
  "case of one word"(code, random) {
    const word = pick(wordsIn(code), random);
    if (!word) return undefined;
    const [{ length }, first] = [word[0], word[0].charAt(0)];
    if (code === code.toUpperCase()) return splice(code, word.index, length, word[0].toLowerCase());
    return splice(code, word.index, 1, isUpper(first) ? first.toLowerCase() : first.toUpperCase());
  },
  "similar word"(code, random) {
    const [word, other] =
      pick(
        similarWords.filter(([one]) => hasWord(code, one)),
        random,
      ) ?? [];
    return word === undefined || other === undefined ? undefined : code.replace(word, other);
  },
  "missing prefix"(code) {
    return /^[^.]+\.(.+)$/.exec(code)?.[1];
  },
  separator(code, random) {
    const at = pick(
      positions(code, (char) => /[._-]/.test(char)),
      random,
    );
    if (at === undefined) return undefined;
    return splice(code, at, 1, pick(["", code[at] === "." ? "_" : "."], random) ?? "");
  },
};

function wordsIn(code: string): RegExpExecArray[] {
  return [...code.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].filter(({ 0: word }) => word.length > 2);
}

/** Whether a word stands in a code as a word of its own. */
function hasWord(code: string, word: string): boolean {
  return new RegExp(`${word}(?![a-z])`).test(code);
}

/** Returns the letters beside one on a keyboard. */
function neighboursOf(letter: string): string[] {
  return keyboard.flatMap((row) => {
    const at = row.indexOf(letter);
    return at < 0 ? [] : [row.charAt(at - 1), row.charAt(at + 1)].filter((one) => one !== "");
  });
}

/** Replaces a word by another form of it in its letter case; returns undefined if there is none. */
function inflect(
  code: string,
  word: RegExpExecArray | undefined,
  formsOf: (word: string) => readonly string[],
  random = () => 0,
): string | undefined {
  const form = word && pick(formsOf(word[0].toLowerCase()), random);
  if (!word || !form) return undefined;
  const inCase =
    word[0] === word[0].toUpperCase()
      ? form.toUpperCase()
      : isUpper(word[0].charAt(0))
        ? form.charAt(0).toUpperCase() + form.slice(1)
        : form;
  return splice(code, word.index, word[0].length, inCase);
}

/** Returns the other forms of a verb, in lower case; undefined if the word is no such verb. */
function verbFormsOf(word: string): string[] | undefined {
  const lower = word.toLowerCase();
  return forms.find((line) => line.includes(lower))?.filter((one) => one !== lower);
}

const forms = [
  ..."expire expired expires|exceed exceeds exceeded|exist exists existed|fail fails failed|limit limited".split(
    "|",
  ),
  ..."throttle throttled throttling|deny denied|reject rejected|disable disabled|suspend suspended".split(
    "|",
  ),
  ..."terminate terminated|authorize authorized|support supported|match matches matched".split("|"),
].map((line) => line.split(" "));

/** Words that nobody puts in the plural. */
const uninflected = new Set(
  "such does too time dry run opt required invalid not no missing in is too many already cannot by for with and or of to the internal illegal bad unauthorized access unknown un".split(
    " ",
  ),
);

function positions(code: string, matches: (char: string, next: string) => boolean): number[] {
  return [...code].flatMap((char, at) => (matches(char, code.charAt(at + 1)) ? [at] : []));
}

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function isLetter(char: string): boolean {
  return /^[A-Za-z]$/.test(char);
}

function isUpper(char: string): boolean {
  return /^[A-Z]$/.test(char);
}
