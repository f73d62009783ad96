import type { Adviser } from "./advice.ts";

/** The code was not in the text. */
export const fromMessage: Adviser = {
  name: "code of a message",

  advise({ isFromMessage }) {
    if (!isFromMessage) return undefined;
    return {
      text: {
        en: "The text states no code; this is the code that comes with its message.",
        "zh-CN": "文本中没有错误码；这是与其错误信息对应的错误码。",
      },
    };
  },
};
