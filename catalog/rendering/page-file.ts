import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { labels } from "../schema/terms.ts";
import { type DisplayLanguage, localize } from "../text/localized-text.ts";
import { codeSpan, escapeMarkdown, factsOf, paragraphs } from "./markdown.ts";
import { pageSections } from "./page.ts";
import type { PageOptions, Section } from "./section.ts";

/** How many items of a long list are written. */
const maximumItems = 100;

/** Code that handles a failure, and the id of its language. */
export interface PageSnippets {
  language: string;
  snippets: readonly { heading: string; text: string }[];
}

/**
 * Returns the page of an entry as one Markdown text that any program shows. It has no links to other pages; one that is
 * shared has none to files of the user either.
 */
export function pageToMarkdown(
  entry: Entry,
  catalog: Catalog,
  handling: PageSnippets,
  displayLanguage: DisplayLanguage,
  { isShared = false } = {},
): string {
  const unlinked = withoutLinks(displayLanguage);
  const linkToPosition = (uri: string, line: number) => `${uri}#L${line + 1}`;
  const sections = pageSections(entry, catalog, isShared ? unlinked : { ...unlinked, linkToPosition });
  const snippets = handling.snippets.map(
    ({ heading, text }) => `### ${escapeMarkdown(heading)}\n\n${fenced(text, handling.language)}`,
  );
  const title = escapeMarkdown(localize(labels.handling, displayLanguage));
  const blocks = snippets.length > 0 ? [`## ${title}`, ...snippets] : [];
  return sectionsToMarkdown(entry.code, factsOf(entry, catalog, displayLanguage), sections, blocks);
}

/** Returns the options of a page that is read where nothing that it could link to is at hand. */
export function withoutLinks(displayLanguage: DisplayLanguage): PageOptions {
  return { displayLanguage, linkTo: () => "", linkToAction: () => "", linkToPosition: () => "" };
}

/** Returns a page as one Markdown text; `blocks` follow its sections. Links without a target become their texts. */
export function sectionsToMarkdown(
  title: string,
  facts: readonly string[],
  sections: readonly Section[],
  blocks: readonly string[] = [],
): string {
  const page = paragraphs([
    `# ${codeSpan(title)}`,
    facts.map(escapeMarkdown).join(" · "),
    ...sections.map((one) => (one.id === "handling" ? "" : sectionToMarkdown(one))),
    ...blocks,
  ]);
  return `${withoutEmptyLinks(page)}\n`;
}

function sectionToMarkdown({ heading, markdown, groups = [] }: Section): string {
  const lists = groups.map(({ heading, items }) => {
    const shown = items.slice(0, maximumItems).map(({ text }) => `- ${escapeMarkdown(text)}`);
    const rest = items.length > maximumItems ? [`- … \\+${items.length - maximumItems}`] : [];
    return `### ${escapeMarkdown(heading)}\n\n${[...shown, ...rest].join("\n")}`;
  });
  const body = paragraphs([markdown, ...lists]);
  if (body === "") return "";
  return heading === "" ? body : `## ${escapeMarkdown(heading)}\n\n${body}`;
}

function fenced(text: string, language: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Replaces links without a target by their texts. */
function withoutEmptyLinks(markdown: string): string {
  return markdown.replace(/\[((?:\\.|[^\]\\\n])*)\]\(\)/g, "$1");
}
