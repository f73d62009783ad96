import { dottedStemsOf, stemsOf, withoutSeparators } from "../../model/words.ts";

/** Words, and pairs of words, that people exchange when they write a code from memory. The stems of each line are equal. */
const synonyms = [
  "not found, not exist, no such, non exist, nonexistent",
  "sign, signature",
  "parameter, param, argument",
  "config, configuration",
  "auth, authentication, authorization",
  "failed, failure, error, fault",
  "invalid, illegal, incorrect, wrong",
  "denied, forbidden, rejected",
  "unsupported, not supported",
  "insufficient, not enough",
  "exceeded, over, out of",
  "delete, remove",
  "missing, lack",
  "timeout, timed out, time out",
  "max, maximum",
  "number, num, count",
  "info, information",
  "address, addr",
  "database, db",
  "password, passwd",
  "group, grp",
  "expired, outdated",
];

const canonical: ReadonlyMap<string, string> = new Map(
  synonyms.flatMap((line) => {
    const [first = "", ...others] = line.split(", ").map(stemsOf);
    return others.map((other): [string, string] => [other, first]);
  }),
);
const longestFirst = [...canonical.keys()].sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<= )(?:${longestFirst.join("|")})(?= )`, "g");

/** What official codes are found by besides themselves; a misspelled code has it in common with the one that is meant. */
export const codeKeys = {
  /** The code without its separators. */
  letters: withoutSeparators,
  /** The stems of its words. */
  stems: stemsOf,
  /** The stems of its words, each synonym replaced by the first of its line. */
  meaning: (code: string): string =>
    ` ${stemsOf(code)} `.replace(pattern, (words) => canonical.get(words) ?? words).trim(),
  /** What follows its last dot, or "" if it has none. */
  segment: (code: string): string => code.slice(code.lastIndexOf(".") + 1 || code.length),
};

export type CodeKey = keyof typeof codeKeys;

/** Words of a text in place of which a code has others of equal meaning, as stems. */
export interface ExchangedWords {
  written: string;
  official: string;
  /** The written words with the one before them, and with the one after them; a dot between them is kept. */
  combinations: readonly string[];
}

const inAnyForm = [...new Set([...canonical.keys(), ...canonical.values()])].sort(
  (a, b) => b.length - a.length,
);
const anyForm = new RegExp(`(?<= )(?:${inAnyForm.join("|")})(?= )`, "g");

/** Returns the words in which a text differs from a code that has the same meaning; empty if they cannot be told. */
export function exchangedWords(written: string, code: string): ExchangedWords[] {
  const stems = ` ${dottedStemsOf(written)} `;
  const own = [...stems.matchAll(anyForm)];
  const official = [...` ${dottedStemsOf(code)} `.matchAll(anyForm)];
  if (own.length !== official.length) return [];
  return own.flatMap(({ 0: words, index }, at) => {
    const other = official[at]?.[0] ?? words;
    if (words === other) return [];
    const before = /[^ .]+ (?:\. )?$/.exec(stems.slice(0, index))?.[0];
    const after = /^ (?:\. )?[^ .]+/.exec(stems.slice(index + words.length))?.[0];
    const combinations = [before && before + words, after && words + after].filter(
      (one) => one !== undefined,
    );
    return { written: words, official: other, combinations };
  });
}
