import type { Catalog } from "../model/catalog.ts";
import type { Service } from "../model/entry.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import type { Filter } from "./query.ts";
import { unknownFilterMessage } from "./unknown-filters.ts";

/** A test of services, or what is said of a provider or service that does not exist. */
type ServiceTest =
  | { isMeant: (one: Pick<Service, "provider" | "service">) => boolean }
  | { unknown: LocalizedText };

/** Returns a test for the services of a provider, by its id, name or alias, and for those with an id. */
export function serviceTest(
  catalog: Catalog,
  { provider, service }: { provider?: string | undefined; service?: string | undefined },
): ServiceTest {
  const selected = provider === undefined ? undefined : catalog.providerNamed(provider);
  const unknown = (filter: Filter, value: string, known: string[]): ServiceTest => ({
    unknown: unknownFilterMessage({ filter, value, known }),
  });
  if (provider !== undefined && !selected)
    return unknown(
      "provider",
      provider,
      catalog.providers.map(({ id }) => id),
    );
  const ofProvider = catalog.services.filter((one) => !selected || one.provider === selected.id);
  const ids = [...new Set(ofProvider.map((one) => one.service))];
  const id = ids.find((one) => one.toLowerCase() === service?.toLowerCase());
  if (service !== undefined && id === undefined) return unknown("service", service, ids);
  return {
    isMeant: (one) =>
      (!selected || one.provider === selected.id) && (service === undefined || one.service === id),
  };
}
