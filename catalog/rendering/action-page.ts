import { type ActionAnswer, answersOf } from "../model/action-answers.ts";
import type { ActionKey } from "../model/actions.ts";
import type { Catalog } from "../model/catalog.ts";
import { kinds, retries } from "../schema/terms.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../text/localized-text.ts";
import { countSentence } from "./action.ts";
import { withCount } from "./action-groups.ts";
import { codeSpan, escapeMarkdown, markdownLink, paragraphs } from "./markdown.ts";
import type { PageOptions, Section } from "./section.ts";

/** Returns the facts of an action, to be shown on one line: its provider and service. */
export function actionFacts(
  { provider, service }: ActionKey,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string[] {
  const names = [catalog.provider(provider)?.name, catalog.service(provider, service)?.name];
  return names.flatMap((name) => localize(name, displayLanguage) || []);
}

/**
 * Returns the sections of an action's page: how many codes it can answer with and which of them are worth a retry, then
 * all codes that are documented for it by kind, and those of every action. Empty if nothing is known of the action.
 */
export function actionSections(action: ActionKey, catalog: Catalog, rendering: PageOptions): Section[] {
  const { displayLanguage } = rendering;
  const answers = answersOf(catalog, action);
  if (answers.length === 0) return [];
  const documented = answers.filter(({ isDocumented }) => isDocumented);
  const others = answers.filter(({ isDocumented }) => !isDocumented);
  const listOf = (some: readonly ActionAnswer[]) => some.map((one) => line(one, rendering)).join("\n");
  const section = (id: Section["id"], title: LocalizedText, some: readonly ActionAnswer[]): Section[] =>
    some.length === 0
      ? []
      : [
          {
            id,
            heading: withCount(localize(title, displayLanguage), some.length, displayLanguage),
            markdown: listOf(some),
          },
        ];
  const byKind = [...Map.groupBy(documented, ({ kind }) => kind)].flatMap(([kind, same]) =>
    section(kind ?? "unread", kind ? kinds[kind] : words.unread, same),
  );
  const summary = localizedTexts(countSentence(action.action, answers), displayLanguage).map(escapeMarkdown);
  return [
    { id: "summary", heading: "", markdown: paragraphs(summary) },
    ...byKind,
    ...section("everyAction", words.every, others),
  ];
}

/** Returns a code with a link to its page, advice on retrying if that helps, and its meaning. */
function line({ code, row, retry }: ActionAnswer, { displayLanguage, linkTo }: PageOptions): string {
  const entry = row?.layer.entry(row.index);
  const name = entry ? markdownLink(codeSpan(code), linkTo(entry)) : codeSpan(code);
  const facts = [
    ...(retry === undefined || retry === "no" ? [] : [localize(retries[retry], displayLanguage)]),
    ...(entry ? localizedTexts(entry.summary, displayLanguage) : []),
  ];
  return `- ${[name, ...facts.map(escapeMarkdown)].join(" · ")}`;
}

const words = {
  unread: { en: "Other", "zh-CN": "其他" },
  every: { en: "Of every action", "zh-CN": "任何接口都可能返回" },
} satisfies Record<string, LocalizedText>;
