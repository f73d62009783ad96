import { parseFile } from "../model/catalog-file.ts";
import { type Problem, problemOf } from "../model/checked-file.ts";
import type { CatalogData, Entry, Provider, Service } from "../model/entry.ts";
import { entriesOf } from "../model/entry.ts";
import { groupBy } from "../model/group-by.ts";
import type { Text } from "../model/localized-text.ts";
import type { RawFile } from "../model/schema.ts";
import { importMarkdown } from "./markdown.ts";

/** What a user says of a catalog file of theirs. */
export interface Naming {
  /** The provider of files that name none. */
  provider?: string;
  service?: string;
  /** Whether every valid code of its provider is in it. */
  complete?: boolean;
}

/** What a user's catalog file adds to the catalog. */
export interface Addition extends Pick<CatalogData, "concepts"> {
  providers: Provider[];
  services: Service[];
  entries: Entry[];
  complete: boolean;
}

/** Reads a user's catalog file: our YAML or JSON, or the tables of a Markdown document. */
export function readUsers(
  text: string,
  path: string,
  uri: string,
  naming: Naming,
): { value: Addition | undefined; problems: Problem[] } {
  const complete = naming.complete ?? false;
  if (/\.(?:md|markdown|mdx)$/i.test(path)) return readMarkdown(text, path, uri, { ...naming, complete });
  const { value, problems, problem } = parseFile(text, path);
  if (!value) return { value: undefined, problems };
  const own = providerOf(value);
  const id = own?.id ?? (typeof value.provider === "string" ? value.provider : naming.provider);
  if (!id && value.entries) {
    const missing = problem(["entries"], "error", {
      en: "The file has entries, but neither it nor the configuration names their provider.",
      "zh-CN": "文件中有条目，但文件和配置都没有指明其厂商（provider）。",
    });
    return { value: undefined, problems: [...problems, missing] };
  }
  const service = value.service ?? naming.service ?? "common";
  const entries = id ? entriesOf(value, id, service) : [];
  for (const [index, entry] of entries.entries()) {
    const { line, character } = problem(["entries", index, "code"], "hint", {});
    entry.origin = { uri, path, line, character };
  }
  const name = value.name ?? { en: service };
  const services = id ? [{ provider: id, service, name, ...(value.link ? { link: value.link } : {}) }] : [];
  const concepts = value.concepts ?? [];
  return { value: { providers: own ? [own] : [], services, entries, concepts, complete }, problems };
}

function providerOf({ provider }: RawFile): Provider | undefined {
  return typeof provider === "object" ? provider : undefined;
}

function readMarkdown(
  text: string,
  path: string,
  uri: string,
  { provider, service = "common", complete = false }: Naming,
): { value: Addition | undefined; problems: Problem[] } {
  if (!provider) {
    const message: Text = {
      en: "The configuration names no provider for this document.",
      "zh-CN": "配置没有为该文档指明厂商（provider）。",
    };
    return { value: undefined, problems: [problemOf(path, message)] };
  }
  const entries = importMarkdown(text).rows.map((row): Entry => {
    const { code, httpStatus, message, description, cause, fix, section, span } = row;
    return {
      provider,
      service,
      code,
      httpStatus,
      messages: message ? [message] : [],
      summary: inItsLanguage(description ?? message),
      ...(cause ? { cause: inItsLanguage(cause) } : {}),
      ...(fix ? { fix: inItsLanguage(fix) } : {}),
      source: [{ document: path, ...(section ? { section } : {}) }],
      origin: { uri, path, line: span.line, character: span.start },
    };
  });
  const services = [{ provider, service, name: { en: service } }];
  return { value: { providers: [], services, entries, concepts: [], complete }, problems: [] };
}

function inItsLanguage(text: string | undefined): Text {
  if (!text) return {};
  return /\p{Script=Han}/u.test(text) ? { "zh-CN": text } : { en: text };
}

/** The built-in catalog with users' own: their entries come first, and add to or replace what is known of a code. */
export function withUsers(builtIn: CatalogData, additions: readonly Addition[]): CatalogData {
  if (additions.length === 0) return builtIn;
  const added = mergeAlike(additions.flatMap(({ entries }) => entries));
  const known = groupBy(builtIn.entries, keyOf);
  const anywhere = groupBy(builtIn.entries, ({ provider, code }) => `${provider} ${code}`);
  const replaced = new Set<Entry>();
  const entries = added.map((entry) => {
    const same =
      known.get(keyOf(entry)) ??
      (entry.service === "common" ? anywhere.get(`${entry.provider} ${entry.code}`) : undefined);
    const [first] = same ?? [];
    if (!first) return entry;
    replaced.add(first);
    return enriched(first, entry);
  });
  const concepts = additions.flatMap((one) => one.concepts);
  const conceptIds = new Set(concepts.map(({ id }) => id));
  return {
    ...builtIn,
    providers: withProviders(builtIn, additions),
    services: withServices(builtIn, additions),
    concepts: [...concepts, ...builtIn.concepts.filter(({ id }) => !conceptIds.has(id))],
    entries: [...entries, ...builtIn.entries.filter((entry) => !replaced.has(entry))],
    complete: [...new Set(additions.filter(({ complete }) => complete).flatMap(providersIn))],
  };
}

function keyOf({ provider, service, code }: Entry): string {
  return `${provider} ${service} ${code}`;
}

function providersIn({ entries, services }: Addition): string[] {
  return [...entries, ...services].map(({ provider }) => provider);
}

/** Several rows on one code are one entry. */
function mergeAlike(entries: Entry[]): Entry[] {
  return [...groupBy(entries, keyOf).values()].map((same) =>
    same.slice(1).reduce((whole, one) => enriched(one, whole), same[0] as Entry),
  );
}

/** What is known of a code, with what a user says of it in its place. */
function enriched(known: Entry, own: Entry): Entry {
  const both = <T>(a: readonly T[], b: readonly T[]) => [...new Set([...a, ...b])];
  return {
    ...known,
    ...own,
    service: known.service,
    httpStatus: own.httpStatus.length > 0 ? own.httpStatus : known.httpStatus,
    messages: both(own.messages, known.messages),
    summary: { ...known.summary, ...own.summary },
    source: [...own.source, ...known.source],
  };
}

/** Users' providers stand first; one of which only the id is known gets it for a name. */
function withProviders(builtIn: CatalogData, additions: readonly Addition[]): Provider[] {
  const named = new Map(additions.flatMap(({ providers }) => providers).map((one) => [one.id, one]));
  for (const id of additions.flatMap(providersIn)) {
    if (named.has(id) || builtIn.providers.some((one) => one.id === id)) continue;
    named.set(id, bareProvider(id));
  }
  return [...named.values(), ...builtIn.providers.filter(({ id }) => !named.has(id))];
}

function bareProvider(id: string): Provider {
  const lists = { aliases: [], sharedFamilies: [], imports: [], hosts: [], responses: [] };
  return { id, name: { en: id }, links: {}, looseSpelling: false, ...lists };
}

function withServices(builtIn: CatalogData, additions: readonly Addition[]): Service[] {
  const services = [...builtIn.services];
  for (const one of additions.flatMap((addition) => addition.services)) {
    if (services.some(({ provider, service }) => provider === one.provider && service === one.service))
      continue;
    services.push(one);
  }
  return services;
}
