import type { Entry } from "../../catalog/entry.ts";
import { say } from "../../catalog/text.ts";
import { words } from "../../catalog/words.ts";
import { isDefinition } from "../evidence.ts";
import type { Finding, Rule, Subject } from "./rule.ts";

/** Shorter words have too many honest neighbours. */
const minimumLength = 8;

/** A literal with evidence that no provider knows, one slip away from a code that one does. */
export const misspelled: Rule = {
  id: "misspelled-code",
  severity: "warning",

  check(subject) {
    const { belief, catalog, speller } = subject;
    const { literal, evidence, entries } = belief;
    if (!evidence || entries.length > 0 || !isCodeLike(literal.text)) return undefined;
    if (catalog.knows(literal.text) || isDefinition(literal)) return undefined;
    const certain = speller.nearest(literal.text).filter(({ code, distance }) => {
      const known = meant(catalog.get(code), subject);
      return known.some((entry) => isCertain(literal.text, entry, distance, subject));
    });
    const nearest = certain.filter(({ distance }) => distance === certain[0]?.distance);
    return nearest.length > 0
      ? finding(
          subject,
          nearest.map(({ code }) => code),
        )
      : undefined;
  },
};

function isCodeLike(text: string): boolean {
  return text.length >= minimumLength && /^[A-Za-z]\w*(\.\w+)*$/.test(text);
}

/** The entries that the file's author can have meant: those of its providers, where they are known. */
function meant(entries: readonly Entry[], { belief }: Subject): Entry[] {
  const providers = new Set(belief.providers.map(({ provider }) => provider));
  return entries.filter(({ provider }) => providers.size === 0 || providers.has(provider));
}

/**
 * Official codes differ by single letters too, so nearness alone proves nothing. It does in a family that is
 * complete in the catalog, and where a word of the literal occurs in no code of any provider.
 */
function isCertain(written: string, entry: Entry, distance: number, { catalog }: Subject): boolean {
  const families = catalog.provider(entry.provider)?.sharedFamilies ?? [];
  if (families.some((family) => written.startsWith(family) && entry.code.startsWith(family))) return true;
  if (distance > 1 || written.toLowerCase() === entry.code.toLowerCase()) return false;
  if (isPlural(written, entry.code)) return false;
  // A single letter is an initial or what is left of an acronym, not a misspelled word.
  const unknown = words(written).filter((word) => word.length > 2 && !catalog.vocabulary.has(word));
  return (
    unknown.length > 0 &&
    !unknown.every((word) => isFormOf(word, catalog.vocabulary)) &&
    !/\d/.test(unknown.join(""))
  );
}

/** Whether one has an `s` that the other lacks: both of such a pair are often official. */
function isPlural(written: string, code: string): boolean {
  const [shorter, longer] = written.length < code.length ? [written, code] : [code, written];
  const at = [...longer].findIndex((char, index) => char !== shorter[index]);
  return longer.length === shorter.length + 1 && longer.charAt(at).toLowerCase() === "s";
}

const endings = ["s", "es", "d", "ed", "ing", "er", "able"];

/** Whether a word is another form of a known one (`Ids` of `Id`): providers use both, so it is no slip. */
function isFormOf(word: string, vocabulary: ReadonlySet<string>): boolean {
  return endings.some(
    (ending) =>
      vocabulary.has(word + ending) ||
      (word.endsWith(ending) && vocabulary.has(word.slice(0, -ending.length))),
  );
}

function finding(subject: Subject, suggestions: string[]): Finding {
  const { belief, catalog } = subject;
  const written = belief.literal.text;
  const entries = meant(catalog.get(suggestions[0] ?? ""), subject);
  const owners = new Set(entries.map(({ provider }) => provider));
  const owner = owners.size === 1 ? catalog.provider([...owners][0] ?? "")?.name : undefined;
  const en = suggestions.map((code) => `'${code}'`).join(" or ");
  const zh = suggestions.map((code) => `“${code}”`).join("或");
  return {
    message: {
      en: `'${written}' is not ${owner ? `an error code of ${say(owner, "en")}` : "a known error code"}. Did you mean ${en}?`,
      "zh-CN": `${owner ? `${say(owner, "zh-CN")}没有错误码` : "未知的错误码"}“${written}”，是否应为${zh}？`,
    },
    suggestions,
  };
}
