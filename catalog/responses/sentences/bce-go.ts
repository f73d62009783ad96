import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/** What the SDK for Go of Baidu AI Cloud says: `[Code: …; Message: …; RequestId: …]`. */
export const bceGo: Sentence = {
  name: "Baidu AI Cloud SDK for Go",
  hint: "[code: ",
  read: (text) =>
    readBetween(
      text,
      /\[Code: (?<code>[A-Za-z][\w.-]{0,199}); Message: /dg,
      /; RequestId: (?<requestId>[\w-]{0,100})\]/dg,
      "baidu-ai-cloud",
    ),
};
