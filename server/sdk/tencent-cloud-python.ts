import { sourceForms } from "../constants/lexical-forms.ts";
import { sourceConstants } from "../constants/source-constants.ts";
import { pythonPackages } from "./ecosystems/python-packages.ts";
import { rowsOfConstants } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

const root = "tencentcloud-sdk-python";

/** Tencent Cloud's SDK for Python: one distribution for all services, or one for each. */
export const tencentCloudPython: Sdk = {
  provider: "tencent-cloud",
  ecosystem: pythonPackages,
  packages: [root, `${root}-*`],
  files: (name) => [`tencentcloud/${name.slice(root.length + 1) || "*"}/v*/errorcodes.py`],
  read: ({ text, path }) =>
    rowsOfConstants(path.split("/").at(-3) ?? "", sourceConstants(text, sourceForms[".py"])),
};
