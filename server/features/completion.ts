import { type CompletionList, CompletionTriggerKind } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import { matchRanks } from "../../catalog/search/ranks.ts";
import { type Analysis, literalAt } from "../analysis/analysis.ts";
import { isConfiguration } from "../configuration/configuration.ts";
import type { Project } from "../configuration/project.ts";
import { rangeOf, type Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { parseUri } from "../documents/uris.ts";
import { objectionTo } from "../evidence/code-form.ts";
import { type ExpectedCodes, preparingExpectedCodes } from "../evidence/expected-codes.ts";
import { hasBareLiterals, languageById } from "../syntax/languages/index.ts";
import { unfinishedLiteralAt } from "../syntax/unfinished-literal.ts";
import { canReplace } from "../syntax/writing.ts";
import { TypedCallCodes } from "./call-codes.ts";
import { CodeOwners } from "./code-owners.ts";
import { canResolveDocumentation, documented } from "./completion-documentation.ts";
import { toList } from "./completion-items.ts";
import { CodeRanking } from "./completion-order.ts";
import { placeAt } from "./completion-place.ts";
import { isInRetryList, preferencesAt } from "./completion-preferences.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { handlingBlocksAt } from "./handling-blocks.ts";
import { usableConstants } from "./own-codes/named-constants.ts";
import { completeFile } from "./schema-files/file-completion.ts";
import { fileKindOf, isJson, valueContextOf } from "./schema-files/schema-file.ts";

/** More items cost more to send than they are worth: typing on requests the list again. */
const maximumItems = 200;

/** Completes codes in a literal where a code is expected, or whose text begins with a known family and a dot. */
export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['"', "'", "`", "."], resolveProvider: true },
  },

  register(context) {
    const { connection, documents, analyzer } = context;
    const callCodes = new TypedCallCodes();
    const prepareFor = async ({ uri }: TrackedDocument) => prepare((await context.projects.of(uri)).catalog);
    documents.onDidOpen(({ document }) => prepareFor(document));
    // What installed SDKs add is known later.
    context.onChange(() => {
      for (const document of documents.all()) void prepareFor(document);
    });
    connection.onCompletion(async ({ textDocument, position, context: triggerContext }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const offset = document.textDocument.offsetAt(position);
      const project = await context.projects.of(document.uri);
      const fileKind = fileKindOf(document, project);
      if (fileKind) {
        const isBySchema = isJson(document.uri) && isConfiguration(parseUri(document.uri).path);
        const values = valueContextOf(document, project, context.usageIndex);
        return isBySchema
          ? null
          : completeFile(document, offset, fileKind, values, context.displayLanguage());
      }
      const analysis = await analyzer.analyze(document);
      const typing: Typing = { document, offset, analysis, trigger: triggerContext?.triggerKind };
      const list = (await offer(context, callCodes, typing)) ?? blocks(context, typing);
      if (!list || canResolveDocumentation(context.client)) return list ?? null;
      return { ...list, items: await Promise.all(list.items.map((item) => documented(context, item))) };
    });

    connection.onCompletionResolve((item) => documented(context, item));
  },
};

/** How long after a document is opened the indexes of its catalog are made, in milliseconds. */
const delay = 1000;

const prepared = new WeakSet<Catalog>();

/** How long that goes on without other requests being answered, and how long these then have; in milliseconds. */
const [slice, pause] = [20, 10];

/** Makes the indexes of a catalog, so that the first completion does not wait for them. */
function prepare({ indexed: catalog }: Catalog): void {
  if (prepared.has(catalog)) return;
  prepared.add(catalog);
  const work = preparing(catalog);
  const next = () => {
    const end = performance.now() + slice;
    while (performance.now() < end) if (work.next().done) return;
    setTimeout(next, pause);
  };
  setTimeout(next, delay);
}

function* preparing(catalog: Catalog): Generator<void> {
  catalog.codes();
  yield;
  yield* CodeTable.preparing(catalog);
  yield* preparingExpectedCodes(catalog);
  yield* CodeOwners.preparing(catalog);
}

/** A request for completion. */
interface Typing {
  document: TrackedDocument;
  /** The offset of the cursor, in UTF-16 units. */
  offset: number;
  analysis: Analysis;
  trigger: CompletionTriggerKind | undefined;
}

/** Returns the blocks that are offered where a statement is begun; undefined if none are. */
function blocks(
  context: FeatureContext,
  { document, offset, analysis, trigger }: Typing,
): CompletionList | undefined {
  if (trigger === CompletionTriggerKind.TriggerCharacter || document.version !== analysis.version)
    return undefined;
  const items = handlingBlocksAt(context, document, offset, analysis);
  return items.length > 0 ? { isIncomplete: false, items } : undefined;
}

/** Returns the codes that are offered; undefined if none are. */
async function offer(
  context: FeatureContext,
  callCodes: TypedCallCodes,
  typing: Typing,
): Promise<CompletionList | undefined> {
  const { document, offset, analysis, trigger } = typing;
  const { catalog } = analysis.project;
  const isManual = trigger === undefined || trigger === CompletionTriggerKind.Invoked;
  const place = await placeAt(context.analyzer, document, analysis, offset, isManual);
  const span = place?.span ?? literalSpanAt(document, analysis, offset);
  if (!span) return undefined;
  const typed = document.text.slice(span.start, offset);
  const isExpected = place ? place.expected : hasFamilyOf(typed, catalog);
  if (!isExpected) return undefined;
  const current = literalAt(analysis, offset);
  const { usageIndex } = context;
  const isRetried = place !== undefined && isInRetryList(place.literal);
  const around = { isRetried, usedInWorkspace: usageIndex.codes };
  const { actions: ofCalls, likely } = callCodes.at(document, analysis, span.start, around);
  const preferences = preferencesAt(place, { analysis, usageIndex, current, ofCalls: likely, isRetried });
  const ranking = new CodeRanking(catalog, isExpected, preferences);
  const quote = place?.quote ?? "";
  const range = rangeOf(document, span);
  const { providers, services } = preferences;
  const unfinished = quote === "" ? unfinishedLiteralAt(document.text, offset, false) : undefined;
  const close = unfinished?.start === span.start ? unfinished.quote : quote;
  const canWrite = (code: string) => canReplace(document, span, code, { open: quote, close });
  const data = { uri: document.uri, providers, services };
  // Within quotes, no constant can stand.
  const usable = quote === "" ? [] : await usableConstants(context, document);
  const constants = new Map(usable.toReversed().map(({ value, expression }) => [value, expression]));
  const list = { catalog, typed, quote, range, canWrite, data, ofCalls, constants };
  if (quote !== "") {
    const isEnough = typed === "" || typed.length >= minimumUnquoted;
    return toList(context, isEnough ? ranking.beginningWith(typed, maximumItems) : [], list);
  }
  // Who asks for codes at a text that cannot be one wants to replace it.
  const isReplaced =
    isManual && !hasPrefix(catalog, typed) && isNoCode(document.text.slice(span.start, span.end));
  const meant = isManual ? codesMeantBy(typed, analysis.project) : [];
  return toList(context, ranking.matching(isReplaced ? "" : typed, maximumItems, meant), list);
}

/** Returns whether a text cannot be a code in any context; Chinese text may be the meaning of one. */
function isNoCode(text: string): boolean {
  return objectionTo(text, () => false) !== undefined && !/\p{Script=Han}/u.test(text);
}

function hasPrefix(catalog: Catalog, typed: string): boolean {
  const [from, to] = CodeTable.of(catalog).withPrefix(typed);
  return from < to;
}

/** The shortest word outside quotes at which codes are offered while it is typed. */
const minimumUnquoted = 2;

/** Returns the span of the content of the literal at an offset, finished or not; undefined if there is none. */
function literalSpanAt(document: TrackedDocument, analysis: Analysis, offset: number): Span | undefined {
  if (analysis.isParsed) {
    const literal = literalAt(analysis, offset)?.literal;
    if (literal) return literal;
  }
  const language = languageById(document.languageId);
  return unfinishedLiteralAt(document.text, offset, language !== undefined && hasBareLiterals(language));
}

/** Returns which codes belong to the family that is typed, with its dot; undefined if there is no such family. */
function hasFamilyOf(typed: string, catalog: Catalog): ExpectedCodes | undefined {
  const family = /^.*\./.exec(typed)?.[0];
  if (!family) return undefined;
  const table = CodeTable.of(catalog);
  const [from, to] = table.withPrefix(family);
  return from < to ? new Uint8Array(table.codes.length).fill(1, from, to) : undefined;
}

/** Returns the codes that mean what is typed, in Chinese or in pinyin, if no code begins so. */
function codesMeantBy(typed: string, { catalog, search }: Project): string[] {
  if (!/^[a-z]{3,}$|\p{Script=Han}/u.test(typed)) return [];
  if (hasPrefix(catalog, typed)) return [];
  // Whole syllables of pinyin rank with abbreviations.
  const ofMeaning = [matchRanks.meaning, matchRanks.abbreviation, matchRanks.pinyin];
  const isOfMeaning = (rank: number | undefined) => rank !== undefined && ofMeaning.includes(rank);
  return search.find(typed, maximumItems).flatMap(({ entry, rank }) => (isOfMeaning(rank) ? entry.code : []));
}
