import { byPattern, type Sentence } from "./sentence.ts";

/** What the AWS SDK for PHP says behind the answer: `Code (client): message - body`. */
export const awsPhp: Sentence = {
  name: "AWS SDK for PHP",
  hint: " http error",
  read: byPattern(/(?<code>[A-Za-z][\w.-]{0,199}) \((?:client|server)\): (?<message>[^\n]{0,2000}?) - /dg, "aws"),
};
