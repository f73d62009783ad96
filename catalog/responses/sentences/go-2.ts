import { byPattern, type Sentence } from "./sentence.ts";

/** What the AWS SDK for Go 2 says: `operation error S3: Name, https response error StatusCode: 403, …`. */
export const go2: Sentence = {
  name: "AWS SDK for Go 2",
  hint: "https response error",
  read: byPattern(
    /(?:operation error (?<service>[\w ]{1,60}): \w{1,100}, )?(?:[\w ]{1,60}, (?:\d{1,3}, )?)?https response error StatusCode: (?<httpStatus>[1-5]\d\d), RequestID: (?<requestId>[\w=+/.-]{0,100}), (?:HostID: (?<host>[^,\s]{0,200}), )?(?:api error )?(?<code>[A-Za-z][\w.-]{0,199}): (?<message>[^\n]*)/dg,
    "aws",
  ),
};
