import { type FieldKind, fieldNamed } from "../field-names.ts";
import { isNothing } from "../scanner/bare-values.ts";
import type { Vocabulary } from "../whose/vocabulary.ts";
import { headIn, startOfLine } from "./head.ts";
import type { Finding, Sentence, Value } from "./sentence.ts";

/** A parenthesis of labels with their values, in any order; it can be cut off. */
const facts =
  /\((?=(?:S3 Extended |AWS )?(?:Service|Status ?Code|Error ?Code|Request ?ID|req_?id): ?)(?<pairs>(?:\s{0,3}[A-Za-z\d_-][\w -]{0,40}:(?!\/)[^()\n;,]{0,300}(?:[;,]|(?=\))|$)){1,12})\)?/dgim;
/** A label with its value. */
const pair = /(?<label>[A-Za-z\d_-][\w -]{0,40}):\s{0,3}(?<value>[^;,]{0,300})/dg;

/** What stands before a message that is no part of it. */
const before =
  /^[\s\S]*(?: \| |: "|message: |\b[A-Z]{3,20}_FAILED )|^\s*(?:Error )?Message: |^\s*(?:(?:Could not|Cannot|Failed to|Unable to) [^:\n]{1,300}: )+/;

/** The forms of values, without which a label says something else. */
const forms: Partial<Record<FieldKind, RegExp>> = {
  code: /^[A-Za-z][\w.-]{0,199}$/,
  requestId: /^[\w=+/.:-]{1,100}$/,
  httpStatus: /^[1-5]\d\d$/,
  service: /^[\w .-]{1,100}$/,
};

/** What programs say of an answer in parentheses behind its message: `message (Service: …; Status Code: …; Error Code: …)`. */
export const inParentheses: Sentence = {
  name: "facts in parentheses",

  read(text, vocabulary) {
    let last = 0;
    return [...text.matchAll(facts)].flatMap((match): Finding[] => {
      const stated = fieldsIn(match);
      if (!stated.httpStatus && !stated.requestId) return [];
      const end = match.index + match[0].length;
      const start = Math.max(last, startOfLine(text, match.index));
      // An ID alone stands behind anything; what it does not stand behind a sentence of is read without it.
      if (!stated.httpStatus && !/^[^:：=[\]{}"]{4,1000}$/.test(text.slice(start, match.index).trimEnd()))
        return [];
      last = end;
      const head = headOf(text, start, match, stated.code, vocabulary);
      return [{ start, end, fields: { ...head, ...stated }, isSure: true }];
    });
  },
};

function fieldsIn({ groups, indices }: RegExpExecArray): Finding["fields"] {
  const from = indices?.groups?.pairs?.[0] ?? 0;
  const fields: Finding["fields"] = {};
  for (const one of (groups?.pairs ?? "").matchAll(pair)) {
    const { label = "", value = "" } = one.groups ?? {};
    const kind = fieldNamed(label)?.kind;
    const text = value.trim();
    if (kind === undefined || fields[kind] || isNothing(text) || !forms[kind]?.test(text)) continue;
    const start = from + (one.indices?.groups?.value?.[0] ?? 0) + value.indexOf(text);
    fields[kind] = { value: text, start, end: start + text.length };
  }
  return fields;
}

/** Returns what stands before a parenthesis on its line: the class and the message, or the message alone. */
function headOf(
  text: string,
  start: number,
  { index }: RegExpExecArray,
  code: Value | undefined,
  vocabulary: Vocabulary,
): Finding["fields"] {
  const head = text.slice(start, index).replace(/\s$/, "");
  // Directly behind a class, its fields are all that it says.
  if (!/\s/.test(text.charAt(index - 1)) && /[.\w](?:Exception|Error|Fault)$/.test(head)) return {};
  const cause = code && head.lastIndexOf(`${code.value}: `);
  const from = cause && cause > 0 ? cause : 0;
  const { code: named, message = messageOf(head, start) } =
    headIn(head.slice(from), start + from, vocabulary, true) ?? {};
  return { ...(named ? { code: named } : {}), ...(message ? { message } : {}) };
}

function messageOf(head: string, at: number): Value | undefined {
  if (isNothing(/(?<=: )\S*\s*$/.exec(head)?.[0] ?? "none")) return undefined;
  const start = before.exec(head)?.[0].length ?? /^\s*/.exec(head)?.[0].length ?? 0;
  const value = head.slice(start).trim();
  return isNothing(value) ? undefined : { value, start: at + start, end: at + start + value.length };
}
