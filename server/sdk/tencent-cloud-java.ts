import { sourceForms } from "../constants/lexical-forms.ts";
import { sourceConstants } from "../constants/source-constants.ts";
import { maven } from "./ecosystems/maven.ts";
import { rowsOfConstants } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

/** Tencent Cloud's SDK for Java: each service has an enum of its codes. */
export const tencentCloudJava: Sdk = {
  provider: "tencent-cloud",
  ecosystem: maven,
  packages: ["com.tencentcloudapi:tencentcloud-sdk-java", "com.tencentcloudapi:tencentcloud-sdk-java-*"],
  files: () => ["com/tencentcloudapi/*/v*/*ErrorCode.java"],
  read: ({ path, text }) =>
    rowsOfConstants(path.split("/").at(-3) ?? "", sourceConstants(text, sourceForms[".java"])),
};
