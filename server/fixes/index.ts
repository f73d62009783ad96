import { addToCatalog } from "./add-to-catalog.ts";
import { compareCode } from "./compare-code.ts";
import { extractConstant } from "./extract-constant.ts";
import { familyTest } from "./family-test.ts";
import type { Fix } from "./fix.ts";
import { ignoreHere } from "./ignore-here.ts";
import { ignoreInConfiguration } from "./ignore-in-configuration.ts";
import { missingCases } from "./missing-cases.ts";
import { removeDuplicate } from "./remove-duplicate.ts";
import { removeIgnore } from "./remove-ignore.ts";
import { removeTest } from "./remove-test.ts";
import { replace } from "./replace.ts";
import { fixAll, replaceInFile } from "./replace-all.ts";
import { replaceInWorkspace } from "./replace-in-workspace.ts";
import { retryableCodes } from "./retryable-codes.ts";
import { sdkConstant } from "./sdk-constant.ts";

/** All fixes, in the order in which they are offered. */
export const fixes: readonly Fix[] = [
  replace,
  replaceInFile,
  replaceInWorkspace,
  removeDuplicate,
  removeIgnore,
  removeTest,
  compareCode,
  familyTest,
  missingCases,
  retryableCodes,
  addToCatalog,
  sdkConstant,
  extractConstant,
  ignoreHere,
  ignoreInConfiguration,
  fixAll,
];
