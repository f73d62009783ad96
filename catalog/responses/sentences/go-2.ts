import { byPattern, type Finding, fieldsOf, type Sentence } from "./sentence.ts";

const read = byPattern(
  /https response error StatusCode: (?<httpStatus>[1-5]\d\d), RequestID: (?<requestId>[\w=+/.-]{0,100}), (?:HostID: (?<host>[^,\s]{0,200}), )?(?:api error )?(?<code>[A-Za-z][\w.-]{0,199}): (?<message>[^\n]*)/dg,
  "aws",
);
/** What stands before, with attempts and limits in between. */
const operation = /operation error (?<service>[\w ]{1,60}): (?<action>\w{1,100}), [^:\n]{0,100}$/d;
const maximumBefore = 300;

/** What the AWS SDK for Go 2 says: `operation error S3: Name, https response error StatusCode: 403, …`. */
export const go2: Sentence = {
  name: "AWS SDK for Go 2",
  hint: "https response error",
  read: (text, vocabulary) => read(text, vocabulary).map((finding) => withOperation(finding, text)),
};

function withOperation(finding: Finding, text: string): Finding {
  const from = Math.max(0, finding.start - maximumBefore);
  const match = operation.exec(text.slice(from, finding.start));
  if (!match) return finding;
  const moved = Object.entries(fieldsOf(match)).map(([kind, { value, start, end }]) => [
    kind,
    { value, start: from + start, end: from + end },
  ]);
  return {
    ...finding,
    start: from + match.index,
    fields: { ...finding.fields, ...Object.fromEntries(moved) },
  };
}
