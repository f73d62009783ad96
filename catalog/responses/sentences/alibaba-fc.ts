import { byPattern, type Sentence } from "./sentence.ts";

/** What the SDKs for Node.js of Function Compute say: `FCCodeError: GET /path failed with 403. requestid: …, message: …`. */
export const alibabaFc: Sentence = {
  name: "Function Compute SDK for Node.js",
  hint: " failed with ",
  read: byPattern(
    /(?:\b(?:FC|FNF|FnF)(?<code>[A-Z]\w{1,100}?)Error: )?\b(?:GET|HEAD|POST|PUT|PATCH|DELETE) \/[^\s]{0,500} failed with (?<httpStatus>[1-5]\d\d)\. requestid: (?<requestId>[\w-]{0,100}), message: (?<message>[^\n]*)/dg,
    "alibaba-cloud",
  ),
};
