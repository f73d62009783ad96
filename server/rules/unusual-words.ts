import { type ExchangedWords, exchangedWords } from "../../catalog/search/index/code-keys.ts";
import type { RuleContext } from "./rule.ts";

/** How many times more often a service writes the usual one of two words of equal meaning. */
const usualRatio = 10;

/** So many codes may join words as no others do: some official codes are odd themselves. */
const oddCodes = 1;

/** Of services with fewer codes, their words say little: then those of all codes of the provider count. */
const minimumCodes = 12;

/**
 * Whether a text has a word in place of one of a code's that its vendor would hardly write there: the services that have
 * the code write it seldom or never, or the provider does not join it with the words beside it.
 */
export function hasUnusualWord(text: string, code: string, provider: string, context: RuleContext): boolean {
  const { usage } = context.speller;
  const services = servicesOf(code, provider, context);
  const isThin = services.every((service) => usage.size(provider, service) < minimumCodes);
  const places = isThin ? [undefined] : services;
  return exchangedWords(text, code).some((words) => {
    const { written, official } = words;
    const isRareIn = (service: string | undefined) =>
      usage.count(written, provider, service) * usualRatio <= usage.count(official, provider, service);
    return places.every(isRareIn) || isNewCombination(words, provider, context);
  });
}

/** Returns the services of a provider that have a code. */
export function servicesOf(code: string, provider: string, { catalog }: RuleContext): string[] {
  return catalog.entriesOf(code).flatMap((one) => (one.provider === provider ? one.service : []));
}

function isNewCombination(
  { combinations }: ExchangedWords,
  provider: string,
  { speller }: RuleContext,
): boolean {
  return (
    combinations.length > 0 && combinations.every((one) => speller.usage.count(one, provider) <= oddCodes)
  );
}
