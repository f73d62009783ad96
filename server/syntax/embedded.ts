import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import type { Alias, Literal } from "./literal.ts";

// Texts inside other texts: code in documents, error responses in strings, codes in prose.

/** A part of a document in another language, named as the document names it: `go`, `ts`, `application/json`. */
export interface EmbeddedRegion {
  language: string;
  excerpt: Excerpt;
}

/** The literals of a text, in text order, and its embedded regions, whose literals are not among them. */
export interface LiteralSet {
  /** What the variables of the text stand for, as far as assignments and tests show it. */
  aliases?: Alias[];
  literals: Literal[];
  regions: EmbeddedRegion[];
}

/**
 * A text assembled from pieces of another text, without indentation, quotes or escapes, that maps offsets back to it.
 */
export class Excerpt {
  text = "";
  /** The pieces in order: `at` and `end` are offsets in this text, `origin` is the start in the other text. */
  readonly #pieces: { at: number; end: number; origin: number }[] = [];

  /** Appends a piece; `origin` is the UTF-16 offset at which it begins in the other text. */
  add(piece: string, origin: number): this {
    this.#pieces.push({ at: this.text.length, end: this.text.length + piece.length, origin });
    this.text += piece;
    return this;
  }

  /** Returns whether an offset in the other text is in one of the pieces, both of its ends included. */
  contains(offset: number): boolean {
    return this.#pieces.some(({ at, end, origin }) => origin <= offset && offset - origin <= end - at);
  }

  /**
   * Returns literals of this text, which must be in text order, with their offsets in the other text. Literals that are
   * not contained in one piece are left out.
   */
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

/** Creates a literal whose content starts at an offset and is contiguous in the text. */
export function toLiteral(start: number, text: string, ...relations: Literal["relations"]): Literal {
  return { text, start, end: start + text.length, relations };
}

/** Words joined by dots and hyphens, as codes are. A dot at the end is not included, since it may end a sentence. */
export const codeWordPattern = /(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-])/g;

/**
 * Returns the words in prose that have the form of a code, as literals without relations; `start` is the prose's
 * offset.
 */
export function codeWordsIn(prose: string, start: number): Literal[] {
  return [...prose.matchAll(codeWordPattern)]
    .filter(([word]) => isDistinctive(word))
    .map(({ 0: word, index }) => toLiteral(start + index, word));
}

/** A double quote inside a string: escaped once or several times, or doubled. */
const quote = String.raw`\\{0,9}"{1,2}`;
/** A field for a code in XML or JSON: `<Code>X</Code>`, `"Code": "X"`. */
const codeFields = new RegExp(
  [
    String.raw`<(?<tag>(?:\w+:)?\w*code)>\s*(?<text>[^<>\s]+)\s*</\k<tag>>`,
    String.raw`${quote}(?<key>\w*code)${quote}\s*:\s*${quote}(?<value>[^"\\\s]+)${quote}`,
  ].join("|"),
  "dgi",
);
/** Matches the key of an object that says that it is a warning, up to the brace of the object. */
const warningKey = /warnings?\\{0,9}"{1,2}\s{0,20}:\s{0,20}\[?\s{0,20}\{$/i;
/** How far before a field its object can begin, and how long the key of the object can be, in UTF-16 units. */
const [maximumFields, maximumKey] = [200, 90];

/** Returns whether the object around a field of a response, given the offset of the field, is a warning. */
function isOfWarning(string: string, at: number): boolean {
  const fields = string.slice(Math.max(0, at - maximumFields - 1), at);
  const brace = Math.max(fields.lastIndexOf("{"), fields.lastIndexOf("}"));
  if (fields[brace] !== "{") return false;
  const end = at - fields.length + brace + 1;
  return warningKey.test(string.slice(Math.max(0, end - maximumKey), end));
}

const isDottedName = /^[A-Z][a-z]\w*\.[A-Z]\w*$/;
/** Another field of an error response. */
const companionFields = /[<"]\w*(?:error|message|msg|request_?id)\w*(?:>|\\{0,9}"{1,2}\s*:)/i;

/**
 * Returns the codes in a string that contains an error response, or a part of one, in XML or JSON; `start` is the
 * offset of the string. Fields named `code` are common, so a response is recognised by the other fields of an error,
 * and a part of one by a field name that ends in `Code`, or by a code that is clearly one.
 */
export function responseCodesIn(string: string, start: number): Literal[] {
  if (!/code/i.test(string)) return [];
  const isResponse = companionFields.test(string);
  const hasBrackets = /[{[]/.test(string);
  return [...string.matchAll(codeFields)].flatMap(({ groups, indices, index }) => {
    const { tag, text, key, value } = groups ?? {};
    const subject = tag ?? key ?? "";
    const code = text ?? value ?? "";
    const soundsLikeCode = hasFailureWord(code) || isDottedName.test(code);
    const isPart = /Code$/.test(subject)
      ? !key || !hasBrackets || soundsLikeCode
      : subject === "code" && soundsLikeCode && isDistinctive(code);
    if (!isResponse && !isPart) return [];
    if (key && isOfWarning(string, index)) return [];
    const [at = 0] = indices?.groups?.[tag ? "text" : "value"] ?? [];
    return [toLiteral(start + at, code, { kind: "value", subject })];
  });
}

/** What may surround a code in a regular expression: flags, anchors, brackets, wildcards. */
const patternBefore = /^(?:\(\?\w+\)|\(\?:|\.\*|\\b|[\s^(])*/;
const patternAfter = /(?:\.\*\??|\\b|[\s$)])*$/;

/** The maximum length in UTF-16 units of a text that is split; longer lists in one text are data. */
const maximumLength = 1000;

/**
 * Returns the codes in a literal that is a pattern or a list: `X|Y`, `.*X.*`, `X, Y`, each with the relations of the
 * literal. Returns the literal itself if it is neither.
 */
export function splitCodes(literal: Literal): Literal[] {
  const { text, start, relations } = literal;
  if (relations.length === 0 || text.length > maximumLength || /^[\w.:-]*$/.test(text)) return [literal];
  const separator = text.includes("|") ? "|" : text.includes(",") ? "," : " ";
  let at = start;
  const parts = text.split(separator).map((part): Literal => {
    const open = patternBefore.exec(part)?.[0].length ?? 0;
    const word = part.slice(open).replace(patternAfter, "");
    const from = at + open;
    at += part.length + 1;
    return { text: word, start: from, end: from + word.length, relations };
  });
  const isList = parts.every(({ text: part }) =>
    separator === " " ? isDistinctive(part) : /^[A-Z][\w.]*\w$/.test(part),
  );
  // Alternatives of a pattern that are patterns themselves are left out.
  const codes =
    separator === "|" ? parts.filter(({ text: part }) => /^[A-Z][\w.]*\w$/.test(part)) : isList ? parts : [];
  return codes.length > 0 ? codes : [literal];
}
