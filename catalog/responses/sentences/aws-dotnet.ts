import { byPattern, type Sentence } from "./sentence.ts";

/** What the AWS SDK for .NET says of an answer that has no message. */
export const awsDotnet: Sentence = {
  name: "AWS SDK for .NET, an answer without a message",
  hint: "error making request with error code ",
  read: byPattern(
    /(?<message>Error making request with Error Code (?:OK\b|(?<code>\w{1,200})) and Http Status Code \w{1,40}\.(?: No further error information was returned by the service\.)?)/dg,
    "aws",
  ),
};
