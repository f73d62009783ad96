import { type ActionKey, actionKeysNamed } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { actionFacts, actionSections } from "../../catalog/rendering/action-page.ts";
import {
  codeSpan,
  escapeMarkdown,
  factsOf,
  markdownLink,
  paragraphs,
} from "../../catalog/rendering/markdown.ts";
import { pageSections } from "../../catalog/rendering/page.ts";
import type { PageOptions, Section } from "../../catalog/rendering/section.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { toVisibleLines } from "../../catalog/text/visible-text.ts";
import { toCodeFacts } from "./code-facts.ts";
import { projectsAsked } from "./projects-asked.ts";
import type { ToolContext } from "./tool.ts";

const scheme = "error-code";

/** A resource of the catalog as lists name it. */
export interface CatalogResource {
  uri: string;
  name: string;
  title: string;
  description: string;
}

/** The media type of all resources. */
export const resourceType = "text/markdown";

/** The resources of the catalog by the form of their URIs (RFC 6570). */
export const resourceTemplates = [
  {
    uriTemplate: `${scheme}://{provider}/{service}/{code}`,
    name: "error-code",
    title: "Error code",
    description:
      "All that is known of an error code, or, with its name in place of a code, of an action of an API.",
  },
  {
    uriTemplate: `${scheme}://{provider}/{service}`,
    name: "service",
    title: "Service",
    description: "The error codes of a service, each with its meaning.",
  },
];

/** How many codes, and how many items of a group, a resource lists; and how many values complete a part of a URI. */
const maximum = { codes: 500, items: 30, values: 100 };

/** Lists the providers, whose resources name their services. */
export async function listResources(context: ToolContext): Promise<CatalogResource[]> {
  const [{ catalog }] = await projectsAsked(context);
  return catalog.providers.map(({ id, name }) => ({
    uri: uriOf(id),
    name: id,
    title: localize(name, context.displayLanguage()) || id,
    description: "The services of this provider whose error codes are in the catalog.",
  }));
}

/** Returns the text of a resource, in Markdown; undefined if there is none with this URI. */
export async function readResource(uri: string, context: ToolContext): Promise<string | undefined> {
  const [provider = "", service, code, ...rest] = partsOf(uri) ?? [];
  if (provider === "" || rest.length > 0) return undefined;
  for (const { catalog } of await projectsAsked(context)) {
    const text =
      service === undefined
        ? providerPage(provider, catalog, context)
        : code === undefined
          ? servicePage(provider, service, catalog, context)
          : codePage({ provider, service, code }, catalog, context);
    if (text !== undefined) return toVisibleLines(text);
  }
  return undefined;
}

/** Returns values that complete a part of a URI, given those of the parts before it. */
export async function completeResource(
  part: string,
  value: string,
  { provider = "", service = "" }: { provider?: string | undefined; service?: string | undefined },
  context: ToolContext,
): Promise<string[]> {
  const [{ catalog }] = await projectsAsked(context);
  const values =
    part === "provider"
      ? catalog.providers.map(({ id }) => id)
      : part === "service"
        ? catalog.services.flatMap((one) => (one.provider === provider ? one.service : []))
        : catalog
            .entriesWithPrefix(provider, value)
            .flatMap((one) => (one.service === service ? one.code : []));
  const starting = [...new Set(values)].filter((one) => one.startsWith(value));
  return starting.slice(0, maximum.values).map((one) => encodeURIComponent(one.toWellFormed()));
}

/** Returns the parts of a URI of this scheme, decoded; undefined if it is no such URI. */
function partsOf(uri: string): string[] | undefined {
  if (!uri.startsWith(`${scheme}://`)) return undefined;
  try {
    return uri
      .slice(scheme.length + 3)
      .split("/")
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function uriOf(...parts: string[]): string {
  return `${scheme}://${parts.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}`;
}

function uriOfEntry({ provider, service, code }: Pick<Entry, "provider" | "service" | "code">): string {
  return uriOf(provider, service, code);
}

function providerPage(id: string, catalog: Catalog, context: ToolContext): string | undefined {
  const provider = catalog.provider(id);
  if (!provider) return undefined;
  const language = context.displayLanguage();
  const services = catalog.services.filter((one) => one.provider === id);
  return paragraphs([
    `# ${escapeMarkdown(localize(provider.name, language) || id)}`,
    services
      .map(
        (one) =>
          `- ${markdownLink(codeSpan(one.service), uriOf(id, one.service))} ${escapeMarkdown(localize(one.name, language))}`,
      )
      .join("\n"),
  ]);
}

function servicePage(
  provider: string,
  id: string,
  catalog: Catalog,
  context: ToolContext,
): string | undefined {
  const service = catalog.service(provider, id);
  if (!service) return undefined;
  const language = context.displayLanguage();
  const entries = catalog.entriesIn(provider, id);
  const lines = entries.slice(0, maximum.codes).map((entry) => {
    const { meaning } = toCodeFacts(entry, catalog, language);
    return `- ${markdownLink(codeSpan(entry.code), uriOfEntry(entry))}${meaning ? ` · ${escapeMarkdown(meaning)}` : ""}`;
  });
  return paragraphs([
    `# ${escapeMarkdown(localize(service.name, language) || id)}`,
    lines.join("\n"),
    ...(entries.length > maximum.codes ? [`… +${entries.length - maximum.codes}`] : []),
  ]);
}

function codePage(
  key: Pick<Entry, "provider" | "service" | "code">,
  catalog: Catalog,
  context: ToolContext,
): string | undefined {
  const language = context.displayLanguage();
  const options: PageOptions = {
    displayLanguage: language,
    linkTo: uriOfEntry,
    linkToAction: ({ provider, service, action }) => uriOf(provider, service, action),
    linkToPosition: (uri, line) => `${uri}#L${line + 1}`,
  };
  const entry = catalog.find(key.provider, key.service, key.code);
  if (entry)
    return pageOf(key.code, factsOf(entry, catalog, language), pageSections(entry, catalog, options));
  const isMeant = (one: ActionKey) => one.provider === key.provider && one.service === key.service;
  const action = actionKeysNamed(catalog, key.code).find(isMeant);
  return (
    action &&
    pageOf(action.action, actionFacts(action, catalog, language), actionSections(action, catalog, options))
  );
}

function pageOf(title: string, facts: readonly string[], sections: readonly Section[]): string {
  return paragraphs([
    `# ${codeSpan(title)}`,
    escapeMarkdown(facts.join(" · ")),
    ...sections.flatMap(({ heading, markdown, groups = [] }) => {
      const lists = groups.map((group) => {
        const shown = group.items
          .slice(0, maximum.items)
          .map(({ text, link }) => markdownLink(codeSpan(text), link));
        return `${escapeMarkdown(group.heading)}: ${shown.join(", ")}${group.count > shown.length ? ", …" : ""}`;
      });
      if (markdown === "" && lists.length === 0) return [];
      return [...(heading ? [`## ${escapeMarkdown(heading)}`] : []), markdown, ...lists];
    }),
  ]);
}
