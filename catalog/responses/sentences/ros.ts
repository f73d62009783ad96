import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/** The reason that Resource Orchestration Service of Alibaba Cloud gives: `resources.Name: message Code: …, RequestId: …`. */
export const ros: Sentence = {
  name: "Resource Orchestration Service",
  hint: "resources.",
  read: (text) =>
    readBetween(
      text,
      /resources\.\w{1,100}: /dg,
      / Code: (?<code>[A-Za-z][\w.-]{0,199})(?:, RequestId: (?<requestId>[\w-]{1,100}))?(?:, HttpStatus: (?<httpStatus>[1-5]\d\d))?/dg,
      "alibaba-cloud",
    ),
};
