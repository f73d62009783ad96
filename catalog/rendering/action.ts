import { type ActionAnswer, countsOf } from "../model/action-answers.ts";
import type { ActionKey } from "../model/actions.ts";
import type { Catalog } from "../model/catalog.ts";
import { kinds } from "../schema/terms.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../text/localized-text.ts";
import {
  codeSpan,
  codesWithMeaning,
  escapeMarkdown,
  markdownLink,
  paragraphs,
  type RenderingOptions,
} from "./markdown.ts";

/** How many codes of an action are named one by one. */
const maximumNamed = 12;

/**
 * Renders an action of an API as Markdown for a hover: with how many codes it can fail, the most telling of them, how many
 * there are of each kind, and a link to all. `answers` come from `answersOf`, and are not empty.
 */
export function actionToMarkdown(
  action: ActionKey,
  answers: readonly ActionAnswer[],
  catalog: Catalog,
  rendering: RenderingOptions,
): string {
  const { displayLanguage, actionLink } = rendering;
  const named = answers.slice(0, maximumNamed);
  const isAll = named.length === answers.length;
  const link =
    actionLink && markdownLink(escapeMarkdown(localize(labels.all, displayLanguage)), actionLink(action));
  return paragraphs([
    titleOf(action, catalog, displayLanguage),
    ...localizedTexts(countSentence(action.action, answers), displayLanguage).map(escapeMarkdown),
    codesWithMeaning(
      named.map(({ code, row }) => ({ code, entry: row?.layer.entry(row.index) })),
      rendering,
    ),
    isAll
      ? ""
      : kindsOf(
          answers.filter(({ isDocumented }) => isDocumented),
          displayLanguage,
        ),
    link ?? "",
  ]);
}

/**
 * Renders an action of which nothing is known as Markdown for a hover: codes of its service, without a count, since nobody
 * says which of them it answers with. Empty if there are none.
 */
export function unknownActionToMarkdown(
  action: ActionKey,
  codes: readonly string[],
  catalog: Catalog,
  rendering: RenderingOptions,
): string {
  if (codes.length === 0) return "";
  const entries = codes.slice(0, maximumNamed).map((code) => {
    const ofCode = catalog.entriesOf(code).filter(({ provider }) => provider === action.provider);
    return { code, entry: ofCode.find(({ service }) => service === action.service) ?? ofCode[0] };
  });
  const { displayLanguage } = rendering;
  return paragraphs([
    titleOf(action, catalog, displayLanguage),
    ...localizedTexts(labels.ofService, displayLanguage).map(escapeMarkdown),
    codesWithMeaning(entries, rendering),
  ]);
}

/**
 * Returns the sentences that count the codes of an action, those of them that a retry can help with, and those that any
 * action can answer with.
 */
export function countSentence(action: string, answers: readonly ActionAnswer[]): LocalizedText {
  const { documented, retryable, renewable, common } = countsOf(answers);
  const codes = documented === 1 ? "1 code" : `${documented} codes`;
  const en = `${action} can fail with ${codes}: ${retryable || "none"} worth a retry${renewable > 0 ? `, ${renewable} after renewing the signature or token` : ""}.`;
  const zh = `${action} 可能返回 ${documented} 个错误码：${retryable > 0 ? `${retryable} 个值得重试` : "均不值得直接重试"}${renewable > 0 ? `，${renewable} 个更新签名或令牌后可重试` : ""}。`;
  if (common === 0) return { en, "zh-CN": zh };
  return {
    en: `${en} Any action can also fail with ${common === 1 ? "1 common code" : `${common} common codes`}.`,
    "zh-CN": `${zh}此外，任何接口都可能返回 ${common} 个公共错误码。`,
  };
}

/** Returns the sentences on whether a code is documented for the actions whose failure is handled at its place. */
export function documentedFor(actions: readonly string[], isDocumented: boolean): LocalizedText {
  const names = actions.map((name) => `\`${name}\``);
  const [en, zh] = [names.join(names.length > 2 ? ", " : isDocumented ? " and " : " or "), names.join("、")];
  if (!isDocumented) return { en: `Not documented for ${en}.`, "zh-CN": `文档未列出 ${zh} 会返回此错误码。` };
  return {
    en: `${en} ${names.length > 1 ? "answer" : "answers"} with this.`,
    "zh-CN": `${zh} 会返回此错误码。`,
  };
}

const labels = {
  ofNoKind: { en: "Others", "zh-CN": "其他" },
  all: { en: "All codes", "zh-CN": "全部错误码" },
  ofService: {
    en: "Nothing is documented for this action itself. Codes of the service:",
    "zh-CN": "没有该接口自身的文档。所属产品的错误码：",
  },
} as const satisfies Record<string, LocalizedText>;

/** Returns the name of an action, and whose it is. */
function titleOf(
  { provider, service, action }: ActionKey,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string {
  const names = [catalog.provider(provider)?.name, catalog.service(provider, service)?.name].map(
    (name, index) => escapeMarkdown(localize(name, displayLanguage) || [provider, service][index] || ""),
  );
  return paragraphs([codeSpan(action), `**${names[0]}** · ${names[1]}`]);
}

/** Returns how many of some codes there are of each kind, most first, on one line. */
function kindsOf(answers: readonly ActionAnswer[], displayLanguage: DisplayLanguage): string {
  const counts = [...Map.groupBy(answers, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
  return counts
    .map(([kind, ofKind]) => {
      const name = kind ? kinds[kind] : labels.ofNoKind;
      return `${escapeMarkdown(localize(name, displayLanguage))} ${ofKind.length}`;
    })
    .join(" · ");
}
