import type { Idiom } from "./idiom.ts";

export const tencentCloud: Idiom = {
  provider: "tencent-cloud",
  packages: [],
  methodEndings: ["Async", "Sync", "WithContext", "Callable"],
  requestBeginnings: ["New"],
  requestEndings: ["Request"],
  senderWords: ["send", "request", "call", "common", "octet", "json"],
  requestMethods: [],
  clientTypes: ["COS"],
  serviceNames: {},
  storage: {
    service: "cos",
    methods: {
      createbucket: "PutBucket",
      deletemultipleobject: "DeleteObjects",
      listobjects: "GetBucket",
      putobjectcopy: "CopyObject",
    },
  },
  ownMethods: [
    "GetAction",
    "GetAuth",
    "GetDomain",
    "GetHost",
    "GetObjectUrl",
    "GetPresignedUrl",
    "UploadFile",
    "UploadFiles",
    "DownloadFile",
    "GetPresignedDownloadUrl",
    "GetProfile",
    "GetRegion",
    "GetService",
  ],
  commandLine: { programs: ["tccli"], services: {} },
};
