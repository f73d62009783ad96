import { readBetween } from "./between.ts";
import type { Sentence } from "./sentence.ts";

/** What older SDKs for Java of Tencent Cloud say: `[TencentCloudSDKException]message:Code-message requestId:…`. */
export const tencentJava: Sentence = {
  name: "Tencent Cloud SDK for Java",
  hint: "tencentcloudsdkexception]",
  read: (text) =>
    readBetween(
      text,
      /\[TencentCloudSDKException\] ?message: ?(?<code>[A-Z]\w{1,99}(?:\.\w{1,99}){0,3})-/dg,
      / requestId: ?(?<requestId>[\w-]{0,100})|$/dgm,
      "tencent-cloud",
    ),
};
