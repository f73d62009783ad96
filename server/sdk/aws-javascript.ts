import type { SdkRow } from "../../catalog/model/installed-sdk.ts";
import { sourceForms } from "../constants/lexical-forms.ts";
import { sourceConstants } from "../constants/source-constants.ts";
import { nodeModules } from "./ecosystems/node-modules.ts";
import { plainTextOf } from "./plain-text.ts";
import { rowOf } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

const prefix = "@aws-sdk/client-";

/** The SDK of AWS for JavaScript: each error is a class, whose member `name` is the code. */
export const awsJavaScript: Sdk = {
  provider: "aws",
  ecosystem: nodeModules,
  packages: [`${prefix}*`],
  files: () => ["dist-types/models/errors.d.ts", "dist-types/models/models_*.d.ts"],
  read({ text, packageName }) {
    // Types without errors are many, and long.
    if (!text.includes("__BaseException")) return [];
    return sourceConstants(text, sourceForms[".ts"]).flatMap(({ name, value, owner }): SdkRow[] => {
      if (name !== "name" || !owner || !/\bextends\s+__BaseException\b/.test(owner.declaration)) return [];
      return rowOf(packageName.slice(prefix.length), value, plainTextOf(owner.comment));
    });
  },
};
