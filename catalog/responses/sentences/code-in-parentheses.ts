import { isNothing } from "../scanner/bare-values.ts";
import { byPattern, type Sentence } from "./sentence.ts";

const code = String.raw`(?<code>(?:[A-Z]\w{4,99}|[a-z]{2,20}\.[A-Z]\w{1,99})(?:\.\w{1,99}){0,4})`;
/** `error: (Code) message` */
const inFront = byPattern(
  new RegExp(
    String.raw`(?<=\b(?:[Ee]rror|[Ff]ailed|失败|错误)(?::|：| )\s?)\(${code}\):?[ \t]+(?<message>[^\n]+)`,
    "dg",
  ),
);
/** `message (Code)`, up to the end of a line or of what is quoted */
const behind = byPattern(
  new RegExp(
    String.raw`(?<=[:：] ?|^)(?<message>(?:[^\s\n:：()][^\n:：()]{8,1000}?|[\u4e00-\u9fff][^\n:：()]{3,1000}?)[.!。]?) ?[(（]${code}[)）]\.?(?=["'”“」』]|\s*$)`,
    "dgm",
  ),
);

/** `错误：message(54003)`, where a label leaves no doubt. */
const numbered = byPattern(
  /(?<=(?:\b[Ee]rror|失败|错误|报错)[:：] ?)(?<message>[^\s\n:：()（）][^\n:：()（）]{3,200}?) ?[(（](?<code>[1-9]\d{3,5})[)）](?=[.。]?\s*$)/dgm,
);

/** What command lines and web pages say: `Error: (Code) message`, or `message (Code)`. */
export const codeInParentheses: Sentence = {
  name: "code in parentheses",
  read: (text, vocabulary) =>
    [...inFront(text, vocabulary), ...behind(text, vocabulary)]
      .filter(({ fields }) => fields.code && vocabulary.codeOf(fields.code.value) === fields.code.value)
      .map((finding) => {
        const { message, ...others } = finding.fields;
        const isMessage = message && !isNothing(message.value.replace(/[,;][^\n]*$/, ""));
        return { ...finding, fields: { ...others, ...(isMessage ? { message } : {}) }, isSure: false };
      })
      .concat(numbered(text, vocabulary).map((finding) => ({ ...finding, isSure: false }))),
};
