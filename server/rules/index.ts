import { codeInMessage } from "./code-in-message.ts";
import { codeNotOfCall } from "./code-not-of-call.ts";
import { deprecatedCode } from "./deprecated-code.ts";
import { duplicateCode } from "./duplicate-code.ts";
import { misspelledCode } from "./misspelled-code.ts";
import { parentCompared } from "./parent-compared.ts";
import { retryMissing } from "./retry-missing.ts";
import { retryPermanent } from "./retry-permanent.ts";
import type { Rule } from "./rule.ts";
import { statusMismatch } from "./status-mismatch.ts";
import { unknownCode } from "./unknown-code.ts";
import { unreachableCode } from "./unreachable-code.ts";
import { wrongProvider } from "./wrong-provider.ts";

/** All rules, in the order in which their findings on one literal are reported. */
export const rules: readonly Rule[] = [
  misspelledCode,
  unknownCode,
  wrongProvider,
  codeNotOfCall,
  deprecatedCode,
  duplicateCode,
  unreachableCode,
  parentCompared,
  statusMismatch,
  codeInMessage,
  retryPermanent,
  retryMissing,
];

/** The rule that reports comments rather than literals. */
export const unusedIgnore: Pick<Rule, "id" | "severity"> = { id: "unused-ignore", severity: "hint" };

/** The ids of all rules, as used in configurations. */
export const ruleIds: readonly string[] = [...rules.map(({ id }) => id), unusedIgnore.id];
