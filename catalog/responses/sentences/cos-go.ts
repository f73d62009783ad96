import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/** What the SDK for Go of Tencent Cloud's COS says: `PUT https://…: 403 Code(Message: …, RequestId: …, TraceId: …)`. */
export const cosGo: Sentence = {
  name: "Tencent Cloud COS SDK for Go",
  hint: "(message: ",
  read: (text) =>
    readBetween(
      text,
      /: (?<httpStatus>[1-5]\d\d) (?<code>[A-Za-z][\w.-]{0,199})?\(Message: /dg,
      /, RequestId: (?<requestId>[\w=+/-]{0,100})(?:, TraceId: [\w=+/-]{0,300})?\)/dg,
      "tencent-cloud",
    ),
};
