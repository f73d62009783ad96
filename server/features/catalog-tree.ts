import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { type Product, productsOf } from "../../catalog/model/products.ts";
import { kinds } from "../../catalog/schema/terms.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import type {
  CatalogResult,
  CodesParams,
  CodesResult,
  GroupItem,
  Grouping,
  ServiceItem,
} from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import { toCodeItem } from "./code-item.ts";

const kindOrder = Object.keys(kinds);

/**
 * Returns the providers of a catalog with their services, and how many entries each has. Providers with user catalogs
 * come first; so do such services, followed by `common`, which all services share, and the others by name.
 */
export function providersOf(catalog: Catalog, displayLanguage: DisplayLanguage): CatalogResult {
  const byProvider = Map.groupBy(productsOf(catalog), ({ provider }) => provider);
  const providers = catalog.providers.map(({ id, name }) => {
    const products = byProvider.get(id) ?? [];
    const services = [...Map.groupBy(products, ({ service }) => service)]
      .map(([service, ofService]) =>
        toItem(service, ofService, localize(catalog.service(id, service)?.name, displayLanguage)),
      )
      .sort((a, b) => ownFirst(a, b) || commonFirst(a, b) || a.name.localeCompare(b.name));
    return { ...toItem(id, products, localize(name, displayLanguage)), services: limited(services) };
  });
  return limited(providers.filter(({ count }) => count > 0).sort(ownFirst));
}

function toItem(id: string, products: readonly Product[], name: string): ServiceItem {
  const count = products.reduce((sum, product) => sum + product.count, 0);
  return { id, name: name || id, count, own: products.some(({ isOwn }) => isOwn) };
}

function ownFirst(a: ServiceItem, b: ServiceItem): number {
  return Number(b.own) - Number(a.own);
}

function commonFirst(a: ServiceItem, b: ServiceItem): number {
  return Number(b.id === "common") - Number(a.id === "common");
}

/** Returns the codes of a service in groups; codes in no group, or that would be alone in one, are listed apart. */
export function codeGroupsOf(
  catalog: Catalog,
  { provider, service, grouping }: CodesParams,
  displayLanguage: DisplayLanguage,
): CodesResult {
  const ofService = catalog.entriesIn(provider, service).sort((a, b) => (a.code < b.code ? -1 : 1));
  const entries = limited(ofService);
  const omitted = ofService.length - entries.length;
  const { groups: byKey, ungrouped } = groupEntries(entries, grouping, catalog);
  const grouper = groupers[grouping];
  const groups = byKey
    .map(([id, members]): GroupItem => {
      const items = members.map((entry) => toCodeItem(entry, catalog, displayLanguage));
      const [kind, ...others] = new Set(items.map((item) => item.kind));
      const name = grouper.name(id, members[0] as Entry, catalog, displayLanguage);
      return { id, name, codes: items, ...(kind && others.length === 0 ? { kind } : {}) };
    })
    .sort((a, b) => grouper.order(a, b) || (a.name < b.name ? -1 : 1));
  const codes = ungrouped.map((entry) => toCodeItem(entry, catalog, displayLanguage));
  return { groups, codes, ...(omitted > 0 ? { omitted } : {}) };
}

/** Returns entries in groups of several, by the ids of these, and the entries that are in none. */
export function groupEntries(
  entries: readonly Entry[],
  grouping: Grouping,
  catalog: Catalog,
): { groups: [id: string, members: Entry[]][]; ungrouped: Entry[] } {
  const grouper = groupers[grouping];
  const keyed = entries.flatMap((entry) => grouper.keys(entry, catalog).map((key) => ({ key, entry })));
  const groups = [...Map.groupBy(keyed, ({ key }) => key)]
    .filter(([key, { length }]) => key !== "" && length > 1)
    .map(([key, all]): [string, Entry[]] => [key, all.map(({ entry }) => entry)]);
  const grouped = new Set(groups.flatMap(([, members]) => members.map(({ code }) => code)));
  return { groups, ungrouped: entries.filter(({ code }) => !grouped.has(code)) };
}

/** A way to group codes. `keys` returns the ids of the groups that an entry belongs to; `""` means no group. */
interface Grouper {
  keys(entry: Entry, catalog: Catalog): string[];
  name(id: string, entry: Entry, catalog: Catalog, displayLanguage: DisplayLanguage): string;
  order(a: GroupItem, b: GroupItem): number;
}

const byKind = (a: GroupItem, b: GroupItem) =>
  kindOrder.indexOf(a.kind ?? "") - kindOrder.indexOf(b.kind ?? "");

const groupers: Record<Grouping, Grouper> = {
  family: {
    keys: ({ code }) => [/^[^._]+/.exec(code)?.[0] ?? ""],
    name: (id) => id,
    order: () => 0,
  },
  kind: {
    keys: (entry, catalog) => [catalog.kind(entry) ?? ""],
    name: (id, _entry, _catalog, displayLanguage) =>
      localize(kinds[id as keyof typeof kinds], displayLanguage),
    order: byKind,
  },
  status: {
    keys: ({ httpStatus }) => (httpStatus.length > 0 ? httpStatus.map(String) : [""]),
    name: (id) => `HTTP ${id}`,
    order: (a, b) => Number(a.id) - Number(b.id),
  },
  concept: {
    keys: ({ concept }) => [concept ?? ""],
    name: (id, entry, catalog, displayLanguage) =>
      localize(catalog.concept(entry)?.name, displayLanguage) || id,
    order: byKind,
  },
};
