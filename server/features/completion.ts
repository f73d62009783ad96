import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { Catalog } from "../../catalog/catalog.ts";
import { toMarkdown } from "../../catalog/markdown.ts";
import { say } from "../../catalog/text.ts";
import { type Analysis, beliefAt } from "../analysis.ts";
import { isConfiguration } from "../configuration.ts";
import { completeConfiguration } from "../configuration-completion.ts";
import { type Context, type Feature, rangeOf } from "../feature.ts";
import { hasBareLiterals, languageOf } from "../languages/index.ts";
import type { Literal } from "../literal.ts";
import type { Source } from "../source.ts";
import { isExpected, unfinishedAt } from "../typing.ts";

/** More items cost more to send than they help to read; typing on asks again. */
const maximumItems = 200;

/** The rank of codes that none of the file's providers has. */
const otherProviders = 9;

/** Codes inside a literal that is believed to be one, or that begins like a known family. */
export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['"', "'", "`", "."], resolveProvider: true },
  },

  register(context) {
    const { connection, documents, reader } = context;
    connection.onCompletion(async ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri);
      if (!source) return null;
      const offset = source.document.offsetAt(position);
      if (isConfiguration(URI.parse(source.uri).path))
        return completeConfiguration(source, offset, await context.domains.of(source.uri), context.reading());
      const analysis = await reader.read(source);
      const place = placeAt(source, analysis, offset);
      if (!place) return null;
      const typed = source.text.slice(place.literal.start, offset);
      const codes = candidates(analysis.domain.catalog, place.expected, typed);
      return toList(context, source.uri, codes, analysis, rangeOf(source, place.literal));
    });

    connection.onCompletionResolve(async (item) => {
      const { uri } = (item.data ?? {}) as Partial<ItemData>;
      const { catalog } = uri ? await context.domains.of(uri) : await context.main();
      const entries = catalog.get(item.label);
      const value = toMarkdown(entries, catalog, context.rendering());
      return entries.length > 0 ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
    });
  },
};

/** What an item needs to be explained. */
interface ItemData {
  /** The document that it was offered in. */
  uri: string;
}

interface Place {
  literal: Literal;
  /** Whether the surroundings say that an error code stands here. */
  expected: boolean;
}

function placeAt(source: Source, analysis: Analysis, offset: number): Place | undefined {
  const belief = analysis.parsed ? beliefAt(analysis, offset) : undefined;
  if (belief) {
    return { literal: belief.literal, expected: isExpected(belief.literal, analysis.domain.names) };
  }
  const language = languageOf(source.languageId);
  const literal = unfinishedAt(source.text, offset, language !== undefined && hasBareLiterals(language));
  return literal && { literal, expected: isExpected(literal, analysis.domain.names) };
}

function candidates(catalog: Catalog, expected: boolean, typed: string): string[] {
  if (expected) {
    const all = [...catalog.codes()];
    return all.length <= maximumItems ? all : all.filter((code) => isSubsequence(typed, code));
  }
  const family = /^.*\./.exec(typed)?.[0];
  return family ? catalog.startingWith(family) : [];
}

function toList(
  context: Context,
  uri: string,
  codes: string[],
  analysis: Analysis,
  range: Range,
): CompletionList {
  const { catalog } = analysis.domain;
  const order = analysis.providers.map(({ provider }) => provider);
  const rank = (code: string) => {
    const ranks = catalog.get(code).map(({ provider }) => order.indexOf(provider));
    return Math.min(...ranks.map((at) => (at < 0 ? otherProviders : at)));
  };
  const ranked = codes.map((code) => ({ code, rank: rank(code) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1));
  return {
    isIncomplete: ranked.length > maximumItems,
    items: ranked.slice(0, maximumItems).map(({ code, rank }) => ({
      ...toItem(context, catalog, code, rank, range),
      data: { uri } satisfies ItemData,
    })),
  };
}

function toItem(
  context: Context,
  catalog: Catalog,
  code: string,
  rank: number,
  range: Range,
): CompletionItem {
  const { client } = context;
  const description = beside(context, catalog, code, rank);
  const hasDetails = client.textDocument?.completion?.completionItem?.labelDetailsSupport;
  return {
    label: code,
    ...(hasDetails ? { labelDetails: { description } } : { detail: description }),
    kind: CompletionItemKind.EnumMember,
    filterText: code,
    sortText: `${rank}${code}`,
    // One edit over the whole content: with separate insert and replace ranges the rest of an old code would stay.
    textEdit: { range, newText: code },
  };
}

/** The few words beside a code: what it means where the file's own provider has it, else whose it is. */
function beside({ reading }: Context, catalog: Catalog, code: string, rank: number): string {
  const entries = catalog.get(code);
  const [first] = entries;
  const meaning = first && say(catalog.concept(first)?.name, reading());
  if (rank === 0 && meaning) return meaning;
  const providers = entries.map(({ provider }) => say(catalog.provider(provider)?.name, reading()));
  return [...new Set(providers)].join(", ");
}

function isSubsequence(typed: string, code: string): boolean {
  const wanted = typed.toLowerCase();
  let at = 0;
  for (const char of code.toLowerCase()) if (char === wanted[at]) at++;
  return at >= wanted.length;
}
