import type { Idiom } from "./idiom.ts";

export const tencentCloud: Idiom = {
  provider: "tencent-cloud",
  packages: [],
  methodEndings: ["Async", "Sync", "WithContext", "Callable"],
  requestBeginnings: ["New"],
  requestEndings: ["Request"],
  ownMethods: ["GetObjectUrl", "GetAuth", "GetPresignedUrl", "GetPresignedDownloadUrl"],
};
