import { alibabaCloud } from "./alibaba-cloud.ts";
import { aws } from "./aws.ts";
import type { Idiom } from "./idiom.ts";
import { tencentCloud } from "./tencent-cloud.ts";

/** The idioms of all providers of which the catalog has actions. */
export const idioms: readonly Idiom[] = [aws, alibabaCloud, tencentCloud];

/** The languages in which each action has its own type of requests: a call without one may be of something else. */
export const typedLanguages: ReadonlySet<string> = new Set([
  "Go",
  "Java",
  "Kotlin",
  "Scala",
  "Groovy",
  "C#",
  "C++",
]);
