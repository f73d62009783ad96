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
export function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Returns the elements of a list in random order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const keyed = list.map((one) => ({ one, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/** Kinds of typos: each function makes one in a code, or returns undefined if the code has no position for it. */
export const typos: Record<string, (code: string, random: () => number) => string | undefined> = {
  swap(code, random) {
    const at = pick(
      positions(code, (char, next) => isLetter(char) && isLetter(next) && char !== next),
      random,
    );
    return at === undefined ? undefined : splice(code, at, 2, `${code[at + 1]}${code[at]}`);
  },
  drop(code, random) {
    const at = pick(positions(code, isLetter), random);
    return at === undefined ? undefined : splice(code, at, 1, "");
  },
  double(code, random) {
    const at = pick(positions(code, isLetter), random);
    return at === undefined ? undefined : splice(code, at, 0, code.charAt(at));
  },
  replace(code, random) {
    const at = pick(positions(code, isLetter), random);
    if (at === undefined) return undefined;
    const other = pick(
      [...letters].filter((letter) => letter !== code.charAt(at).toLowerCase()),
      random,
    );
    return splice(code, at, 1, isUpper(code.charAt(at)) ? `${other}`.toUpperCase() : `${other}`);
  },
  case(code, random) {
    const at = pick(positions(code, isLetter), random);
    if (at === undefined) return undefined;
    const char = code.charAt(at);
    return splice(code, at, 1, isUpper(char) ? char.toLowerCase() : char.toUpperCase());
  },
  separator(code, random) {
    const at = pick(
      positions(code, (char) => /[._-]/.test(char)),
      random,
    );
    if (at === undefined) return undefined;
    return splice(code, at, 1, pick(["", code[at] === "." ? "_" : "."], random) ?? "");
  },
  inflection(code, random) {
    const all = [...code.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)].filter(({ 0: word }) => word.length > 2);
    const word = pick(
      all.filter(({ 0: one }) => formsOf(one).length > 0),
      random,
    );
    const form = word && pick(formsOf(word[0]), random);
    return word && form ? splice(code, word.index, word[0].length, form) : undefined;
  },
};

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
  "invalid not no missing in is too many already cannot by for with and or of to the internal illegal bad unauthorized access unknown un".split(
    " ",
  ),
);

/** Returns other forms of a word in its letter case: other forms of a listed verb, or else the plural or singular. */
function formsOf(word: string): string[] {
  const lower = word.toLowerCase();
  const verb = forms.find((line) => line.includes(lower))?.filter((one) => one !== lower);
  const others =
    verb ?? (uninflected.has(lower) ? [] : [lower.endsWith("s") ? lower.slice(0, -1) : `${lower}s`]);
  if (word === word.toUpperCase()) return others.map((one) => one.toUpperCase());
  return isUpper(word.charAt(0)) ? others.map((one) => one.charAt(0).toUpperCase() + one.slice(1)) : others;
}

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
