import { access } from "./access.ts";
import { amounts } from "./amounts.ts";
import { existence } from "./existence.ts";
import { failures } from "./failures.ts";
import { identity } from "./identity.ts";
import { parameters } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import { states } from "./states.ts";

/** All rules, those that decide first. */
export const rules: readonly Rule[] = [
  ...identity,
  ...access,
  ...existence,
  ...amounts,
  ...states,
  ...parameters,
  ...failures,
];
