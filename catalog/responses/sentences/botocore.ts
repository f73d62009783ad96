import { byPattern, type Sentence } from "./sentence.ts";

/**
 * What botocore says, and the AWS command line: `An error occurred (Code) when calling the Name operation: message`; of
 * old, `A client error (Code) occurred when …`. PynamoDB puts the request ID and the table in between.
 */
export const botocore: Sentence = {
  name: "botocore",
  hint: "when calling the ",
  read: byPattern(
    /An? (?:(?:client|server) )?error (?:occurred )?\((?:(?<httpStatus>[1-5]\d\d)|(?<code>[\w.:-]{1,200}))\) (?:on request \((?<requestId>[\w-]{1,100})\) (?:on table \([^()\n]{0,300}\) )?)?(?:occurred )?when calling the (?<action>\w{1,100}) operation(?: \([^()\n]{0,100}\))?: (?<message>[^\n]*)/dg,
    "aws",
  ),
};
