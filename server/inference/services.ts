import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Provider, Service } from "../../catalog/model/entry.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { namesOfImport, pathOfImport } from "./imports.ts";
import type { ProviderMark } from "./marks.ts";

/** The services that a file names, by provider id: ids of services, in the order in which the file names them. */
export type ImportedServices = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the services that a file works with: those that its imports (`service/ec2`, `@aws-sdk/client-s3`), its hosts
 * (`cvm.tencentcloudapi.com`) and the clients it creates by name (`boto3.client("ec2")`, `new AWS.S3()`) name. `marks`
 * are those of the file, see `ProviderInference.marksOf`. Services of a provider without such a mark are never among
 * them, nor are the common codes and those of SDKs.
 */
export function servicesImported(
  text: string,
  marks: readonly ProviderMark[],
  catalog: Catalog,
): ImportedServices {
  const found = new Map<string, Set<string>>();
  const names = namesOf(catalog);
  const add = (provider: string, segment: string) => {
    for (const service of servicesIn(segment, names.get(provider)))
      found.set(provider, (found.get(provider) ?? new Set()).add(service));
  };
  const bound = new Map<string, string>();
  for (const { provider, sign, index } of marks) {
    if (sign === "host") for (const label of hostLabels(text, index)) add(provider, label);
    if (sign !== "import") continue;
    for (const segment of pathOfImport(text, index).split(/[./\\:]+/))
      if (!partsOfSdks.has(lettersOf(segment))) add(provider, segment);
    for (const name of namesOfImport(text, index)) {
      if (!partsOfSdks.has(lettersOf(name))) add(provider, name);
      bound.set(name, provider);
    }
  }
  for (const [provider, segment] of clientsIn(text, bound)) add(provider, segment);
  return new Map([...found].map(([provider, services]) => [provider, [...services]]));
}

/**
 * Returns the rank of a service among those of its provider, to sort by: 0 if the file imports it, 1 for the codes
 * that all services have in common, 2 for the others.
 */
export function serviceRank(
  { provider, service }: Pick<Service, "provider" | "service">,
  imported: ImportedServices,
): number {
  if (imported.get(provider)?.includes(service)) return 0;
  return service === "common" ? 1 : 2;
}

/** Returns the services of a provider that a segment of a path or an identifier names. */
export function servicesNamedBy(segment: string, provider: string, catalog: Catalog): readonly string[] {
  return partsOfSdks.has(lettersOf(segment)) ? [] : servicesIn(segment, namesOf(catalog).get(provider));
}

/** Returns the labels of a host name before the domain at an offset: `ecs` and `cn-beijing` of `ecs.cn-beijing.aliyuncs.com`. */
function hostLabels(text: string, index: number): string[] {
  return /[\w.-]*$/.exec(text.slice(Math.max(0, index - maximumHost), index))?.[0].split(".") ?? [];
}

/** The maximum length of a host name in UTF-16 units. */
const maximumHost = 253;

/** Returns the names of the clients that a file creates with what it imports, each with its provider. */
function clientsIn(text: string, bound: ReadonlyMap<string, string>): [provider: string, name: string][] {
  if (bound.size === 0) return [];
  const found: [provider: string, name: string][] = [];
  for (const [, name = "", segment = ""] of text.matchAll(memberAccess)) {
    const provider = bound.get(name);
    if (provider !== undefined) found.push([provider, segment]);
  }
  const providers = new Set(bound.values());
  for (const [, segment = ""] of text.matchAll(clientCall))
    for (const provider of providers) found.push([provider, segment]);
  return found;
}

/** A member of something that has a name of its own. */
const memberAccess = /(?<![\w.])(\w+)\.(\w+)/g;

/** A call that creates the client of a service by its name. */
const clientCall = /\b(?:client|resource)\(\s*(?:service_name\s*=\s*)?["']([\w-]+)["']/g;

/** The ids of one provider's services by each of their names, in lower-case letters and digits. */
type ServiceNames = ReadonlyMap<string, readonly string[]>;

/** The names of the services of each provider, computed once for a catalog. */
const namesOfCatalog = new WeakMap<Catalog, ReadonlyMap<string, ServiceNames>>();

function namesOf(catalog: Catalog): ReadonlyMap<string, ServiceNames> {
  let names = namesOfCatalog.get(catalog);
  if (!names) {
    names = new Map(catalog.providers.map((provider) => [provider.id, serviceNames(provider, catalog)]));
    namesOfCatalog.set(catalog, names);
  }
  return names;
}

/** Services whose ids are also what SDKs name parts of themselves, such as the one with their options. */
const partsOfSdks: ReadonlySet<string> = new Set(["api", "config", "signer", "transfer"]);

/** Services whose ids are ordinary words of every path. */
const unnamed: ReadonlySet<string> = new Set(["common", "sdk"]);

function serviceNames(provider: Provider, { services }: Catalog): ServiceNames {
  const names = new Map<string, string[]>();
  const add = (name: string, service: string) => {
    const known = names.get(name);
    if (!known) names.set(name, [service]);
    else if (!known.includes(service)) known.push(service);
  };
  const brand = new Set([provider.name.en ?? "", ...provider.aliases].flatMap(wordsOf));
  const own = services.filter((one) => one.provider === provider.id && !unnamed.has(one.service));
  for (const { service } of own) add(lettersOf(service), service);
  for (const { service, name } of own) {
    const words = wordsOf(localize(name, "en").replace(/[(（].*$/, ""));
    add(words.filter((word) => !brand.has(word)).join(""), service);
  }
  return names;
}

/**
 * Returns the services that a segment of a path or an identifier names: as a whole, as its longest end, or by a part
 * of it (`aliyun-oss-go-sdk`), without a date or version at the end (`ecs20140526`), or by the initials of its words
 * (`SimpleQueueService`).
 */
function servicesIn(segment: string, names: ServiceNames | undefined): readonly string[] {
  if (!names || segment.length > maximumSegment) return [];
  const parts = segment.replace(/(?:Async)?Client$/, "").split(/[-_]/);
  const ends = parts.map((_, at) => parts.slice(at).join(""));
  const initials = segment.match(/[A-Z](?=[a-z])/g) ?? [];
  const candidates = [...ends, ...parts, ...(initials.length > 2 ? [initials.join("")] : [])];
  for (const candidate of candidates) {
    const letters = lettersOf(candidate);
    const found =
      names.get(letters) ??
      names.get(letters.replace(/v?\d+$/, "")) ??
      names.get(`${letters.replace(/service$/, "")}service`);
    if (found) return found;
  }
  return [];
}

/** The maximum length of a segment in UTF-16 units: longer ones are names of something else. */
const maximumSegment = 60;

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
