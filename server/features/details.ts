import { type ActionKey, actionKeysNamed } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { familyOf } from "../../catalog/model/family.ts";
import { actionFacts, actionSections } from "../../catalog/rendering/action-page.ts";
import { codeSpan, escapeMarkdown, factsOf, markdownLink } from "../../catalog/rendering/markdown.ts";
import { pageSections } from "../../catalog/rendering/page.ts";
import { pageToMarkdown, sectionsToMarkdown, withoutLinks } from "../../catalog/rendering/page-file.ts";
import { type PageLabels, pageLabels } from "../../catalog/rendering/page-labels.ts";
import type { PageOptions } from "../../catalog/rendering/section.ts";
import { snippetLanguageOf, snippetLanguages, snippetsFor } from "../../catalog/rendering/snippets/index.ts";
import { adviceFor } from "../../catalog/responses/advice/index.ts";
import { filledPlaceholders } from "../../catalog/responses/filled-placeholders.ts";
import {
  calledActionNamed,
  type ReportedAction,
  reportedAction,
} from "../../catalog/responses/whose/action.ts";
import { actionSentence } from "../../catalog/responses/whose/action-sentence.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import {
  type DetailsPage,
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  type EntryKey,
  fileLink,
  type PageMarkdownResult,
  pageMarkdownRequest,
  pagePath,
} from "../protocol/index.ts";
import { entryKeyOf } from "./code-item.ts";
import { findEntry } from "./entries.ts";
import type { Feature } from "./feature.ts";
import { projectOfRequest } from "./project-of-request.ts";

/** How many other codes of its family the switch of a snippet handles, besides the code itself. */
const othersInSwitch = 2;

/** Serves the page of an entry, with everything that the catalog has about it, and that of an action of an API. */
export const details: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(detailsRequest, async (params: DetailsParams): Promise<DetailsResult> => {
      const found = await findEntry(context, params);
      if (found) return toPage(found.entry, found.catalog, params, context.displayLanguage());
      const { catalog } = await projectOfRequest(context, params);
      return actionPage(params, catalog, context.displayLanguage());
    });
    context.connection.onRequest(
      pageMarkdownRequest,
      async (params: DetailsParams): Promise<PageMarkdownResult> => {
        const displayLanguage = context.displayLanguage();
        const found = await findEntry(context, params);
        if (found) {
          const handling = handlingOf(found.entry, found.catalog, displayLanguage, params.languages);
          return pageToMarkdown(found.entry, found.catalog, handling, displayLanguage, { isShared: true });
        }
        const { catalog } = await projectOfRequest(context, params);
        const page = actionPage(params, catalog, displayLanguage, withoutLinks(displayLanguage));
        return page && sectionsToMarkdown(page.code, page.facts, page.sections);
      },
    );
  },
};

function toPage(
  entry: Entry,
  catalog: Catalog,
  params: DetailsParams,
  displayLanguage: DisplayLanguage,
): DetailsPage {
  const { response } = params;
  const sections = pageSections(entry, catalog, {
    ...linksIn(displayLanguage),
    ...(response ? { response: responseOn(response, entry, catalog, displayLanguage) } : {}),
  });
  return {
    ...entryKeyOf(entry),
    reading: displayLanguage === "both" ? "en" : displayLanguage,
    facts: factsOf(entry, catalog, displayLanguage),
    sections,
    handling: handlingOf(entry, catalog, displayLanguage, params.languages),
    labels: labelsIn(displayLanguage),
  };
}

/** Returns the page of the action that a key names in place of a code; null if there is none. */
function actionPage(
  { provider, service, code }: DetailsParams,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
  links = linksIn(displayLanguage),
): DetailsResult {
  const isMeant = (one: ActionKey) => one.provider === provider && one.service === service;
  const action = actionKeysNamed(catalog, code).find(isMeant);
  if (!action) return null;
  const labels = labelsIn(displayLanguage);
  return {
    ...keyOfAction(action),
    reading: displayLanguage === "both" ? "en" : displayLanguage,
    facts: actionFacts(action, catalog, displayLanguage),
    sections: actionSections(action, catalog, links),
    handling: { language: "", languages: [], snippets: [] },
    labels: { ...labels, copyCode: labels.copyName },
  };
}

/** Returns the key of an action's page: its name stands in place of a code. */
function keyOfAction({ provider, service, action }: ActionKey): EntryKey {
  return { provider, service, code: action };
}

function linksIn(displayLanguage: DisplayLanguage): PageOptions {
  return {
    displayLanguage,
    linkTo: (one) => pagePath(entryKeyOf(one)),
    linkToAction: (one) => pagePath(keyOfAction(one)),
    linkToPosition: fileLink,
  };
}

/** Returns what a page shows of a concrete response. */
function responseOn(
  response: NonNullable<DetailsParams["response"]>,
  entry: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): NonNullable<PageOptions["response"]> {
  const { action, ...stated } = response;
  const called = action === undefined ? undefined : calledActionNamed(action, entry.code, catalog);
  const reported = reportedAction(called, entry.code, entry, catalog);
  return {
    ...stated,
    notes: notesOn(response, entry, displayLanguage),
    ...(reported ? { action: actionMarkdown(reported, entry, catalog, displayLanguage) } : {}),
  };
}

/** Returns the line about an action, which links to its page if it is of a single service. */
function actionMarkdown(
  reported: ReportedAction,
  { provider }: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string {
  const { action, services } = reported;
  const sentence = actionSentence(reported, provider, catalog, displayLanguage);
  const [service, ...others] = services;
  const { linkToAction } = linksIn(displayLanguage);
  const name =
    service !== undefined && others.length === 0
      ? markdownLink(codeSpan(action), linkToAction({ provider, service, action }))
      : codeSpan(action);
  return name + escapeMarkdown(sentence.slice(action.length));
}

/** Returns what a message says beyond the code of an entry, as paragraphs of Markdown. */
function notesOn(
  { message }: NonNullable<DetailsParams["response"]>,
  entry: Entry,
  displayLanguage: DisplayLanguage,
): string[] {
  if (message === undefined) return [];
  const filled = filledPlaceholders(entry, message).map(
    ({ placeholder, value }) => `- ${codeSpan(placeholder)} = ${codeSpan(value)}`,
  );
  const advice = adviceFor({ code: entry.code, message, candidates: [] }).flatMap(({ text, command }) => [
    escapeMarkdown(localize(text, displayLanguage)),
    ...(command ? [codeSpan(command)] : []),
  ]);
  return [...(filled.length > 0 ? [filled.join("\n")] : []), ...advice];
}

/** Returns the snippets in the first of the languages that has any; in a default one if none has. */
export function handlingOf(
  entry: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
  languageIds: string[] = [],
): DetailsPage["handling"] {
  const language = languageIds.map(snippetLanguageOf).find(Boolean) ?? snippetLanguages[0];
  const { children, siblings } = familyOf(entry, catalog);
  const others = [...children, ...siblings].slice(0, othersInSwitch).map(({ code }) => code);
  const handled = { code: entry.code, others, provider: entry.provider, retry: catalog.retry(entry) };
  const snippets = language ? snippetsFor(handled, language, displayLanguage) : [];
  const idOf = ({ ids }: { ids: string[] }) => ids[0] ?? "";
  return {
    language: language ? idOf(language) : "",
    languages: snippetLanguages.map((one) => ({ id: idOf(one), name: one.name })),
    snippets: snippets.map(({ heading, text }) => ({ heading: localize(heading, displayLanguage), text })),
  };
}

function labelsIn(displayLanguage: DisplayLanguage): PageLabels {
  const labels = Object.entries(pageLabels).map(([key, text]) => [key, localize(text, displayLanguage)]);
  return Object.fromEntries(labels) as PageLabels;
}
