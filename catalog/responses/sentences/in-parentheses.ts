import { isNothing } from "../scanner/bare-values.ts";
import { headIn, startOfLine } from "./head.ts";
import { type Finding, fieldsOf, type Sentence } from "./sentence.ts";

const facts =
  /\s?\((?:Service: ?(?<service>[^;,()\n]{1,100})[;,] ?)?Status ?Code: ?(?:(?<httpStatus>[1-5]\d\d)|\d{1,3})(?:[;,] ?Error ?Code: ?(?:(?<code>[A-Za-z][\w.-]{0,199})|[^;()\n]{0,100}))?(?:[;,] ?Request ?ID: {0,3}(?<requestId>[\w=+/.:-]{0,100}))?[^()\n]{0,500}\)/dg;
/** What stands before a message that is no part of it. */
const before =
  /^[\s\S]*(?: \| |: "|message: )|^\s*(?:Error )?Message: |^\s*(?:(?:Could not|Cannot|Failed to|Unable to) [^:\n]{1,300}: )+/;

/** What SDKs for Java say of AWS, COS and Baidu AI Cloud: `message (Service: …; Status Code: …; Error Code: …)`. */
export const inParentheses: Sentence = {
  name: "SDKs for Java, facts in parentheses",
  hint: "code:",

  read(text, vocabulary) {
    let last = 0;
    return [...text.matchAll(facts)].map((match): Finding => {
      const end = match.index + match[0].length;
      const start = Math.max(last, startOfLine(text, match.index));
      last = end;
      const head = text.slice(start, match.index);
      const stated = fieldsOf(match);
      const { code = stated.code, message = messageOf(head, start) } =
        headIn(head, start, vocabulary, true) ?? {};
      const fields = { ...stated, ...(code ? { code } : {}), ...(message ? { message } : {}) };
      return { start, end, fields: { ...fields, ...stated }, isSure: true };
    });
  },
};

function messageOf(head: string, at: number): Finding["fields"]["message"] {
  if (isNothing(/(?<=: )\S*\s*$/.exec(head)?.[0] ?? "none")) return undefined;
  const start = before.exec(head)?.[0].length ?? /^\s*/.exec(head)?.[0].length ?? 0;
  const value = head.slice(start).trim();
  return isNothing(value) ? undefined : { value, start: at + start, end: at + start + value.length };
}
