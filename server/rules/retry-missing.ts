import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { explainedEntriesIn } from "../../catalog/model/explained.ts";
import type { Kind } from "../../catalog/schema/terms.ts";
import type { Occurrence } from "../analysis/analysis.ts";
import { isInRetryList } from "./retrying.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** How many of the missing codes the message names. */
const maximumNamed = 3;

/** Reports a retry list that has a provider's throttling code but lacks other temporary codes of that provider. */
export const retryMissing: Rule = {
  id: "retry-missing",
  severity: "off",

  check(context) {
    const { occurrence, group } = context;
    const provider = occurrence.providers[0]?.provider;
    // A list of one code is assumed to be intended.
    if (!provider || group.length < 2 || !isInRetryList(occurrence)) return undefined;
    if (firstThrottlingIn(provider, context) !== occurrence) return undefined;
    const listed = new Set(group.map(({ literal }) => literal.text));
    const missing = transientOf(provider, context).filter((code) => !listed.has(code));
    if (missing.length === 0) return undefined;
    const named = missing.slice(0, maximumNamed);
    return {
      message: {
        en: `This list retries '${occurrence.literal.text}' but not ${named.map((code) => `'${code}'`).join(", ")}, which are also temporary.`,
        "zh-CN": `此列表会重试“${occurrence.literal.text}”，但缺少同样可重试的${named.map((code) => `“${code}”`).join("、")}。`,
      },
    };
  },
};

/** By group and provider, the first throttling code of a list; each list is searched once. */
const throttling = new WeakMap<RuleContext["group"], Map<string, Occurrence | undefined>>();

/** Returns the first occurrence in the list that is a throttling code of a provider; undefined if there is none. */
function firstThrottlingIn(provider: string, context: RuleContext): Occurrence | undefined {
  const { group } = context;
  const found = throttling.get(group) ?? new Map<string, Occurrence | undefined>();
  throttling.set(group, found);
  if (!found.has(provider))
    found.set(
      provider,
      group.find((one) => isThrottling(one.literal.text, provider, context)),
    );
  return found.get(provider);
}

function isThrottling(code: string, provider: string, { catalog }: RuleContext): boolean {
  return catalog
    .entriesOf(code)
    .some(
      (entry) =>
        entry.provider === provider && entry.service === "common" && catalog.kind(entry) === "throttling",
    );
}

/** Failures of the service itself; conflicts can be temporary too, but not in every program. */
const transient: ReadonlySet<Kind | undefined> = new Set<Kind>(["throttling", "unavailable", "internal"]);

/** Returns the temporary codes that all services of a provider share. */
function transientOf(provider: string, { catalog }: RuleContext): string[] {
  const own = explainedEntriesIn(provider, catalog);
  return own
    .filter(
      (entry) =>
        entry.service === "common" &&
        catalog.retry(entry) === "backoff" &&
        transient.has(catalog.kind(entry)) &&
        isCurrent(entry) &&
        isMostlyTransient(entry.code, own, catalog),
    )
    .map(({ code }) => code);
}

/** Whether a retry cures at least half of the more specific codes of a family: few of `FailedOperation` are temporary. */
function isMostlyTransient(family: string, entries: readonly Entry[], catalog: Catalog): boolean {
  const members = entries.filter(({ code }) => code.startsWith(`${family}.`));
  const cured = members.filter((one) => catalog.retry(one) === "backoff");
  return cured.length * 2 >= members.length;
}

function isCurrent({ deprecated, officialMisspelling }: Entry): boolean {
  return !deprecated && !officialMisspelling;
}
