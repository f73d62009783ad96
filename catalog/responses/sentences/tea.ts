import { fieldNamed } from "../field-names.ts";
import { byPattern, type Finding, type Sentence } from "./sentence.ts";

const read = byPattern(
  /(?:(?<code>[A-Za-z][\w.-]{0,199}):? )?code: (?<httpStatus>[1-5]\d\d), (?<message>[\s\S]{0,2000}?)(?:,?\s{0,9}(?<=[\s,])request ?id: (?<requestId>[\w-]{1,100}))/dg,
  "alibaba-cloud",
);

/** What the newer SDKs of Alibaba Cloud say: `Code: code: 404, message request id: …`, with `Error` behind the code or not. */
export const tea: Sentence = {
  name: "Alibaba Cloud Tea",
  hint: "code: ",

  read: (text, vocabulary) =>
    read(text, vocabulary).map((finding) => ({ ...finding, fields: withCode(finding.fields) })),
};

function withCode({ code, ...others }: Finding["fields"]): Finding["fields"] {
  if (!code || fieldNamed(code.value) || /^\w*(?:Error|Exception)$/.test(code.value.replace(/\.\w*Error$/, "")))
    return others;
  const value = code.value.replace(/Error$/, "");
  return { ...others, code: { value, start: code.start, end: code.start + value.length } };
}
