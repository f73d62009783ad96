import { type ActionKey, actionKeysNamed } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { familyOf } from "../../catalog/model/family.ts";
import { actionFacts, actionSections } from "../../catalog/rendering/action-page.ts";
import { codeSpan, escapeMarkdown, factsOf } from "../../catalog/rendering/markdown.ts";
import { pageSections } from "../../catalog/rendering/page.ts";
import { type PageLabels, pageLabels } from "../../catalog/rendering/page-labels.ts";
import type { PageOptions } from "../../catalog/rendering/section.ts";
import { snippetLanguageOf, snippetLanguages, snippetsFor } from "../../catalog/rendering/snippets/index.ts";
import { adviceFor } from "../../catalog/responses/advice/index.ts";
import { filledPlaceholders } from "../../catalog/responses/filled-placeholders.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import {
  type DetailsPage,
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  type EntryKey,
  fileLink,
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
  },
};

function toPage(
  entry: Entry,
  catalog: Catalog,
  params: DetailsParams,
  displayLanguage: DisplayLanguage,
): DetailsPage {
  const sections = pageSections(entry, catalog, {
    ...linksIn(displayLanguage),
    ...(params.response
      ? { response: { ...params.response, notes: notesOn(params.response, entry, displayLanguage) } }
      : {}),
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
): DetailsResult {
  const isMeant = (one: ActionKey) => one.provider === provider && one.service === service;
  const action = actionKeysNamed(catalog, code).find(isMeant);
  if (!action) return null;
  const labels = labelsIn(displayLanguage);
  return {
    ...keyOfAction(action),
    reading: displayLanguage === "both" ? "en" : displayLanguage,
    facts: actionFacts(action, catalog, displayLanguage),
    sections: actionSections(action, catalog, linksIn(displayLanguage)),
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
