import { byPattern, type Sentence } from "./sentence.ts";

/** What Apache Arrow says of an error of the AWS SDK for C++: `AWS Error ACCESS_DENIED during Name operation: message`. */
export const arrow: Sentence = {
  name: "Apache Arrow",
  hint: "aws error ",
  read: byPattern(
    /\bAWS Error (?:\[code \d{1,3}\]|(?<code>[A-Z][A-Z\d_]{1,100}))(?: during \w{1,100} operation)?: (?<message>[^\n]*)/dg,
    "aws",
  ),
};
