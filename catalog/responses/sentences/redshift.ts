import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/** What Redshift says of S3: `S3ServiceException:message,Status 403,Error Code,Rid …`. */
export const redshift: Sentence = {
  name: "Redshift",
  hint: "s3serviceexception:",
  read: (text) =>
    readBetween(
      text,
      /S3ServiceException: ?/dg,
      /,Status (?<httpStatus>[1-5]\d\d),Error (?<code>\w{1,200}),Rid (?<requestId>[\w-]{1,100})/dg,
      "aws",
    ),
};
