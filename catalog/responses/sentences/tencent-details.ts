import { type Finding, fieldsOf, type Sentence } from "./sentence.ts";

const details = /\s?\[\[request id: ?(?<requestId>[\w-]{1,100})\]/dg;
/** What stands before the message: a label, or the action in brackets. */
const before = /^[\s\S]*(?:\] |[:：] ?["']?|["'])(?=[A-Z\p{Script=Han}])/u;
const maximumMessage = 1000;

/**
 * What the API of Tencent Cloud puts behind a message: the request ID, with what its own parts said,
 * `message [[request id:…]details]`.
 */
export const tencentDetails: Sentence = {
  name: "Tencent Cloud, a request ID in the message",
  hint: "[[request id:",
  read: (text) =>
    [...text.matchAll(details)].map((match): Finding => {
      const from = Math.max(text.lastIndexOf("\n", match.index) + 1, match.index - maximumMessage);
      const head = text.slice(from, match.index);
      const start = from + (before.exec(head)?.[0].length ?? 0);
      const value = text.slice(start, match.index).trimEnd();
      const message = value === "" ? {} : { message: { value, start, end: start + value.length } };
      return {
        start: match.index,
        end: match.index + match[0].length,
        fields: { ...message, ...fieldsOf(match) },
        provider: "tencent-cloud",
        isSure: false,
      };
    }),
};
