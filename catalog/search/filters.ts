import { documentedRows } from "../model/action-answers.ts";
import { actionKeysNamed } from "../model/actions.ts";
import { kindIn, retryIn, statusesIn } from "../model/compiled/traits.ts";
import type { CatalogLayer } from "../model/layer.ts";
import { kinds } from "../schema/terms.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import type { Filter } from "./query.ts";
import type { SearchScope } from "./ways/scope.ts";

/**
 * Returns for each entry of a layer, by number, 1 if it is not replaced and, of each filter, matches one value. Of the
 * entries of a code, those that are repeated count only if the filters name a service, or an action of one.
 */
export function acceptedBy(
  filters: ReadonlyMap<Filter, readonly string[]>,
  layer: CatalogLayer,
  scope: SearchScope,
): Uint8Array {
  const areAllAsked = filters.has("service") || filters.has("action");
  const accepted = areAllAsked ? new Uint8Array(layer.table.size).fill(1) : scope.index.notRepeated.slice();
  for (const index of layer.hidden) accepted[index] = 0;
  for (const [filter, values] of filters) {
    const tests = values.map((value) => testOf(filter, value, layer, scope));
    for (let index = 0; index < accepted.length; index++)
      if (accepted[index] && !tests.some((test) => test(index))) accepted[index] = 0;
  }
  return accepted;
}

/** Returns the id of the kind that has a name, in either language, or the name. */
function kindNamed(name: string): string {
  const isNamed = (texts: LocalizedText) => Object.values(texts).some((text) => text.toLowerCase() === name);
  return Object.entries(kinds).find(([, texts]) => isNamed(texts))?.[0] ?? name;
}

function testOf(
  filter: Filter,
  value: string,
  layer: CatalogLayer,
  { catalog, index }: SearchScope,
): (entry: number) => boolean {
  const { table } = index;
  const [concepts, owners, traits] = [table.column("concept"), table.column("owner"), table.column("traits")];
  const conceptIds = ["", ...table.conceptIds];
  const isOneOf = (numbers: Uint32Array, passes: readonly boolean[]) => (entry: number) =>
    passes[numbers[entry] as number] ?? false;
  switch (filter) {
    case "provider": {
      const ids = new Set(catalog.providersWithPrefix(value).map(({ id }) => id));
      const passes = table.owners.map(([provider]) => ids.has(provider));
      return isOneOf(owners, passes);
    }
    case "service": {
      const passes = table.owners.map(([, service]) => service === value);
      return isOneOf(owners, passes);
    }
    case "action": {
      const rows = actionKeysNamed(catalog, value).flatMap((action) => documentedRows(catalog, action));
      const entries = new Set(rows.flatMap((row) => (row.layer === layer ? row.index : [])));
      return (entry) => entries.has(entry);
    }
    case "status": {
      const digits = value.replace(/x+$/, "");
      const passes = table.statuses.map((list) => list.some((status) => `${status}`.startsWith(digits)));
      return (entry) => passes[statusesIn(traits[entry] as number)] ?? false;
    }
    case "kind":
    case "retry": {
      const ownIn = filter === "kind" ? kindIn : retryIn;
      const ofConcepts = conceptIds.map((id) => catalog.conceptWithId(id)?.[filter]);
      const wanted = filter === "kind" ? kindNamed(value) : value;
      return (entry) => (ownIn(traits[entry] as number) ?? ofConcepts[concepts[entry] as number]) === wanted;
    }
    case "concept": {
      const passes = conceptIds.map((id) => id === value);
      return isOneOf(concepts, passes);
    }
  }
}
