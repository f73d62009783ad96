import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { localize } from "../../catalog/model/localized-text.ts";
import { toMarkdown } from "../../catalog/rendering/markdown.ts";
import { type Analysis, literalAt } from "../analysis/analysis.ts";
import { isConfiguration } from "../configuration/configuration.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isCodeExpected, unfinishedLiteralAt } from "../evidence/unfinished-literal.ts";
import { hasBareLiterals, languageOfId } from "../syntax/languages/index.ts";
import type { Literal } from "../syntax/literal.ts";
import { bestFirst, ofProvidersFirst } from "./completion-order.ts";
import { completeConfiguration } from "./configuration-completion.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { projectOfRequest } from "./project-of-request.ts";

/** More items cost more to send than they help to read; typing on asks again. */
const maximumItems = 200;

/** Codes inside a literal that is believed to be one, or that begins like a known family. */
export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['"', "'", "`", "."], resolveProvider: true },
  },

  register(context) {
    const { connection, documents, analyzer } = context;
    connection.onCompletion(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const offset = document.textDocument.offsetAt(position);
      if (isConfiguration(URI.parse(document.uri).path))
        return completeConfiguration(
          document,
          offset,
          await context.projects.of(document.uri),
          context.displayLanguage(),
        );
      const analysis = await analyzer.analyze(document);
      const place = placeAt(document, analysis, offset);
      if (!place) return null;
      const typed = document.text.slice(place.literal.start, offset);
      const { catalog } = analysis.project;
      const data = { uri: document.uri, providers: place.providers };
      const codes = bestFirst(candidates(catalog, place.expected, typed), typed, catalog, place.providers);
      return toList(context, catalog, codes, typed, rangeOf(document, place.literal), data);
    });

    connection.onCompletionResolve(async (item) => {
      const { uri, providers = [] } = (item.data ?? {}) as Partial<ItemData>;
      const { catalog } = uri ? await context.projects.of(uri) : await projectOfRequest(context, {});
      const entries = ofProvidersFirst(catalog.get(item.label), providers);
      const value = toMarkdown(entries, catalog, context.rendering());
      return entries.length > 0 ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
    });
  },
};

/** What an item needs to be explained. */
interface ItemData {
  /** The document that it was offered in. */
  uri: string;
  /** Whose codes are meant there, most likely first. */
  providers: string[];
}

interface Place {
  literal: Literal;
  /** Whether the surroundings say that an error code stands here. */
  expected: boolean;
  /** Whose codes are meant there, most likely first. */
  providers: string[];
}

function placeAt(document: TrackedDocument, analysis: Analysis, offset: number): Place | undefined {
  const { names } = analysis.project;
  const analyzedLiteral = analysis.isParsed ? literalAt(analysis, offset) : undefined;
  const providers = (analyzedLiteral ?? analysis).providers.map(({ provider }) => provider);
  if (analyzedLiteral)
    return {
      literal: analyzedLiteral.literal,
      expected: isCodeExpected(analyzedLiteral.literal, names),
      providers,
    };
  const language = languageOfId(document.languageId);
  const literal = unfinishedLiteralAt(
    document.text,
    offset,
    language !== undefined && hasBareLiterals(language),
  );
  return literal && { literal, expected: isCodeExpected(literal, names), providers };
}

function candidates(catalog: Catalog, expected: boolean, typed: string): Iterable<string> {
  if (expected) return catalog.codes();
  const family = /^.*\./.exec(typed)?.[0];
  return family ? catalog.startingWith(family) : [];
}

function toList(
  context: FeatureContext,
  catalog: Catalog,
  codes: string[],
  typed: string,
  range: Range,
  data: ItemData,
): CompletionList {
  const { client } = context;
  const hasDetails = client.textDocument?.completion?.completionItem?.labelDetailsSupport;
  const toItem = (code: string, index: number): CompletionItem => {
    const description = beside(context, catalog, code, data.providers);
    return {
      label: code,
      ...(hasDetails ? { labelDetails: { description } } : { detail: description }),
      kind: CompletionItemKind.EnumMember,
      // An editor sorts by how the letters fit before it looks at the order that it is given: so they fit all alike.
      filterText: typed + code,
      sortText: String(index).padStart(3, "0"),
      // One edit over the whole content: with separate insert and replace ranges the rest of an old code would stay.
      textEdit: { range, newText: code },
      data,
    };
  };
  // With each letter the best are others.
  return { isIncomplete: true, items: codes.slice(0, maximumItems).map(toItem) };
}

/** The few words beside a code: what it means where the file's own provider has it, else whose it is. */
function beside(
  { displayLanguage }: FeatureContext,
  catalog: Catalog,
  code: string,
  [own]: readonly string[],
): string {
  const entries = catalog.get(code);
  const entry = entries.find(({ provider }) => provider === own);
  const meaning = entry && localize(catalog.concept(entry)?.name, displayLanguage());
  if (meaning) return meaning;
  const providers = entries.map(({ provider }) =>
    localize(catalog.provider(provider)?.name, displayLanguage()),
  );
  return [...new Set(providers)].join(", ");
}
