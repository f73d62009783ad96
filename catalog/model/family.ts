import type { Catalog } from "./catalog.ts";
import type { Entry } from "./entry.ts";
import { separatorOf } from "./words.ts";

/** The codes related to an entry: one entry for each code, those of its own service first. */
export interface Family {
  /** The nearest less specific code that has an entry. */
  parent: Entry | undefined;
  /** The more specific codes. */
  children: Entry[];
  /** The other codes directly below the same prefix. */
  siblings: Entry[];
}

/** Returns the family of an entry among its provider's codes. */
export function familyOf(entry: Entry, catalog: Catalog): Family {
  const separator = separatorOf(entry.code);
  const parent = parentOf(entry, separator, catalog);
  // Words joined by "_" form a family only if their prefix is a code itself.
  const prefix = parent?.code ?? (separator === "." ? prefixOf(entry.code, separator) : undefined);
  const descendantsOf = (code: string) => catalog.entriesWithPrefix(entry.provider, code + separator);
  const siblings =
    prefix === undefined
      ? []
      : descendantsOf(prefix).filter(
          ({ code }) => code !== entry.code && !code.slice(prefix.length + 1).includes(separator),
        );
  return {
    parent,
    children: onePerCode(descendantsOf(entry.code), entry),
    siblings: onePerCode(siblings, entry),
  };
}

function parentOf(entry: Entry, separator: string, catalog: Catalog): Entry | undefined {
  for (let code = prefixOf(entry.code, separator); code !== undefined; code = prefixOf(code, separator)) {
    const [found] = onePerCode(
      catalog.entriesOf(code).filter((one) => one.code === code && one.provider === entry.provider),
      entry,
    );
    if (found) return found;
  }
  return undefined;
}

function prefixOf(code: string, separator: string): string | undefined {
  const at = code.lastIndexOf(separator);
  return at > 0 ? code.slice(0, at) : undefined;
}

/** Returns one entry for each code, preferably of the same service, then a common one; sorted in that order. */
function onePerCode(entries: readonly Entry[], { service }: Entry): Entry[] {
  const rank = (one: Entry) => (one.service === service ? 0 : one.service === "common" ? 1 : 2);
  const sorted = entries.toSorted((a, b) => rank(a) - rank(b));
  const seen = new Set<string>();
  return sorted.filter(({ code }) => !seen.has(code) && seen.add(code));
}
