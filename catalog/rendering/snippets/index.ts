import type { Retry } from "../../schema/terms.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../../text/localized-text.ts";
import { canBeQuoted } from "../../text/source-text.ts";
import { csharp } from "./csharp.ts";
import { javascript, typescript } from "./ecmascript.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { kotlin } from "./kotlin.ts";
import type { SnippetLanguage } from "./language.ts";
import { php } from "./php.ts";
import { python } from "./python.ts";
import { ruby } from "./ruby.ts";
import { rust } from "./rust.ts";

/** The languages that have snippets; the first is the default. */
export const snippetLanguages: readonly SnippetLanguage[] = [
  typescript,
  javascript,
  go,
  python,
  java,
  kotlin,
  csharp,
  php,
  ruby,
  rust,
];

/** A piece of code that handles an error code, ready to be pasted. */
export interface Snippet {
  heading: LocalizedText;
  text: string;
}

/** The code that a snippet handles, further codes for its switch, the provider whose SDK raises it, and the retry advice. */
export interface HandledCode {
  code: string;
  others: readonly string[];
  provider: string;
  retry: Retry | undefined;
}

const headings = {
  imports: { en: "Import", "zh-CN": "导入" },
  compare: { en: "Compare", "zh-CN": "比较" },
  switch: { en: "Switch", "zh-CN": "分支" },
  backoff: { en: "Retry with exponential backoff and jitter", "zh-CN": "指数退避并加随机抖动后重试" },
  renew: { en: "Renew, then retry once", "zh-CN": "更新后重试一次" },
  no: { en: "Do not retry, report", "zh-CN": "不要重试，直接报告" },
} satisfies Record<string, LocalizedText>;

/** What the comments in snippets say. */
export const comments = {
  handle: { en: "handle it here", "zh-CN": "在此处理" },
  jitter: {
    en: "wait a random time below a limit that doubles, so that clients do not all retry at once",
    "zh-CN": "上限逐次翻倍，并在其内随机等待，避免所有客户端同时重试",
  },
  renew: {
    en: "renew what is out of date: the signature, the clock or the token",
    "zh-CN": "更新已失效的内容：签名、时钟或令牌",
  },
  again: {
    en: "a later retry can succeed",
    "zh-CN": "稍后重试可能成功",
  },
  report: {
    en: "the same request would fail again: report it",
    "zh-CN": "同样的请求会再次失败：请报告该错误",
  },
} satisfies Record<string, LocalizedText>;

/** Returns the snippet language for an editor's language id, or undefined if it has no snippets. */
export function snippetLanguageOf(id: string): SnippetLanguage | undefined {
  return snippetLanguages.find(({ ids }) => ids.includes(id));
}

/**
 * Returns the snippets for a code in a language: the import, a comparison, a switch, and one for the retry advice; none
 * for a code that would not show what it is.
 */
export function snippetsFor(
  { code, others, provider, retry }: HandledCode,
  language: SnippetLanguage,
  displayLanguage: DisplayLanguage,
): Snippet[] {
  const sdk = sdkOf(language, provider);
  const localizedComments = Object.fromEntries(
    Object.entries(comments).map(([key, text]) => [key, localize(text, displayLanguage)]),
  );
  if (!canBeQuoted(code)) return [];
  const values = { ...localizedComments, ...sdk, code: language.quote(code) };
  const cases = [code, ...others]
    .filter(canBeQuoted)
    .map((one) => fill(language.case, { ...values, code: language.quote(one) }));
  const filled = (template: string) => fill(template, { ...values, cases: cases.join("") });
  return [
    ...(sdk.imports ? [{ heading: headings.imports, text: sdk.imports }] : []),
    { heading: headings.compare, text: filled(language.compare) },
    { heading: headings.switch, text: filled(language.switch) },
    ...(retry ? [{ heading: headings[retry], text: filled(language.retry[retry]) }] : []),
  ];
}

/** Returns how the SDK of a provider exposes codes in a language. */
export function sdkOf(
  { sdks, fallbackSdk }: SnippetLanguage,
  provider: string,
): SnippetLanguage["fallbackSdk"] {
  return (Object.hasOwn(sdks, provider) ? sdks[provider] : undefined) ?? fallbackSdk;
}

/** Replaces the placeholders of a template by their values. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}
