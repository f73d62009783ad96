import { type ActionKey, actionsWith, codesOfEveryAction } from "../model/actions.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { labels } from "../schema/terms.ts";
import {
  type DisplayLanguage,
  type LocalizedText,
  localize,
  localizedTexts,
} from "../text/localized-text.ts";
import { escapeMarkdown, paragraphs } from "./markdown.ts";
import type { PageOptions, Section } from "./section.ts";

/** As many actions are listed on a page: all that one can be documented for, so that what is not found is not there. */
const maximumActions = 10_000;

/**
 * Returns the section on the actions that a code is documented for, by service: that of the entry first, then those that
 * have most. There is none if nothing is known of any.
 */
export function actionSection(entry: Entry, catalog: Catalog, rendering: PageOptions): Section[] {
  const { displayLanguage } = rendering;
  const actions = actionsWith(catalog, entry.code).filter(({ provider }) => provider === entry.provider);
  const isOfEvery = codesOfEveryAction(catalog, entry.provider, entry.service).includes(entry.code);
  const services = [...Map.groupBy(actions, ({ service }) => service)].sort(
    ([a, ofA], [b, ofB]) =>
      Number(b === entry.service) - Number(a === entry.service) ||
      ofB.length - ofA.length ||
      (a < b ? -1 : 1),
  );
  const intro = [
    ...(isOfEvery ? localizedTexts(ofEvery, displayLanguage) : []),
    ...(actions.length > 0 ? localizedTexts(counted(actions.length, services.length), displayLanguage) : []),
  ];
  if (intro.length === 0) return [];
  return [
    {
      id: "answeredBy",
      heading: localize(labels.answeredBy, displayLanguage),
      markdown: paragraphs(intro.map(escapeMarkdown)),
      groups: groupsOf(services, catalog, rendering),
    },
  ];
}

function groupsOf(
  services: readonly [service: string, actions: ActionKey[]][],
  catalog: Catalog,
  { displayLanguage, linkToAction }: PageOptions,
): NonNullable<Section["groups"]> {
  let room = maximumActions;
  return services.map(([service, actions]) => {
    const sorted = actions.toSorted((a, b) => (a.action < b.action ? -1 : 1));
    const shown = sorted.slice(0, room);
    room -= shown.length;
    return {
      heading: withCount(
        nameOfService(actions[0]?.provider ?? "", service, catalog, displayLanguage),
        actions.length,
        displayLanguage,
      ),
      count: actions.length,
      items: shown.map((action) => ({ text: action.action, link: linkToAction(action) })),
    };
  });
}

/** Returns a heading with how many items are below it. */
export function withCount(heading: string, count: number, displayLanguage: DisplayLanguage): string {
  return displayLanguage === "zh-CN" ? `${heading}（${count}）` : `${heading} (${count})`;
}

function nameOfService(
  provider: string,
  service: string,
  catalog: Catalog,
  language: DisplayLanguage,
): string {
  return localize(catalog.service(provider, service)?.name, language) || service;
}

const ofEvery: LocalizedText = {
  en: "Every action can answer with this code.",
  "zh-CN": "任何接口都可能返回此错误码。",
};

function counted(actions: number, services: number): LocalizedText {
  const ofActions = actions === 1 ? "1 action" : `${actions} actions`;
  const ofServices = services === 1 ? "1 service" : `${services} services`;
  return {
    en: `It is documented for ${ofActions} of ${ofServices}.`,
    "zh-CN": `文档列出了 ${services} 个产品的 ${actions} 个接口会返回此错误码。`,
  };
}
