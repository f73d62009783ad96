import { alibabaCloud } from "./alibaba-cloud.ts";
import { aws } from "./aws.ts";
import type { Idiom } from "./idiom.ts";
import { tencentCloud } from "./tencent-cloud.ts";

/** The idioms of all providers of which the catalog has actions. */
export const idioms: readonly Idiom[] = [aws, alibabaCloud, tencentCloud];
