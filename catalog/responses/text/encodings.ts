import type { MappedText } from "./mapped-text.ts";

// Texts that are written inside other texts: escaped, percent-encoded, as entities, in Base64.

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/**
 * Returns the content of a string literal whose escapes are those of JSON; other escaped signs stand for themselves, and
 * before other letters, as in the `\\d` of a pattern, a backslash is one.
 */
export function unescaped(content: string): string {
  if (!content.includes("\\")) return content;
  return content.replace(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_, unit: string | undefined, char: string) =>
    unit !== undefined
      ? String.fromCharCode(Number.parseInt(unit, 16))
      : (escapes[char] ?? (/[A-Za-z]/.test(char) ? `\\${char}` : char)),
  );
}

const entities: Record<string, string> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
  "#39": "'",
  "#34": '"',
  "#039": "'",
  "#x27": "'",
  "#x2F": "/",
};

/** Returns a text with the predefined entities of XML decoded; others stay as they are. */
export function withoutEntities(text: string): string {
  return text.includes("&") ? text.replace(entity, (whole, name: string) => entities[name] ?? whole) : text;
}

const entity = /&(lt|gt|quot|apos|amp|#0?39|#34|#x27|#x2F);/g;

/** A run of percent-encoded text that has an encoded bracket or quote. */
const percentEncoded = /(?:[\w.~!*'()+&=$,:/-]|%[\da-fA-F]{2}){8,}/g;

/** An encoded character that a line break stands in. */
const brokenCharacter = /%(?:\n[\da-fA-F]{2}|[\da-fA-F]\n[\da-fA-F])/g;

/** Decodes percent-encoded structures, and structures whose brackets are entities. */
export function decoded(text: MappedText): MappedText {
  const withBrackets = /%(?:7B|22|3C)/i.test(text.text)
    ? text
        .replace(brokenCharacter, ([character]) => character.replace("\n", ""))
        .replace(percentEncoded, ([run]) => (/%(?:7B|22|3C)/i.test(run) ? percentDecoded(run) : undefined))
    : text;
  // A page has written its quotes and brackets as entities; beside tags and quotes, they stand for what is neither.
  const isPage = !/["<]/.test(withBrackets.text) && entity.test(withBrackets.text);
  entity.lastIndex = 0;
  if (isPage) return withBrackets.replace(entity, ([, name = ""]) => entities[name]);
  return !withBrackets.text.includes("</") &&
    /&lt;\/?\w{1,40}&gt;|&quot;\w{1,40}&quot;\s?:/.test(withBrackets.text)
    ? withBrackets.replace(entity, ([, name = ""]) => entities[name])
    : withBrackets;
}

function percentDecoded(run: string): string | undefined {
  try {
    return decodeURIComponent(run.replace(/\+/g, " "));
  } catch {
    // A sequence that was cut off is no character; the others are still readable.
    return run.replace(/%([2-7][\da-fA-F])/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

/** Returns the text that a Base64 value of a header encodes, or undefined if it is no text. */
export function fromBase64(value: string): string | undefined {
  if (value.length > 20_000 || !/^[A-Za-z\d+/]{8,}={0,2}$/.test(value)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
