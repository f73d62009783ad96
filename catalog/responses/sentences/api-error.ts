import { byPattern, type Sentence } from "./sentence.ts";

/** What the AWS SDK for Go 2 says of an error alone: `api error Code: message`. */
export const apiError: Sentence = {
  name: "AWS SDK for Go 2, the error alone",
  hint: "api error",
  read: byPattern(/api error (?<code>[A-Z][\w.-]{0,199}): (?<message>[^\n]*)/dg, "aws"),
};
