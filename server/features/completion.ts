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
import { toMarkdown } from "../../catalog/rendering/hover.ts";
import { type Analysis, literalAt } from "../analysis/analysis.ts";
import { isConfiguration } from "../configuration/configuration.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isCodeExpected, unfinishedLiteralAt } from "../evidence/unfinished-literal.ts";
import { hasBareLiterals, languageById } from "../syntax/languages/index.ts";
import type { Literal } from "../syntax/literal.ts";
import { matchingCodes, sortByProvider } from "./completion-order.ts";
import { completeConfiguration } from "./configuration-completion.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { projectOfRequest } from "./project-of-request.ts";

/** More items cost more to send than they are worth: typing on requests the list again. */
const maximumItems = 200;

/** Completes codes in a literal where a code is expected, or whose text begins with a known family and a dot. */
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
      const target = targetAt(document, analysis, offset);
      if (!target) return null;
      const { literal, isExpected, providers } = target;
      const typed = document.text.slice(literal.start, offset);
      const { catalog } = analysis.project;
      const data = { uri: document.uri, providers };
      const codes = matchingCodes(candidates(catalog, isExpected, typed), typed, catalog, providers);
      return toList(context, catalog, codes, typed, rangeOf(document, literal), data);
    });

    connection.onCompletionResolve(async (item) => {
      const { uri, providers = [] } = (item.data ?? {}) as Partial<ItemData>;
      const { catalog } = uri ? await context.projects.of(uri) : await projectOfRequest(context, {});
      const entries = sortByProvider(catalog.entriesOf(item.label), providers);
      const value = toMarkdown(entries, catalog, context.rendering());
      return entries.length > 0 ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
    });
  },
};

/** The `data` of a completion item, from which its documentation is resolved. */
interface ItemData {
  /** The URI of the document in which the item was offered. */
  uri: string;
  /** The ids of the likely providers at the cursor, most likely first. */
  providers: string[];
}

/** What is completed at an offset. */
interface Target {
  literal: Literal;
  /** Whether the surroundings imply that an error code is expected here. */
  isExpected: boolean;
  /** The ids of the likely providers here, most likely first. */
  providers: string[];
}

/** Returns the literal at an offset, finished or not; undefined if there is none. */
function targetAt(document: TrackedDocument, analysis: Analysis, offset: number): Target | undefined {
  const { configuredNames } = analysis.project;
  const analyzedLiteral = analysis.isParsed ? literalAt(analysis, offset) : undefined;
  const providers = (analyzedLiteral ?? analysis).providers.map(({ provider }) => provider);
  if (analyzedLiteral)
    return {
      literal: analyzedLiteral.literal,
      isExpected: isCodeExpected(analyzedLiteral.literal, configuredNames),
      providers,
    };
  const language = languageById(document.languageId);
  const literal = unfinishedLiteralAt(
    document.text,
    offset,
    language !== undefined && hasBareLiterals(language),
  );
  return literal && { literal, isExpected: isCodeExpected(literal, configuredNames), providers };
}

function candidates(catalog: Catalog, isExpected: boolean, typed: string): Iterable<string> {
  if (isExpected) return catalog.codes();
  const family = /^.*\./.exec(typed)?.[0];
  return family ? catalog.codesWithPrefix(family) : [];
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
    const description = descriptionOf(context, catalog, code, data.providers);
    return {
      label: code,
      ...(hasDetails ? { labelDetails: { description } } : { detail: description }),
      kind: CompletionItemKind.EnumMember,
      // Editors sort by how well `filterText` matches before they use `sortText`: so all items match equally well.
      filterText: typed + code,
      sortText: String(index).padStart(3, "0"),
      // One edit replaces the whole content: with separate insert and replace ranges, the rest of an old code would stay.
      textEdit: { range, newText: code },
      data,
    };
  };
  // Each further letter changes which codes are best.
  return { isIncomplete: true, items: codes.slice(0, maximumItems).map(toItem) };
}

/** Returns the text beside a code: its meaning if the most likely provider has it, else the names of its providers. */
function descriptionOf(
  { displayLanguage }: FeatureContext,
  catalog: Catalog,
  code: string,
  [own]: readonly string[],
): string {
  const entries = catalog.entriesOf(code);
  const entry = entries.find(({ provider }) => provider === own);
  const meaning = entry && localize(catalog.concept(entry)?.name, displayLanguage());
  if (meaning) return meaning;
  const providers = entries.map(({ provider }) =>
    localize(catalog.provider(provider)?.name, displayLanguage()),
  );
  return [...new Set(providers)].join(", ");
}
