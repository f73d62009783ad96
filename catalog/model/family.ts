import type { Catalog } from "./catalog.ts";
import type { Entry } from "./entry.ts";

/** The codes around one: each list with those of its own service first, one entry for each code. */
export interface Family {
  /** The nearest less specific code that is there. */
  parent: Entry | undefined;
  /** The more specific ones. */
  children: Entry[];
  /** The others directly below the same prefix. */
  siblings: Entry[];
}

/** The family of a code at its provider. */
export function familyOf(entry: Entry, catalog: Catalog): Family {
  const separator = separatorOf(entry.code);
  const own = catalog.entries.filter(({ provider }) => provider === entry.provider);
  const parent = parentOf(entry, separator, own);
  // Words joined by "_" are a family only where its name is a code, too.
  const prefix = parent?.code ?? (separator === "." ? above(entry.code, separator) : undefined);
  const below = (code: string) => own.filter((one) => one.code.startsWith(code + separator));
  const siblings =
    prefix === undefined
      ? []
      : below(prefix).filter(
          ({ code }) => code !== entry.code && !code.slice(prefix.length + 1).includes(separator),
        );
  return { parent, children: inOrder(below(entry.code), entry), siblings: inOrder(siblings, entry) };
}

function separatorOf(code: string): string {
  return code.includes("_") || code === code.toUpperCase() ? "_" : ".";
}

function parentOf(entry: Entry, separator: string, own: readonly Entry[]): Entry | undefined {
  for (let code = above(entry.code, separator); code !== undefined; code = above(code, separator)) {
    const [found] = inOrder(
      own.filter((one) => one.code === code),
      entry,
    );
    if (found) return found;
  }
  return undefined;
}

function above(code: string, separator: string): string | undefined {
  const at = code.lastIndexOf(separator);
  return at > 0 ? code.slice(0, at) : undefined;
}

/** One entry for each code: of the same service where it has it, else a common one; in this order. */
function inOrder(entries: readonly Entry[], { service }: Entry): Entry[] {
  const rank = (one: Entry) => (one.service === service ? 0 : one.service === "common" ? 1 : 2);
  const sorted = entries.toSorted((a, b) => rank(a) - rank(b));
  const seen = new Set<string>();
  return sorted.filter(({ code }) => !seen.has(code) && seen.add(code));
}
