import { sourceForms } from "../constants/lexical-forms.ts";
import { sourceConstants } from "../constants/source-constants.ts";
import { goModules } from "./ecosystems/go-modules.ts";
import { rowsOfConstants } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

const root = "github.com/tencentcloud/tencentcloud-sdk-go";

/** Tencent Cloud's SDK for Go: one module for all services, or one for each. */
export const tencentCloudGo: Sdk = {
  provider: "tencent-cloud",
  ecosystem: goModules,
  packages: [root, `${root}/tencentcloud/*`],
  files: (name) => (name === root ? ["tencentcloud/*/v*/errors.go"] : ["v*/errors.go"]),
  read: ({ packageName, path, text }) => {
    const service = `${packageName}/${path}`.split("/").at(-3) ?? "";
    return rowsOfConstants(service, sourceConstants(text, sourceForms[".go"]));
  },
};
