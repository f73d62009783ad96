import { byPattern, type Sentence } from "./sentence.ts";

/** What s3cmd says: `S3 error: 403 (Code): message`. */
export const s3cmd: Sentence = {
  name: "s3cmd",
  hint: "s3 error: ",
  read: byPattern(
    /S3 error: (?<httpStatus>[1-5]\d\d) \((?<code>[A-Za-z]\w{0,199})\)(?:: (?<message>[^\n]*))?/dg,
    "aws",
  ),
};
