import { stemsOf } from "../model/words.ts";
import { CodeIndex } from "./code-index.ts";

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

const canonical = new Map(
  synonyms.flatMap((line) => {
    const [first = "", ...others] = line.split(", ").map(stemsOf);
    return others.map((other): [string, string] => [other, first]);
  }),
);
const longestFirst = [...canonical.keys()].sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<= )(?:${longestFirst.join("|")})(?= )`, "g");

/** Shorter last segments, such as `NotFound`, are those of many codes of unrelated families. */
const minimumSegment = 10;

/** Finds codes that mean the same as a text: in other words, or in another family. */
export class SimilarCodes {
  readonly #byMeaning: CodeIndex;
  readonly #bySegment: CodeIndex;

  constructor(codes: readonly string[]) {
    this.#byMeaning = new CodeIndex(codes, meaningOf);
    this.#bySegment = new CodeIndex(codes, lastSegmentOf);
  }

  /** Returns the codes of the same style that differ only in words of equal meaning: `X.NotExist` for `X.NotFound`. */
  inOtherWords(written: string): string[] {
    return this.#byMeaning
      .get(meaningOf(written))
      .filter((code) => stemsOf(code) !== stemsOf(written) && styleOf(code) === styleOf(written));
  }

  /** Returns the codes whose last segment a text is, or ends with: `NetworkError` for `ClientError.NetworkError`. */
  inOtherFamily(written: string): string[] {
    const segment = lastSegmentOf(written) || written;
    if (segment.length < minimumSegment) return [];
    return this.#bySegment.get(segment).filter((code) => code !== written);
  }
}

/** Returns the stems of a code's words, each synonym replaced by the first of its line. */
function meaningOf(code: string): string {
  return ` ${stemsOf(code)} `.replace(pattern, (words) => canonical.get(words) ?? words).trim();
}

/** Returns the separators of a code, and whether it is in capitals: the style in which a provider writes its codes. */
function styleOf(code: string): string {
  return code.replace(/[^._-]/g, "") + (code === code.toUpperCase());
}

/** Returns what follows the last dot of a code, or "" if it has none. */
function lastSegmentOf(code: string): string {
  return code.slice(code.lastIndexOf(".") + 1 || code.length);
}
