import { byPattern, type Sentence } from "./sentence.ts";

/** XML whose outer tag is the code. */
export const exceptionTag: Sentence = {
  name: "XML named after the exception",
  hint: "<message>",
  read: byPattern(
    /<(?<code>[A-Z]\w{1,100}(?:Exception|Fault|Error))>\s{0,100}<[Mm]essage>(?<message>[^<]{0,4000})<\/[Mm]essage>/dg,
  ),
};
