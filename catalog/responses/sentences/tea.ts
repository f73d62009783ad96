import { fieldNamed } from "../field-names.ts";
import { type Finding, fieldsOf, type Sentence } from "./sentence.ts";

const tail = /,?\s{1,9}request ?id: (?<requestId>[\w-]{1,100})/dgi;
const head = /(?<![\w.-])(?:(?<code>[A-Za-z][\w.-]{0,199}):? )?code: (?<httpStatus>[1-5]\d\d), /dg;
/** The maximum length of a message, in UTF-16 units. */
const maximumMessage = 4000;

/** What the newer SDKs of Alibaba Cloud say: `Code: code: 404, message request id: …`, with `Error` behind the code or not. */
export const tea: Sentence = {
  name: "Alibaba Cloud Tea",
  hint: "code: ",

  read(text) {
    let last = 0;
    return [...text.matchAll(tail)].flatMap((end): Finding[] => {
      const from = Math.max(last, end.index - maximumMessage);
      last = end.index + end[0].length;
      const begin = [...text.slice(from, end.index).matchAll(head)].at(-1);
      if (!begin) return [];
      const start = from + begin.index;
      const messageStart = start + begin[0].length;
      const value = text.slice(messageStart, end.index).trim();
      const message = { value, start: messageStart, end: end.index };
      const stated = movedBy(from, fieldsOf(begin));
      const fields = { ...withCode(stated), ...(value === "" ? {} : { message }), ...fieldsOf(end) };
      return [{ start, end: last, fields, provider: "alibaba-cloud", isSure: true }];
    });
  },
};

function movedBy(offset: number, fields: Finding["fields"]): Finding["fields"] {
  const moved = Object.entries(fields).map(([kind, { value, start, end }]) => [
    kind,
    { value, start: start + offset, end: end + offset },
  ]);
  return Object.fromEntries(moved) as Finding["fields"];
}

/** Leaves out what stands where the code does, and the `Error` behind it. */
function withCode({ code, ...others }: Finding["fields"]): Finding["fields"] {
  if (
    !code ||
    fieldNamed(code.value) ||
    /^(?:[\w.\\]*[.\\])?\w*Exception$|^(?:[a-z]\w*[.\\])*\w*Error$/.test(code.value)
  )
    return others;
  const value = code.value.replace(/Error$/, "");
  return { ...others, code: { value, start: code.start, end: code.start + value.length } };
}
