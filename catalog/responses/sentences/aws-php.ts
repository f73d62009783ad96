import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/** What the AWS SDK for PHP says behind the answer: `Code (client): message - body`, or without the body. */
export const awsPhp: Sentence = {
  name: "AWS SDK for PHP",
  hint: " http error",
  read: (text) =>
    readBetween(
      text,
      /(?<![\w.-])(?<code>[A-Za-z][\w.-]{0,199}) \((?:client|server)\): /dg,
      / - | in \/[^\s:]{1,300}(?: on line |:)\d|$/dgm,
      "aws",
    ),
};
