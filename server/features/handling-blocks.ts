import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import {
  cursorMark,
  type HandlingBlock,
  retryBlock,
  switchBlock,
} from "../../catalog/rendering/snippets/handling-block.ts";
import { snippetLanguageOf } from "../../catalog/rendering/snippets/index.ts";
import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { Analysis } from "../analysis/analysis.ts";
import { handledActionsAt } from "../analysis/handled-actions.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { indentUnit } from "../fixes/lines.ts";
import { certainSigns } from "../inference/inferred-provider.ts";
import { importedBlock } from "./block-imports.ts";
import type { FeatureContext } from "./feature.ts";
import { handlingPlaceAt, type StatementPlace } from "./handling-place.ts";

/** So many codes are written into one block: more would hardly be reviewed. */
const [maximumRetryable, maximumSingle] = [8, 4];

/** The codes that a block is about, and of what they are. */
interface Handled {
  provider: string;
  /** The names of the calls whose codes they are; undefined if they are the usual ones of the provider. */
  actions: string | undefined;
  retryable: readonly string[];
  single: readonly string[];
}

/**
 * Returns whole blocks of code that handle a failure, where a statement is begun in a `catch` or behind the check of an
 * error: with the codes of the calls that fail there if these are certain, else with the usual ones of the provider.
 */
export function handlingBlocksAt(
  context: FeatureContext,
  document: TrackedDocument,
  offset: number,
  analysis: Analysis,
): CompletionItem[] {
  const language = snippetLanguageOf(document.languageId);
  const place = language && handlingPlaceAt(document.text, offset, language.name);
  const handled = place && (ofCalls(analysis, place.header) ?? ofProvider(analysis));
  if (!handled) return [];
  const displayLanguage = context.displayLanguage();
  const { catalog } = analysis.project;
  const whose = handled.actions ?? localize(catalog.provider(handled.provider)?.name, displayLanguage);
  const isUsual = handled.actions === undefined;
  const content = { ...handled, text: document.text };
  const blocks = [
    {
      title: titles.handle(whose, isUsual),
      find: "handle switch",
      block: switchBlock(content, language, place, displayLanguage),
    },
    {
      title: place.attempt === undefined ? titles.test(whose, isUsual) : titles.retry(whose, isUsual),
      find: "retry",
      block: retryBlock(content, language, place, displayLanguage),
    },
  ];
  return blocks.flatMap(({ title, find, block }, index) => {
    if (!block) return [];
    const label = localize(title, displayLanguage);
    const item = toItem(context, document, place, block, language.name);
    return { ...item, label, filterText: `${find} ${whose}`, sortText: `~${index}` };
  });
}

/** Returns the codes of the calls whose failure is handled; undefined unless it is certain which these are. */
function ofCalls(analysis: Analysis, offset: number): Handled | undefined {
  const handled = handledActionsAt(analysis, offset);
  const [first] = handled?.actions ?? [];
  if (!handled?.certain || !first) return undefined;
  const answers = handled.actions.flatMap((action) => action.answers);
  const own = answers.filter(({ isDocumented, isOfEvery }) => isDocumented && !isOfEvery);
  const worth = distinct(
    [...own, ...answers].flatMap(({ code, retry }) => (retry === "backoff" ? code : [])),
  );
  const others = distinct(own.flatMap(({ code, retry }) => (retry === "backoff" ? [] : code)));
  return {
    provider: first.provider,
    actions: distinct(handled.actions.map(({ action }) => action)).join(", "),
    retryable: worth.slice(0, maximumRetryable),
    single: worth.length > 0 ? [] : others.slice(0, maximumSingle),
  };
}

/** Returns the usual codes of the only provider with which a file certainly works; undefined if there is none. */
function ofProvider({ providers, project: { catalog } }: Analysis): Handled | undefined {
  const certain = providers.filter(({ sign }) => certainSigns.has(sign));
  const [provider] = certain;
  if (!provider || certain.length > 1) return undefined;
  const frequent = (catalog.provider(provider.provider)?.frequentCodes ?? []).flat();
  const isTransient = (code: string) => isWorthRetry(code, provider.provider, catalog);
  const retryable = frequent.filter(isTransient).slice(0, maximumRetryable);
  const single = frequent.filter((code) => !isTransient(code)).slice(0, maximumSingle);
  return frequent.length > 0
    ? { provider: provider.provider, actions: undefined, retryable, single }
    : undefined;
}

function isWorthRetry(code: string, provider: string, catalog: Catalog): boolean {
  const entry = catalog.entriesOf(code).find((one) => one.provider === provider);
  return entry !== undefined && catalog.retry(entry) === "backoff";
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Returns the item that inserts a block, indented as the client wants it, and imports what the block needs. */
function toItem(
  { client }: FeatureContext,
  document: TrackedDocument,
  { span, indent }: StatementPlace,
  block: HandlingBlock,
  language: string,
): Omit<CompletionItem, "label"> {
  const { snippetSupport: hasStops, insertTextModeSupport } =
    client.textDocument?.completion?.completionItem ?? {};
  const isAdjusted = insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true;
  const { text, imports } = importedBlock(block, document.text, language);
  const lines = text.replaceAll("\t", indentUnit(document.text)).split("\n");
  const plain = lines.join(isAdjusted ? "\n" : `\n${indent}`);
  const preview = lines.join("\n").replace(cursorMark, "");
  return {
    kind: CompletionItemKind.Snippet,
    ...(hasStops ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(isAdjusted ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    textEdit: {
      range: rangeOf(document, span),
      newText: hasStops ? snippetOf(plain) : plain.replace(cursorMark, ""),
    },
    documentation: {
      kind: MarkupKind.Markdown,
      value: `\`\`\`${document.languageId}\n${preview}\n\`\`\``,
    },
    ...(imports.length > 0
      ? {
          additionalTextEdits: imports.map(({ at, text: newText }) => ({
            range: rangeOf(document, { start: at, end: at }),
            newText,
          })),
        }
      : {}),
  };
}

/** Returns a text as a snippet, which puts the cursor where the text is marked, if it is. */
function snippetOf(plain: string): string {
  const [before = "", after] = plain.split(cursorMark);
  const escaped = (one: string) => one.replace(/[\\$}]/g, "\\$&");
  return after === undefined ? escaped(plain) : `${escaped(before)}$0${escaped(after)}`;
}

const titles = {
  handle: (whose: string, isUsual: boolean): LocalizedText =>
    isUsual
      ? { en: `Handle the usual codes of ${whose}`, "zh-CN": `处理${whose}的常见错误码` }
      : { en: `Handle the codes of ${whose}`, "zh-CN": `处理 ${whose} 的错误码` },
  retry: (whose: string, isUsual: boolean): LocalizedText =>
    isUsual
      ? { en: `Retry on transient codes of ${whose}`, "zh-CN": `遇${whose}的暂时性错误码时重试` }
      : { en: `Retry ${whose} with backoff`, "zh-CN": `退避重试 ${whose}` },
  test: (whose: string, isUsual: boolean): LocalizedText =>
    isUsual
      ? { en: `Test for transient codes of ${whose}`, "zh-CN": `判断${whose}的暂时性错误码` }
      : { en: `Test for the retryable codes of ${whose}`, "zh-CN": `判断 ${whose} 的可重试错误码` },
} satisfies Record<string, (whose: string, isUsual: boolean) => LocalizedText>;
