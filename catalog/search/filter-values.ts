import type { Catalog } from "../model/catalog.ts";
import { statusesIn } from "../model/compiled/traits.ts";
import { kinds, retries } from "../schema/terms.ts";
import { type DisplayLanguage, type LocalizedText, localize } from "../text/localized-text.ts";
import { type Filter, parseQuery } from "./query.ts";

/** What a filter can be completed to: its text in a query, its name in the display language, and what it belongs to. */
interface FilterValue {
  text: string;
  name: string;
  detail?: string;
}

/** The values that complete the filter at the end of a query, which begins at `start`, in UTF-16 units. */
export interface FilterValues {
  start: number;
  values: FilterValue[];
}

/** A value before it is known whether it fits. */
interface Candidate {
  id: string;
  name: LocalizedText;
  detail?: LocalizedText;
}

/** The filters that have values to choose from, with an example each, as an empty query offers them. */
const filters: readonly [text: string, name: LocalizedText, example: LocalizedText][] = [
  ["@", { en: "Provider", "zh-CN": "厂商" }, { en: "@tencent", "zh-CN": "@腾讯云" }],
  ["service:", { en: "Service", "zh-CN": "服务" }, { en: "service:cvm" }],
  ["kind:", { en: "Kind", "zh-CN": "类别" }, { en: "kind:quota", "zh-CN": "kind:配额" }],
  ["retry:", { en: "Retry", "zh-CN": "重试" }, { en: "retry:backoff" }],
  ["status:", { en: "HTTP status", "zh-CN": "HTTP 状态码" }, { en: "status:403" }],
  ["action:", { en: "Action", "zh-CN": "接口" }, { en: "action:RunInstances" }],
];

/** What the classes of HTTP statuses, and those that clouds use most, say. */
const statusNames: Readonly<Record<string, LocalizedText>> = {
  "4xx": { en: "The request is at fault", "zh-CN": "请求有误" },
  "5xx": { en: "The server is at fault", "zh-CN": "服务端出错" },
  "400": { en: "Bad request", "zh-CN": "请求无效" },
  "401": { en: "Not authenticated", "zh-CN": "未通过身份认证" },
  "402": { en: "Payment required", "zh-CN": "需要付费" },
  "403": { en: "Forbidden", "zh-CN": "禁止访问" },
  "404": { en: "Not found", "zh-CN": "不存在" },
  "405": { en: "Method not allowed", "zh-CN": "不允许的方法" },
  "408": { en: "Request timeout", "zh-CN": "请求超时" },
  "409": { en: "Conflict", "zh-CN": "冲突" },
  "412": { en: "Precondition failed", "zh-CN": "前提条件不满足" },
  "429": { en: "Too many requests", "zh-CN": "请求过于频繁" },
  "500": { en: "Internal error", "zh-CN": "内部错误" },
  "502": { en: "Bad gateway", "zh-CN": "网关错误" },
  "503": { en: "Unavailable", "zh-CN": "服务不可用" },
  "504": { en: "Gateway timeout", "zh-CN": "网关超时" },
};

const unfinishedFilter =
  /(?<!\S)(?:@(?<provider>[\p{L}\p{N}-]*)|(?<key>provider|service|status|kind|retry|concept):(?<value>\S*))$/iu;

/**
 * Returns the values that the filter at the end of a query can be completed to: those that begin with what is written, or
 * have it in their names in either language. The `providers`, such as those of a file, and their services come first.
 * None if the value is complete; an empty query gets the filters themselves.
 */
export function filterValues(
  query: string,
  catalog: Catalog,
  providers: readonly string[],
  displayLanguage: DisplayLanguage,
): FilterValues {
  if (query.trim() === "") {
    const values = filters.map(([text, name, example]) => ({
      text,
      name: localize(name, displayLanguage),
      detail: localize(example, displayLanguage),
    }));
    return { start: 0, values };
  }
  const found = unfinishedFilter.exec(query.slice(-maximumLength));
  if (!found?.groups) return { start: query.length, values: [] };
  const { provider, key = "provider", value = "" } = found.groups;
  const filter = key.toLowerCase() as Filter;
  const written = (provider ?? value).toLowerCase();
  const prefix = provider === undefined ? `${key}:` : "@";
  const before = query.slice(0, query.length - found[0].length);
  const candidates = candidatesOf(filter, before, catalog, providers);
  const isComplete = candidates.some(({ id }) => id.toLowerCase() === written);
  const values = candidates
    .filter((one) => !isComplete && fits(one, written))
    .map(({ id, name, detail }): FilterValue => {
      const text = `${prefix}${id}`;
      const belongsTo = localize(detail, displayLanguage);
      return {
        text,
        name: localize(name, displayLanguage) || id,
        ...(belongsTo ? { detail: belongsTo } : {}),
      };
    });
  return { start: before.length, values };
}

/** The length to which the end of a query is read, in UTF-16 units; no value is longer. */
const maximumLength = 100;

function fits({ id, name }: Candidate, written: string): boolean {
  // Chinese has no blanks between words.
  const isInside = (text: string) => /\p{Script=Han}/u.test(written) && text.includes(written);
  const isNamed = (text: string) => ` ${text}`.includes(` ${written}`) || isInside(text);
  const names = Object.values(name).map((text) => text.toLowerCase());
  return id.toLowerCase().startsWith(written) || names.some(isNamed);
}

function candidatesOf(
  filter: Filter,
  before: string,
  catalog: Catalog,
  providers: readonly string[],
): Candidate[] {
  const rankOf = (id: string) => (providers.includes(id) ? providers.indexOf(id) : providers.length);
  const named = (texts: Readonly<Record<string, LocalizedText>>): Candidate[] =>
    Object.entries(texts).map(([id, name]) => ({ id, name }));
  switch (filter) {
    case "provider":
      return catalog.providers
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => rankOf(a.id) - rankOf(b.id));
    case "service": {
      const asked = parseQuery(before)
        .filters.get("provider")
        ?.flatMap((one) => catalog.providersWithPrefix(one));
      return catalog.services
        .filter(({ provider }) => !asked || asked.some(({ id }) => id === provider))
        .sort((a, b) => rankOf(a.provider) - rankOf(b.provider))
        .map(({ provider, service, name }) => {
          const detail = catalog.provider(provider)?.name;
          return { id: service, name, ...(detail ? { detail } : {}) };
        });
    }
    case "kind":
      return named(kinds);
    case "retry":
      return named(retries);
    case "status":
      return statusesOf(catalog);
    case "concept":
      return catalog.concepts.map(({ id, name }) => ({ id, name }));
    case "action":
      return [];
  }
}

/** Returns the classes of statuses, and the statuses that codes of the catalog are returned with. */
function statusesOf({ layers }: Catalog): Candidate[] {
  const known = new Set<number>();
  for (const layer of layers) {
    const traits = layer.table.column("traits");
    const lists = new Set<number>();
    for (let index = 0; index < traits.length; index++)
      if (!layer.isRepeated(index)) lists.add(statusesIn(traits[index] as number));
    for (const list of lists) for (const status of layer.table.statuses[list] ?? []) known.add(status);
  }
  const statuses = [...known].sort((a, b) => a - b).map(String);
  return ["4xx", "5xx", ...statuses].map((id) => ({ id, name: statusNames[id] ?? {} }));
}
