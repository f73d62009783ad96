import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { familyOf } from "../../catalog/model/family.ts";
import { type DisplayLanguage, localize } from "../../catalog/model/localized-text.ts";
import { facts } from "../../catalog/rendering/markdown.ts";
import { pageSections } from "../../catalog/rendering/page.ts";
import { type PageLabels, pageLabels } from "../../catalog/rendering/page-labels.ts";
import { snippetLanguageOf, snippetLanguages, snippetsFor } from "../../catalog/rendering/snippets/index.ts";
import {
  type DetailsPage,
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  pagePath,
  placeLink,
} from "../protocol/index.ts";
import { keyOf } from "./code-item.ts";
import { findEntry } from "./entries.ts";
import type { Feature } from "./feature.ts";

/** With how many others of its family a code stands in the switch of a snippet. */
const othersInSwitch = 2;

/** The page of an entry: all that is known of it. */
export const details: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(detailsRequest, async (params: DetailsParams): Promise<DetailsResult> => {
      const found = await findEntry(context, params);
      return found ? page(found.entry, found.catalog, params, context.displayLanguage()) : null;
    });
  },
};

function page(
  entry: Entry,
  catalog: Catalog,
  params: DetailsParams,
  displayLanguage: DisplayLanguage,
): DetailsPage {
  const sections = pageSections(entry, catalog, {
    displayLanguage,
    ...(params.response ? { response: params.response } : {}),
    linkTo: (one) => pagePath(keyOf(one)),
    linkToPlace: placeLink,
  });
  return {
    ...keyOf(entry),
    reading: displayLanguage === "both" ? "en" : displayLanguage,
    facts: facts(entry, catalog, displayLanguage),
    sections,
    handling: handling(entry, catalog, displayLanguage, params.languages),
    labels: labelsIn(displayLanguage),
  };
}

function handling(
  entry: Entry,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
  wanted: string[] = [],
): DetailsPage["handling"] {
  const language = wanted.map(snippetLanguageOf).find(Boolean) ?? snippetLanguages[0];
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
  const said = Object.entries(pageLabels).map(([key, text]) => [key, localize(text, displayLanguage)]);
  return Object.fromEntries(said) as PageLabels;
}
