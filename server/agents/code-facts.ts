import * as v from "valibot";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { withNameRead } from "../../catalog/naming/explain-by-name.ts";
import { documentationUrl } from "../../catalog/rendering/markdown.ts";
import { statementsOn } from "../../catalog/rendering/sdk-words.ts";
import { kinds, retries } from "../../catalog/schema/terms.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";

const texts = v.array(v.string());

/** Whether sending the request again can succeed: after a wait, after renewing something, or not. */
const retryAdvice = v.picklist(Object.keys(retries) as (keyof typeof retries)[]);

const kind = v.picklist(Object.keys(kinds) as (keyof typeof kinds)[]);

/** What is said of a code in a list. `basis` is where the meaning is from if the catalog itself has none. */
const codeFactsEntries = {
  code: v.string(),
  provider: v.string(),
  service: v.optional(v.string()),
  meaning: v.optional(v.string()),
  basis: v.optional(v.picklist(["name", "sdk"])),
  kind: v.optional(kind),
  retry: v.optional(retryAdvice),
  httpStatus: v.optional(v.array(v.number())),
};
export const codeFacts = v.object(codeFactsEntries);

/** Where a code is stated. */
const source = v.object({
  document: v.string(),
  section: v.optional(v.string()),
  date: v.optional(v.string()),
  url: v.optional(v.string()),
});

/** What is said of a code that is explained. */
export const explanationEntries = {
  ...codeFactsEntries,
  cause: v.optional(v.string()),
  fix: v.optional(v.string()),
  messages: v.optional(texts),
  sdkWords: v.optional(texts),
  moreSpecificCodes: v.optional(texts),
  spelledSoByTheApi: v.optional(v.literal(true)),
  withdrawn: v.optional(v.literal(true)),
  useInstead: v.optional(v.string()),
  documentation: v.optional(v.string()),
  source: v.optional(v.array(source)),
};

/** How many messages, sources and more specific codes are named. */
const maximum = { messages: 3, sources: 2, children: 8 };

/** Returns what a list says of an entry's code. */
export function toCodeFacts(
  own: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): v.InferInput<typeof codeFacts> {
  const entry = withNameRead(own, catalog.concepts);
  const meaning = localize(entry.summary, displayLanguage);
  return {
    code: entry.code,
    provider: entry.provider,
    service: entry.service,
    meaning: meaning === "" ? undefined : meaning,
    basis: entry.basis,
    kind: catalog.kind(entry),
    retry: catalog.retry(entry),
    httpStatus: entry.httpStatus.length > 0 ? entry.httpStatus : undefined,
  };
}

/** Returns what explains an entry's code. */
export function toExplanation(own: Entry, catalog: Catalog, displayLanguage: DisplayLanguage) {
  const entry = withNameRead(own, catalog.concepts);
  const concept = catalog.concept(entry);
  const text = (one: Entry["cause"]) => (one ? localize(one, displayLanguage) : undefined);
  const { deprecated, officialMisspelling } = entry;
  return {
    ...toCodeFacts(entry, catalog, displayLanguage),
    cause: text(entry.cause ?? concept?.cause),
    fix: text(entry.fix ?? concept?.fix),
    messages: listed(entry.messages, maximum.messages),
    sdkWords: listed(
      statementsOn(entry, catalog).map((one) => `${one.text} (${one.package} ${one.version})`),
      maximum.messages,
    ),
    moreSpecificCodes: listed(catalog.children(entry), maximum.children),
    spelledSoByTheApi: officialMisspelling ? (true as const) : undefined,
    withdrawn: deprecated ? (true as const) : undefined,
    useInstead: deprecated?.use,
    documentation: documentationUrl(entry, catalog, displayLanguage),
    source: listed(sourcesOf(entry), maximum.sources),
  };
}

/** Returns the documents that state a code, each once. */
function sourcesOf(entry: Entry): v.InferInput<typeof source>[] {
  const byDocument = new Map(entry.source.toReversed().map((one) => [one.document, one]));
  return [...byDocument.values()]
    .reverse()
    .map(({ document, section, date, url }) => ({ document, section, date, url }));
}

/** Returns the first items; undefined if there are none. */
function listed<T>(items: readonly T[], most: number): T[] | undefined {
  return items.length > 0 ? items.slice(0, most) : undefined;
}
