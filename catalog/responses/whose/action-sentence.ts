import type { Catalog } from "../../model/catalog.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../../text/localized-text.ts";
import type { ReportedAction } from "./action.ts";

/** How many of the services that have an action are named. */
const maximumServices = 3;

/** Returns a line about the action that was called: its services, and whether it is documented to answer so. */
export function actionSentence(
  { action, services, answers }: ReportedAction,
  provider: string,
  catalog: Catalog,
  displayLanguage: DisplayLanguage,
): string {
  const names = services
    .slice(0, maximumServices)
    .map((service) => localize(catalog.service(provider, service)?.name, displayLanguage) || service);
  const all = [...names, ...(services.length > names.length ? ["…"] : [])];
  const says = localize(sentences[answers], displayLanguage);
  return displayLanguage === "zh-CN"
    ? `${action}（${all.join("、")}）：${says}`
    : `${action} (${all.join(", ")}): ${says}`;
}

const sentences: Record<ReportedAction["answers"], LocalizedText> = {
  documented: { en: "documented to answer with this code", "zh-CN": "文档列有该错误码" },
  every: { en: "like every action, it can answer with this code", "zh-CN": "任何接口都可能返回该错误码" },
  undocumented: { en: "this code is not documented for it", "zh-CN": "文档未列出该错误码" },
};
