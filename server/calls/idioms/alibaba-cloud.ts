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
  senderWords: ["do", "acs", "action", "request", "rpc", "roa", "common", "call", "execute", "invoke"],
  requestMethods: ["Request"],
  clientTypes: ["Bucket", "OSS"],
  ownMethods: [
    "GetAcsResponse",
    "GetConfig",
    "GetEndpoint",
    "GetProductDomain",
    "GetRegionId",
    "SetConfig",
    "GetObjectUrl",
    "SignUrl",
  ],
  commandLine: { programs: ["aliyun"], services: {} },
};
