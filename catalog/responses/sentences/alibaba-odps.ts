import { byPattern, type Sentence } from "./sentence.ts";

/** What MaxCompute of Alibaba Cloud says: `ODPS-0130131:message`. */
export const alibabaOdps: Sentence = {
  name: "MaxCompute",
  hint: "odps-",
  read: byPattern(/(?<![\w-])(?<code>ODPS-\d{7}): ?(?<message>[^\n]*)/dg, "alibaba-cloud"),
};
