import type { Idiom } from "./idiom.ts";

export const alibabaCloud: Idiom = {
  provider: "alibaba-cloud",
  packages: ["aliyunsdk", "alibabacloud_"],
  methodEndings: [
    "Async",
    "WithOptions",
    "WithOptionsAsync",
    "AsyncWithOptions",
    "WithChan",
    "WithCallback",
    "WithContext",
    "Ex",
    "Simply",
    "Advance",
  ],
  requestBeginnings: ["New", "Create"],
  requestEndings: ["Request"],
  ownMethods: ["GetAcsResponse", "GetEndpoint", "GetRegionId", "GetConfig", "SetConfig", "GetObjectUrl"],
};
