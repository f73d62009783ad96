import * as v from "valibot";
import { unknownFilterMessage, unknownFilters } from "../../catalog/search/unknown-filters.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { codeFacts, toCodeFacts } from "./code-facts.ts";
import { projectsAsked } from "./projects-asked.ts";
import { ToolFailure, toolOf } from "./tool.ts";

const maximum = { query: 500, results: 50, usual: 10 };

const input = v.strictObject({
  query: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(maximum.query),
    v.description(
      "Words, in English or Chinese, and filters: `@tencent`, `service:cvm`, `status:4xx`, `kind:quota`, `retry:backoff`, `action:RunInstances`.",
    ),
  ),
  limit: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maximum.results)),
    maximum.usual,
  ),
});

const output = v.object({ results: v.array(codeFacts), more: v.boolean() });

/** Finds codes by what is known of them. */
export const lookup = toolOf({
  name: "lookup",
  title: "Look Up Error Codes",
  description:
    "Finds error codes of cloud APIs by meaning (`clock skew aws`, `余额不足`), part or abbreviation of the code (`sigexp`), misspelled code, message, HTTP status or filters; best match first. Call it when you know what should be handled but not which code stands for it, instead of inventing a code. Call explain for the details of one.",
  input,
  output,
  readsFiles: false,

  async run({ query, limit }, context) {
    const [{ catalog, search }] = await projectsAsked(context);
    const language = context.displayLanguage();
    const [unknown] = unknownFilters(query, catalog);
    if (unknown) throw new ToolFailure(localize(unknownFilterMessage(unknown), language));
    const hits = search.find(query, limit + 1);
    return {
      results: hits.slice(0, limit).map(({ entry }) => toCodeFacts(entry, catalog, language)),
      more: hits.length > limit,
    };
  },
});
