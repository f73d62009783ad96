import { byPattern, type Sentence } from "./sentence.ts";

/** What SDKs of Alibaba Cloud say of errors of their own: `SDK.ServerUnreachable Unable to connect server: …`. */
export const alibabaSdk: Sentence = {
  name: "Alibaba Cloud SDKs, an error of their own",
  hint: "sdk.",
  read: byPattern(
    /(?<![\w.[:])(?<code>SDK\.(?!(?:Server|Client)Error)[A-Z]\w{1,100}) (?<message>[A-Z][^\n]*?)["'}\]]*$/dgm,
    "alibaba-cloud",
  ),
};
