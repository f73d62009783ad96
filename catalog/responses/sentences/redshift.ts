import { byPattern, type Sentence } from "./sentence.ts";

/** What Redshift says of S3: `S3ServiceException:message,Status 403,Error Code,Rid …`. */
export const redshift: Sentence = {
  name: "Redshift",
  hint: "s3serviceexception:",
  read: byPattern(
    /S3ServiceException: ?(?<message>[^\n]{1,2000}?),Status (?<httpStatus>[1-5]\d\d),Error (?<code>\w{1,200}),Rid (?<requestId>[\w-]{1,100})/dg,
    "aws",
  ),
};
