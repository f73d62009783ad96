import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import type { Entry } from "../../../catalog/model/entry.ts";
import type { Retry } from "../../../catalog/schema/terms.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import { builtInCatalog, explained } from "../built-in.ts";

/** An entry with its advice, whether it is its own or that of its concept. */
interface Advised {
  entry: Entry;
  name: string;
  retry: Retry | undefined;
  en: string;
  zh: string;
}

/** Words that ask for the same request once more. */
const repeats = /\bback off\b|\bbackoff\b|\btry again later\b|\bretry (?:a few|with)\b/i;
/** What limits such words to a case, in the same sentence or clause. */
const condition = /\b(?:if|for|when|only|otherwise|unless)\b/i;
/** Words that say how the request comes to succeed later. */
const waits = /\b(?:again|back off|backoff|go on|later|once|poll|repeat\w*|retries|retry|until|wait)\b/i;
const forbids = /\b(?:do not|never) (?:retry|repeat|try)\b/i;
/** Words that name what is renewed. */
const renews = /\b(?:again|anew|append|current|fresh|new|refresh)\b/i;

/** Things of which advice may speak only where the code, the summary or the cause does. */
const things: readonly [thing: RegExp, named: RegExp][] = [
  [/\btime zone\b|\bmilliseconds\b/i, /time|date|pull|stamp|sls/i],
  [/\bbandwidth\b/i, /band ?width|traffic|rate|mbps/i],
  [/\bpage sizes?\b/i, /page|limit|offset|size/i],
  [/\bnetmask\b/i, /mask|cidr|prefix/i],
  [/\bphone number\b/i, /phone|mobile|number|sms/i],
  [
    /\bcertificates?\b/i,
    /cert|tls|ssl|https|saml|domain|http|network|connect|reach|address|endpoint|approved|gateway|tse/i,
  ],
];

describe("the advice of the built-in catalog", () => {
  let catalog: Catalog;
  let all: Advised[];
  before(async () => {
    catalog = await builtInCatalog();
    all = explained(catalog.entries).map((entry) => {
      const fix = (entry.fix ?? catalog.concept(entry)?.fix) as LocalizedText;
      const name = `${entry.provider} ${entry.service} ${entry.code}`;
      return { entry, name, retry: catalog.retry(entry), en: fix.en ?? "", zh: fix["zh-CN"] ?? "" };
    });
  });

  const fail = (found: readonly Advised[]) =>
    assert.deepEqual(
      found.map(({ name, retry, en }) => `${name} (${retry}): ${en}`),
      [],
    );

  it("asks for no retry where a retry does not help", () => {
    fail(
      all.filter(
        ({ retry, en }) =>
          retry === "no" && en.split(/[.;:]/).some((part) => repeats.test(part) && !condition.test(part)),
      ),
    );
  });

  it("says how a retry comes to succeed, and does not forbid it", () => {
    fail(all.filter(({ retry, en }) => retry === "backoff" && (!waits.test(en) || forbids.test(en))));
    fail(all.filter(({ retry, en }) => retry === "renew" && !renews.test(en)));
  });

  it("is an entry's own where it changes its concept's advice on retrying", () => {
    fail(
      all.filter(({ entry }) => entry.retry && entry.retry !== catalog.concept(entry)?.retry && !entry.fix),
    );
  });

  it("speaks of no thing that neither the code nor its texts name", () => {
    const textsOf = ({ entry }: Advised) =>
      [entry.code, entry.service, entry.summary.en, entry.cause?.en, catalog.concept(entry)?.name.en].join(
        " ",
      );
    for (const [thing, named] of things) {
      fail(all.filter((one) => thing.test(one.en) && !named.test(textsOf(one))));
    }
  });

  it("shares no advice between more than fifty codes outside their concept", () => {
    const own = all.filter(({ entry }) => entry.fix);
    const shared = [...Map.groupBy(own, ({ en }) => en)].filter(([, group]) => group.length > 50);
    assert.deepEqual(
      shared.map(([en, { length }]) => `${length}: ${en}`),
      [],
    );
    const ofConcepts = new Set(catalog.concepts.map(({ fix }) => fix.en));
    fail(own.filter(({ en }) => ofConcepts.has(en)));
  });

  it("calls things of AWS by one name each, as the texts of concepts do", () => {
    const texts = all
      .filter(({ entry }) => entry.provider === "aws")
      .map((one) => ({
        ...one,
        all: `${one.entry.summary["zh-CN"]}${one.entry.cause?.["zh-CN"] ?? ""}${one.zh}`,
      }));
    // Multi-Region keys and access points are names of products.
    fail(texts.filter(({ all }) => /账户|区域/.test(all.replaceAll(/多区域(?:密钥|接入点)|可用区域/g, ""))));
    fail(texts.filter(({ en, zh }) => /quota center/i.test(en) || zh.includes("配额中心")));
  });

  it("has advice of its own for most of the codes that programs handle most", () => {
    const frequent = catalog.providers.flatMap(({ id, frequentCodes = [] }) =>
      frequentCodes.slice(0, 2).flatMap((codes) => codes.map((code) => ({ id, code }))),
    );
    const entries = frequent.flatMap(({ id, code }) =>
      catalog.entriesOf(code).filter(({ provider }) => provider === id),
    );
    const own = entries.filter(({ fix }) => fix);
    assert.ok(own.length / entries.length >= 0.8, `${own.length} of ${entries.length}`);
  });
});
