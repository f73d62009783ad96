import { say } from "../../catalog/model/localized-text.ts";
import { minimumSlip, type Suggestion } from "../../catalog/search/speller.ts";
import { isGovernedCompletely } from "./governed.ts";
import type { Finding, Rule, Subject } from "./rule.ts";
import { type Sureness, weigh } from "./weighing.ts";

/** A literal with evidence that no provider knows, one slip away from a code that one does. */
export const misspelled: Rule = {
  id: "misspelled-code",
  severity: "warning",

  check(subject) {
    const { belief, speller } = subject;
    const { literal, known } = belief;
    if (known || !isCodeLike(literal.text) || isGovernedCompletely(subject)) return undefined;
    if (isPartOfCode(subject)) return undefined;
    const near = speller.nearest(literal.text, 2, (code) => isOwn(code, subject));
    const weighed = near
      .filter(({ code }) => code.length >= minimumSlip)
      .map((one) => ({ ...one, sureness: weigh(one, subject) }));
    const [best] = weighed.filter(({ sureness }) => sureness !== "none");
    if (!best) return undefined;
    const alike = weighed.filter(
      ({ sureness, distance }) => sureness === best.sureness && distance === best.distance,
    );
    return finding(subject, alike, best.sureness);
  },
};

function isCodeLike(text: string): boolean {
  return text.length >= minimumSlip - 1 && /^[A-Za-z]\w*(\.\w+)*$/.test(text);
}

/** Whether a part is looked for that official codes have, which need not be one itself. */
function isPartOfCode({ belief, catalog }: Subject): boolean {
  if (belief.evidence?.kind !== "contained") return false;
  return catalog.official.some((code) => code.includes(belief.literal.text));
}

/** Whether a code is of one of the file's providers. */
function isOwn(code: string, { belief, catalog }: Pick<Subject, "belief" | "catalog">): boolean {
  const owners = catalog.owners(code);
  return belief.providers.some(({ provider }) => owners.includes(provider));
}

function finding({ belief, catalog }: Subject, near: Suggestion[], sureness: Sureness): Finding {
  const written = belief.literal.text;
  const suggestions = near.map(({ code }) => code);
  const owners = new Set(suggestions.flatMap((code) => catalog.owners(code)));
  const owner = owners.size === 1 ? catalog.provider([...owners][0] ?? "")?.name : undefined;
  const en = suggestions.map((code) => `'${code}'`).join(" or ");
  const zh = suggestions.map((code) => `“${code}”`).join("或");
  return {
    message: {
      en: `'${written}' is not ${owner ? `an error code of ${say(owner, "en")}` : "a known error code"}. Did you mean ${en}?`,
      "zh-CN": `${owner ? `${say(owner, "zh-CN")}没有错误码` : "未知的错误码"}“${written}”，是否应为${zh}？`,
    },
    suggestions,
    ...(sureness === "likely" ? { likely: true } : {}),
  };
}
