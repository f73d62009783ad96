import { byPattern, type Finding, type Sentence } from "./sentence.ts";

const read = byPattern(
  /(?<![\w.])(?:[\w$]{1,60}\.){0,10}(?<code>[A-Z]\w{3,99}Exception)[({]message=(?<message>[^\n{}()]{1,1000}?)(?=, ?\w{1,40}=|[)}])/dg,
);

/** What Kotlin and Java print of an exception with its fields: `CodeException(message=text)`; a cause inside says more. */
export const classWithFields: Sentence = {
  name: "class of an exception with its fields",
  hint: "message=",
  read(text, vocabulary) {
    const found = read(text, vocabulary).filter(
      ({ fields: { code } }) => code && vocabulary.codeOf(code.value) === code.value,
    );
    const isPassedOn = (finding: Finding, cause: Finding | undefined) =>
      cause?.fields.code?.value === finding.fields.code?.value &&
      / cause=(?:[\w$]+\.)*$/.test(text.slice(finding.end, cause?.fields.code?.start));
    return found
      .filter((finding, index) => !isPassedOn(finding, found[index + 1]))
      .map((finding) => ({ ...finding, isSure: false }));
  },
};
