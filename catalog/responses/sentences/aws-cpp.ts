import { byPattern, type Sentence } from "./sentence.ts";

/**
 * What the AWS SDK for C++ says of a code that it has no class for: `Unable to parse ExceptionName: Code Message: message`,
 * to which databases add what they were doing.
 */
export const awsCpp: Sentence = {
  name: "AWS SDK for C++, an unknown code",
  hint: "unable to parse exceptionname: ",
  read: byPattern(
    /Unable to parse ExceptionName: (?<code>\w{1,200}) Message: ?(?<message>[^\n]*?)(?=: [Ww]hile \w+ing\b|$)/dgm,
    "aws",
  ),
};
