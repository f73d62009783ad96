import { soundsLikeFailure } from "../../catalog/model/failure-words.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { Alias, Literal } from "./literal.ts";

// Texts in other texts: code in documents, responses in strings, codes in prose.

/** A stretch of a document in a language of its own, called as the document calls it: `go`, `ts`, `application/json`. */
export interface EmbeddedRegion {
  language: string;
  excerpt: Excerpt;
}

/** What a language without a grammar finds in a text. */
export interface LiteralSet {
  /** What variables stand for, where a plain assignment or a test says so. */
  aliases?: Alias[];
  literals: Literal[];
  regions: EmbeddedRegion[];
}

/** A text taken out of another one, without its indentation, quote marks or escapes, that knows where it stood. */
export class Excerpt {
  text = "";
  /** Where each unbroken piece begins, in this text and in the one that it was taken out of. */
  readonly #pieces: { at: number; end: number; origin: number }[] = [];

  /** Appends a piece; `origin` is the offset at which it begins in the other text. */
  add(piece: string, origin: number): this {
    this.#pieces.push({ at: this.text.length, end: this.text.length + piece.length, origin });
    this.text += piece;
    return this;
  }

  /** Literals of this text, in its order, where they stand in the other one; those that are broken there are left out. */
  toOriginal(literals: readonly Literal[]): Literal[] {
    let index = 0;
    return literals.flatMap((literal) => {
      while ((this.#pieces[index + 1]?.at ?? Number.POSITIVE_INFINITY) <= literal.start) index++;
      const piece = this.#pieces[index];
      if (!piece || literal.end > Math.max(piece.end, literal.start)) return [];
      const shift = piece.origin - piece.at;
      return [{ ...literal, start: literal.start + shift, end: literal.end + shift }];
    });
  }
}

/** One literal of a text. */
export function toLiteral(start: number, text: string, ...relations: Literal["relations"]): Literal {
  return { text, start, end: start + text.length, relations };
}

/** Words that are joined as codes are; a sentence may end after a code, so dots belong to it only between words. */
export const codeWords = /(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-])/g;

/** The words of a prose that look like codes, as literals of which nothing more is known; `start` is where it begins. */
export function codeWordsIn(prose: string, start: number): Literal[] {
  return [...prose.matchAll(codeWords)]
    .filter(([word]) => isDistinctive(word))
    .map(({ 0: word, index }) => toLiteral(start + index, word));
}

/** Quotes in a string may be escaped, once or more deeply, or doubled. */
const quote = String.raw`\\{0,9}"{1,2}`;
const codes = new RegExp(
  [
    String.raw`<(?<tag>(?:\w+:)?\w*code)>\s*(?<text>[^<>\s]+)\s*</\k<tag>>`,
    String.raw`${quote}(?<key>\w*code)${quote}\s*:\s*${quote}(?<value>[^"\\\s]+)${quote}`,
  ].join("|"),
  "dgi",
);
const besideCodes = /[<"]\w*(?:error|message|msg|request_?id)\w*(?:>|\\{0,9}"{1,2}\s*:)/i;

/**
 * The codes of an error response that stands in a string, in XML or JSON, whole or in part; `start` is where the string
 * begins. Many things are called `code`: a response tells by what stands beside it, a part of one by the capital.
 */
export function responseCodesIn(string: string, start: number): Literal[] {
  if (!/code/i.test(string)) return [];
  const isResponse = besideCodes.test(string);
  const isWhole = /[{[]/.test(string);
  return [...string.matchAll(codes)].flatMap(({ groups, indices }) => {
    const { tag, text, key, value } = groups ?? {};
    const subject = tag ?? key ?? "";
    const written = text ?? value ?? "";
    const isPart = /Code$/.test(subject) && (!key || !isWhole || soundsLikeFailure(written));
    if (!isResponse && !isPart) return [];
    const [at = 0] = indices?.groups?.[tag ? "text" : "value"] ?? [];
    return [toLiteral(start + at, written, { kind: "value", subject })];
  });
}

/** What a pattern has around a code: switches, anchors, brackets, any text. */
const before = /^(?:\(\?\w+\)|\(\?:|\.\*|\\b|[\s^(])*/;
const behind = /(?:\.\*\??|\\b|[\s$)])*$/;

/** Longer lists of codes in one text are data. */
const maximumParts = 1000;

/** The codes of a literal that is several of them, as patterns and lists are: `X|Y`, `.*X.*`, `X, Y`; else itself. */
export function splitCodes(literal: Literal): Literal[] {
  const { text, start, relations } = literal;
  if (relations.length === 0 || text.length > maximumParts || /^[\w.:-]*$/.test(text)) return [literal];
  const sign = text.includes("|") ? "|" : text.includes(",") ? "," : " ";
  let at = start;
  const parts = text.split(sign).map((whole): Literal => {
    const open = before.exec(whole)?.[0].length ?? 0;
    const word = whole.slice(open).replace(behind, "");
    const from = at + open;
    at += whole.length + 1;
    return { text: word, start: from, end: from + word.length, relations };
  });
  const isList = parts.every(({ text: part }) =>
    sign === " " ? isDistinctive(part) : /^[A-Z][\w.]*\w$/.test(part),
  );
  // Some of a pattern's alternatives may be patterns themselves.
  const codes =
    sign === "|" ? parts.filter(({ text: part }) => /^[A-Z][\w.]*\w$/.test(part)) : isList ? parts : [];
  return codes.length > 0 ? codes : [literal];
}
