import type { Text } from "../../catalog/model/localized-text.ts";
import { say } from "../../catalog/model/localized-text.ts";
import { isGovernedCompletely, talkedTo } from "./governed.ts";
import type { Rule, Subject } from "./rule.ts";

/** How many of the nearest codes are offered. */
const maximumSuggestions = 3;

/** A literal with evidence that is no code, where somebody says that every valid code is known. */
export const unknown: Rule = {
  id: "unknown-code",
  severity: "error",

  check(subject) {
    const { belief, catalog, speller } = subject;
    const { text } = belief.literal;
    if (!isGovernedCompletely(subject) || isOwn(text, subject) || isPartOfCode(subject)) return undefined;
    // A code of another provider is what `wrong-provider` is for, where the providers are sure.
    if (belief.known && belief.providers.length > 0) return undefined;
    const suggestions = speller
      .nearest(text)
      .map(({ code }) => code)
      .filter((code) => isOwn(code, subject))
      .slice(0, maximumSuggestions);
    return { message: message(text, ownersIn(subject), suggestions[0], catalog), suggestions };
  },
};

/** The providers whose every code is known: those that the belief can be of. */
function ownersIn({ belief, catalog }: Subject): string[] {
  const inferred = talkedTo(belief.providers).map(({ provider }) => provider);
  return inferred.length > 0
    ? inferred
    : catalog.providers.flatMap(({ id }) => (catalog.isComplete(id) ? id : []));
}

/** Whether a code is of one of the providers that the belief can be of. */
function isOwn(code: string, subject: Subject): boolean {
  const { belief, catalog } = subject;
  if (belief.providers.length === 0) return catalog.knows(code);
  const owners = catalog.owners(code);
  return ownersIn(subject).some((provider) => owners.includes(provider));
}

/** Whether only a part of a code is looked for, which need not be one itself. */
function isPartOfCode(subject: Subject): boolean {
  const { evidence, literal } = subject.belief;
  if (evidence?.kind !== "contained") return false;
  return subject.catalog.official.some((code) => code.includes(literal.text) && isOwn(code, subject));
}

function message(
  text: string,
  owners: readonly string[],
  nearest: string | undefined,
  catalog: Subject["catalog"],
): Text {
  const names = (language: "en" | "zh-CN", or: string) =>
    owners.map((id) => say(catalog.provider(id)?.name ?? { en: id }, language)).join(or);
  return {
    en: `'${text}' is not an error code of ${names("en", " or ")}.${nearest ? ` The nearest is '${nearest}'.` : ""}`,
    "zh-CN": `${names("zh-CN", "或")}没有错误码“${text}”${nearest ? `，最接近的是“${nearest}”` : ""}。`,
  };
}
