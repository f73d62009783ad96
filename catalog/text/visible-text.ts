// Texts of others where they are written as they are: in a terminal, in a list, in a file.

/** Controls, line separators, halves of characters, and marks that are invisible or change the direction of text. */
const invisible = String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cf}\u115f\u1160\u3164\uffa0]`;
/** A joiner that makes one emoji of two. */
const joiner = String.raw`(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})`;
const inTexts = new RegExp(`(?!${joiner})${invisible}`, "gu");
/** Finds out sooner that there is none. */
const any = new RegExp(invisible, "u");
/** Line breaks and tabs are part of the format of JSON itself. */
const inJson = new RegExp(`(?![\\n\\t])${invisible}`, "gu");

/** Returns a text on one line, with U+FFFD for each character that could manipulate a terminal or deceive a reader. */
export function toVisible(text: string): string {
  return any.test(text) ? text.replace(inTexts, "\ufffd") : text;
}

/** Does the same to each line of a text. */
export function toVisibleLines(text: string): string {
  return text.split("\n").map(toVisible).join("\n");
}

/** Returns a value as JSON, with escapes for such characters; `indent` is that of `JSON.stringify`. */
export function toVisibleJson(value: unknown, indent?: string | number): string {
  return JSON.stringify(value, undefined, indent).replace(inJson, escaped);
}

/** Returns the escapes of the one or two UTF-16 units of a character. */
function escaped(char: string): string {
  return Array.from({ length: char.length }, (_, index) => {
    return `\\u${char.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
