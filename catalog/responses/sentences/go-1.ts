import { headIn, maximumHead, startOfLine } from "./head.ts";
import { type Finding, fieldsOf, type Sentence, type Value } from "./sentence.ts";

const tail =
  /(?:,?\s{0,40}status code: (?<httpStatus>[1-5]\d\d), request id: \[?(?<requestId>[\w=+/.:-]{0,100})\]?(?:, host id: [^\s,]{0,200})?|(?:\r?\n[ \t]{1,40}|\\n\\t)status code: (?<statusAlone>[1-5]\d\d)(?!\d|, request))/dg;

/** Returns the status and the request ID; where a program has left the ID out, the status stands alone. */
function factsOf(match: RegExpExecArray): Finding["fields"] {
  const { statusAlone, ...fields } = fieldsOf(match) as Finding["fields"] & { statusAlone?: Value };
  return statusAlone ? { httpStatus: statusAlone } : fields;
}

/** What the AWS SDK for Go 1 says: `Code: message`, and the status and the request ID on the line below. */
export const go1: Sentence = {
  name: "AWS SDK for Go 1",
  hint: "status code: ",

  read(text, vocabulary) {
    let last = 0;
    return [...text.matchAll(tail)].map((match) => {
      const end = match.index + match[0].length;
      const start = Math.max(last, startOfLine(text, match.index), match.index - maximumHead);
      last = end;
      // The space behind the colon of an empty message is part of the tail.
      const head = headIn(`${text.slice(start, match.index)} `, start, vocabulary, true);
      return { start, end, fields: { ...factsOf(match), ...head }, provider: "aws", isSure: true };
    });
  },
};
