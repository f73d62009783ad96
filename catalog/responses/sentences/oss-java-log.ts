import { byPattern, type Sentence } from "./sentence.ts";

/** What the SDK for Java of OSS logs before the labels of an error: `[Server]Unable to execute HTTP request: message`. */
export const ossJavaLog: Sentence = {
  name: "Alibaba Cloud OSS SDK for Java, its log",
  hint: "]unable to execute http request: ",
  read: byPattern(
    /\[(?:Server|Client)\]Unable to execute HTTP request: (?<message>[^\n]*)/dg,
    "alibaba-cloud",
  ),
};
