import { byPattern, type Sentence } from "./sentence.ts";

const inFront = byPattern(
  /A(?:ws|WS)::(?<service>\w{1,60})::Errors::(?<code>\w{1,200})(?:: (?<message>[^\n]{1,2000})| \((?<inside>[^\n]{1,2000})\):?[ \t]*$)?/dgm,
  "aws",
);
const behind = byPattern(
  /(?<=: |^)(?<message>[^\n:]{1,2000}) \(A(?:ws|WS)::(?<service>\w{1,60})::Errors::(?<code>\w{1,200})\)/dgm,
  "aws",
);

/** What the AWS SDK for Ruby raises, as Ruby and Rails print it: before the message, or behind it. */
export const awsRuby: Sentence = {
  name: "AWS SDK for Ruby",
  hint: "::errors::",
  read: (text, vocabulary) => [...behind(text, vocabulary), ...inFront(text, vocabulary)],
};
