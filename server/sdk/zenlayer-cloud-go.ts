import { sourceForms } from "../constants/lexical-forms.ts";
import { sourceConstants } from "../constants/source-constants.ts";
import { goModules } from "./ecosystems/go-modules.ts";
import { rowsOfConstants } from "./rows.ts";
import type { Sdk } from "./sdk.ts";

/** Zenlayer Cloud's SDK for Go; its folders are services with the date of their version: `bmc20221120`. */
export const zenlayerCloudGo: Sdk = {
  provider: "zenlayer-cloud",
  ecosystem: goModules,
  packages: ["github.com/zenlayer/zenlayercloud-sdk-go"],
  files: () => ["zenlayercloud/*/errors.go", "zenlayercloud/common/error.go"],
  read: ({ text, path }) =>
    rowsOfConstants(
      (path.split("/").at(-2) ?? "").replace(/\d{8}$/, ""),
      sourceConstants(text, sourceForms[".go"]),
    ),
};
