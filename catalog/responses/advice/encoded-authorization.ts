import type { Adviser } from "./advice.ts";

/** AWS encodes why it has denied a request. */
export const encodedAuthorization: Adviser = {
  name: "encoded authorization message",

  advise({ message = "" }) {
    const [, encoded] = /Encoded authorization failure message: ([\w-]+)/.exec(message) ?? [];
    if (encoded === undefined) return undefined;
    return {
      text: {
        en: "The encoded part says which policy denied which action. Decode it:",
        "zh-CN": "编码部分说明了哪条策略拒绝了哪个操作，可用以下命令解码：",
      },
      command: `aws sts decode-authorization-message --encoded-message ${encoded}`,
    };
  },
};
