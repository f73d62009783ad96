import { byPattern, type Sentence } from "./sentence.ts";

/** What the SDK for Go of Tencent Cloud's COS says: `PUT https://…: 403 Code(Message: …, RequestId: …, TraceId: …)`. */
export const cosGo: Sentence = {
  name: "Tencent Cloud COS SDK for Go",
  hint: "(message: ",
  read: byPattern(
    /: (?<httpStatus>[1-5]\d\d) (?<code>[A-Za-z][\w.-]{0,199})?\(Message: (?<message>[^\n]{0,2000}?), RequestId: (?<requestId>[\w=+/-]{0,100})(?:, TraceId: [\w=+/-]{0,300})?\)/dg,
    "tencent-cloud",
  ),
};
