import { hasFailureWord } from "../../model/failure-words.ts";
import { fieldNamed } from "../field-names.ts";
import { endOfBareValue, isLabelAt, isNothing } from "../scanner/bare-values.ts";
import type { Vocabulary } from "../whose/vocabulary.ts";
import type { Finding } from "./sentence.ts";

/** What separates a code, or the class of an exception, from the message behind it. */
const separator =
  /(?: \[Error\])?(?: ?: |:(?=\p{Lu}\p{Ll}{0,30} \p{L})| - (?=\p{Lu})|: ?(?=\p{Script=Han})|：)/gu;
/** A code, or a class with its package. */
const qualifiedName = /^[A-Za-z_$][\w$]*(?:(?:\.|::|\\|-)[A-Za-z_$][\w$]*)*$/;
const maximumName = 500;

/** A word before a colon, with the colon. */
interface WordBeforeColon {
  word: string;
  index: number;
  whole: string;
}

/** Returns the words before colons. */
function wordsBeforeColons(text: string): WordBeforeColon[] {
  const words: WordBeforeColon[] = [];
  let last = 0;
  for (const { 0: colon, index: at } of text.matchAll(separator)) {
    let index = at;
    while (index > last && at - index < maximumName && /[\w$.:\\-]/.test(text.charAt(index - 1))) index--;
    const word = text.slice(index, at);
    if (!qualifiedName.test(word) || text[index - 1] === "/") continue;
    words.push({ word, index, whole: word + colon });
    last = at + colon.length;
  }
  return words;
}

/** The longest text before the rest of a sentence in which its code is looked for, in UTF-16 units. */
export const maximumHead = 4000;

/** Returns the code and the message in a text of the form `…: Code: message`; `at` is the offset of the text. */
export function headIn(
  text: string,
  at: number,
  vocabulary: Vocabulary,
  isOfSdk: boolean,
): Finding["fields"] | undefined {
  let afterClass: number | undefined;
  let ofClass: Finding["fields"] | undefined;
  const words = wordsBeforeColons(text);
  for (const [order, { word, index, whole }] of words.entries()) {
    const isAfterClass = afterClass === index;
    // Before a dash, most words are names.
    const isLabel = !whole.endsWith("- ") || (isAfterClass && hasFailureWord(word));
    const code = vocabulary.codeOf(word, isLabel && (isOfSdk || (isAfterClass && isCodeLike(word))));
    if (/(?:Exception|_exception|[Ee]rror)$/.test(word)) afterClass = index + whole.length;
    if (code === undefined || isStatusPhrase(text, index)) continue;
    // The class of what only passes another exception on.
    if (!vocabulary.isOfficial(code) && words.slice(order + 1).some(isClassWithPackage)) continue;
    // What failed for the reason that stands behind it.
    if (words.slice(order + 1).some((inner) => isCause(inner, text, vocabulary))) continue;
    const start = at + index + word.lastIndexOf(code);
    const message = messageAt(text, index + whole.length, at);
    // The fields behind a general class state the error.
    if (!message && vocabulary.isGeneral(word) && /[.:\\]/.test(word)) continue;
    const fields = {
      code: { value: code, start, end: start + code.length },
      ...(message ? { message } : {}),
    };
    // The class of an exception may be a code of another service than the one whose code stands behind it.
    if (!vocabulary.isGeneral(word)) return fields;
    ofClass ??= fields;
  }
  if (ofClass || afterClass === undefined) return ofClass;
  const message = messageAt(text, afterClass, at);
  return message ? { message } : undefined;
}

/** Whether a word is the phrase of an HTTP status, as in `403 Forbidden: …`. */
function isStatusPhrase(text: string, at: number): boolean {
  return /\b[1-5]\d\d $/.test(text.slice(Math.max(0, at - 5), at));
}

/** Whether a word is the class of an exception with its package. */
function isClassWithPackage({ word }: WordBeforeColon): boolean {
  return /[.\\:]\w*(?:Exception|Error)$/.test(word);
}

/** Whether a word inside a message is the code of another error, with its own message behind it. */
function isCause({ word, index, whole }: WordBeforeColon, text: string, vocabulary: Vocabulary): boolean {
  return (
    /[a-z](?:Exception|Fault)$/.test(word) &&
    whole.endsWith(" ") &&
    vocabulary.codeOf(word) !== undefined &&
    !vocabulary.isGeneral(word) &&
    /: $/.test(text.slice(0, index))
  );
}

/** Whether a word behind the class of an exception can be its code, which no catalog need have. */
function isCodeLike(word: string): boolean {
  return /^[A-Z]\w*(?:[._][A-Z]\w*)+$/.test(word) || /^(?:[A-Z]\w*[a-z]){2}\w*$/.test(word);
}

function messageAt(text: string, from: number, at: number): Finding["fields"]["message"] {
  const start = from + (/^\s*/.exec(text.slice(from, from + 100))?.[0].length ?? 0);
  const label = /^(?:[{<]|\[\{|(?<name>[\w-]{1,60})[:=])/.exec(text.slice(start, start + 62));
  // A structure or another field is no message.
  if (isLabelAt(text, start)) return undefined;
  if (label && (label.groups?.name === undefined || fieldNamed(label.groups.name))) return undefined;
  const value = text.slice(start, endOfBareValue(text, start, "message", false)).trimEnd();
  return isNothing(value) ? undefined : { value, start: at + start, end: at + start + value.length };
}

/** Returns where the line begins that an offset is in, but not too far before it. */
export function startOfLine(text: string, at: number): number {
  const from = Math.max(0, at - maximumHead);
  return from + text.slice(from, at).lastIndexOf("\n") + 1;
}
