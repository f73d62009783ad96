import { type ActionAnswer, answersOf, countsOf } from "../../catalog/model/action-answers.ts";
import { type ActionKey, actionKeysNamed, actionNamesNear } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { countSentence } from "../../catalog/rendering/action.ts";
import { kinds, type Retry, retries } from "../../catalog/schema/terms.ts";
import { serviceTest } from "../../catalog/search/service-test.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { toVisible } from "../../catalog/text/visible-text.ts";
import type { Engine } from "./engine.ts";
import { colors } from "./terminal/colors.ts";
import { formatColumns, printJson, printPainted } from "./terminal/output.ts";
import { UsageError } from "./usage-error.ts";

/** Options of the `codes` command. */
export interface CodesOptions {
  provider?: string;
  service?: string;
  retryable?: boolean;
  json?: boolean;
  lang: DisplayLanguage;
}

/** If more services have an action of the name, they are listed, and not their codes. */
const maximumServices = 4;

/**
 * Runs `codes`: prints what an action can answer with, in each service that has one of the name. Returns the exit code: 1
 * if none has.
 */
export function codes({ catalog }: Engine, name: string, options: CodesOptions): number {
  const { json, lang } = options;
  const test = serviceTest(catalog, options);
  if ("unknown" in test) throw new UsageError(localize(test.unknown, lang));
  const { isMeant } = test;
  const actions = actionKeysNamed(catalog, name).filter(isMeant).sort(byService);
  if (actions.length === 0) {
    const near = actionNamesNear(catalog, name, isMeant);
    process.stderr.write(`error-codes: ${toVisible(localize(words.unknown(name, near), lang))}\n`);
  }
  if (json) printJson(actions.map((action) => toJson(action, catalog, options)));
  else if (actions.length > maximumServices) printPainted(servicesOf(actions, catalog, lang));
  else if (actions.length > 0)
    printPainted(actions.map((action) => sectionOf(action, catalog, options)).join("\n\n"));
  return actions.length > 0 ? 0 : 1;
}

function byService(a: ActionKey, b: ActionKey): number {
  return `${a.provider} ${a.service}` < `${b.provider} ${b.service}` ? -1 : 1;
}

/** Returns what an action answers with, as far as the options ask for it. */
function askedOf(catalog: Catalog, action: ActionKey, { retryable }: CodesOptions): ActionAnswer[] {
  const answers = answersOf(catalog, action);
  return retryable ? answers.filter(({ retry }) => retry === "backoff" || retry === "renew") : answers;
}

function toJson(action: ActionKey, catalog: Catalog, options: CodesOptions): object {
  return {
    ...action,
    codes: askedOf(catalog, action, options).map(({ code, isDocumented, isOfEvery, kind, retry, row }) => ({
      code,
      documented: isDocumented,
      everyAction: isOfEvery,
      kind,
      retry,
      summary: row?.layer.entry(row.index).summary,
    })),
  };
}

function titleOf({ provider, service, action }: ActionKey, catalog: Catalog, lang: DisplayLanguage): string {
  const names = [catalog.provider(provider)?.name, catalog.service(provider, service)?.name];
  const facts = names.flatMap((name) => (name ? localize(name, lang) : [])).join(" · ");
  return `${colors.bold(colors.cyan(toVisible(action)))}\n${colors.dim(toVisible(facts))}`;
}

function sectionOf(action: ActionKey, catalog: Catalog, options: CodesOptions): string {
  const { lang } = options;
  const answers = askedOf(catalog, action, options);
  const documented = answers.filter(({ isDocumented }) => isDocumented);
  const others = answers.filter(({ isDocumented }) => !isDocumented);
  const groups = ([...Object.keys(retries), undefined] as (Retry | undefined)[]).flatMap((retry) => {
    const same = documented.filter((answer) => answer.retry === retry);
    if (same.length === 0) return [];
    const heading = localize(retry === undefined ? words.unsaid : retries[retry], lang);
    return [`${colors.bold(`${heading} (${same.length})`)}\n${tableOf(same, lang)}`];
  });
  const rest =
    others.length > 0
      ? [
          `${colors.bold(localize(words.every, lang))}\n  ${others.map(({ code }) => toVisible(code)).join(", ")}`,
        ]
      : [];
  const summary = options.retryable
    ? []
    : [localize(countSentence(action.action, answers), lang)].map(toVisible);
  const nothing = answers.length === 0 ? [localize(words.noneWorthRetry, lang)] : [];
  return [titleOf(action, catalog, lang), ...summary, ...nothing, ...groups, ...rest].join("\n\n");
}

function tableOf(answers: readonly ActionAnswer[], lang: DisplayLanguage): string {
  const rows = answers.map(({ code, kind, row }) => {
    const summary = row ? localize(row.layer.entry(row.index).summary, lang) : "";
    return [`  ${code}`, kind ? localize(kinds[kind], lang) : "", summary];
  });
  return formatColumns(rows);
}

/** Returns a table of the services that have an action, with how many codes are documented for it. */
function servicesOf(actions: readonly ActionKey[], catalog: Catalog, lang: DisplayLanguage): string {
  const rows = actions.map((action) => {
    const { documented } = countsOf(answersOf(catalog, action));
    return [action.provider, action.service, action.action, localize(words.codes(documented), lang)];
  });
  return `${localize(words.severalServices(actions.length), lang)}\n${formatColumns(rows)}`;
}

const words = {
  unknown: (name: string, near: readonly string[]): LocalizedText => ({
    en: `There is no action '${name}'.${near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : ""}`,
    "zh-CN": `没有名为“${name}”的接口。${near.length > 0 ? `是否指 ${near.join("、")}？` : ""}`,
  }),
  unsaid: { en: "Whether a retry helps is not known", "zh-CN": "重试是否有效未知" },
  every: { en: "Every action can also answer with", "zh-CN": "任何接口都可能返回" },
  noneWorthRetry: {
    en: "No code of this action is worth a retry.",
    "zh-CN": "该接口没有值得重试的错误码。",
  },
  codes: (count: number): LocalizedText => ({
    en: count === 1 ? "1 code" : `${count} codes`,
    "zh-CN": `${count} 个错误码`,
  }),
  severalServices: (count: number): LocalizedText => ({
    en: `${count} services have this action; --provider and --service select one.`,
    "zh-CN": `${count} 个服务有该接口；可用 --provider 和 --service 选择。`,
  }),
} satisfies Record<string, LocalizedText | ((...values: never[]) => LocalizedText)>;
