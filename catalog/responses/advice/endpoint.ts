import type { Adviser } from "./advice.ts";

/** A bucket was addressed in another region than its own. */
export const endpoint: Adviser = {
  name: "endpoint",

  advise({ message = "" }) {
    if (!/must be addressed using the specified endpoint/i.test(message)) return undefined;
    return {
      text: {
        en: "The bucket is in another region: send the request to the endpoint of that region, which the answer names.",
        "zh-CN": "存储空间（Bucket）位于其他地域：请改用该地域的访问域名，响应中已给出。",
      },
    };
  },
};
