import * as v from "valibot";
import type { Entry } from "../../catalog/model/entry.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { codeFacts, toCodeFacts } from "./code-facts.ts";
import { projectsAsked, providerNamed } from "./projects-asked.ts";
import { ToolFailure, toolOf } from "./tool.ts";

const longestCode = 200;

const input = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestCode), v.description("The code.")),
  provider: v.optional(
    v.pipe(v.string(), v.description("The provider whose code it is, if several have it.")),
  ),
  target: v.optional(v.pipe(v.string(), v.description("Only the equivalents of this provider."))),
});

const output = v.object({
  codes: v.array(
    v.object({
      ...codeFacts.entries,
      /** What the code means on every cloud. */
      concept: v.optional(v.string()),
      equivalents: v.array(codeFacts),
    }),
  ),
});

/** Names the codes of other providers that mean the same. */
export const equivalents = toolOf({
  name: "equivalents",
  title: "Equivalent Error Codes",
  description:
    "Returns the error codes of other cloud providers that mean the same as a code, one for each provider that has one. Call it when you port error handling from one cloud to another, or write it for several.",
  input,
  output,
  readsFiles: false,

  async run({ code, provider: of, target: to }, context) {
    const projects = await projectsAsked(context);
    const { catalog } = projects.find((one) => one.catalog.hasEntry(code)) ?? projects[0];
    const language = context.displayLanguage();
    const [provider, target] = [of, to].map((name) => providerNamed(name, catalog, context)?.id);
    const entries = onePerProvider(catalog.entriesOf(code)).filter(
      (entry) => (provider === undefined || entry.provider === provider) && entry.provider !== target,
    );
    if (entries.length === 0)
      throw new ToolFailure(
        `There is no code '${code}'${provider ? ` of ${provider}` : ""} that has equivalents. Look up what it means.`,
      );
    return {
      codes: entries.map((entry) => ({
        ...toCodeFacts(entry, catalog, language),
        concept: localize(catalog.concept(entry)?.name, language) || undefined,
        equivalents: catalog
          .equivalents(entry)
          .filter((other) => target === undefined || other.provider === target)
          .map((other) => toCodeFacts(other, catalog, language)),
      })),
    };
  },
});

function onePerProvider(entries: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of entries) if (!first.has(entry.provider)) first.set(entry.provider, entry);
  return [...first.values()];
}
