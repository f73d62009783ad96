import type { Catalog } from "../../catalog/model/catalog.ts";
import { separatorOf } from "../../catalog/model/words.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";

/** A code of a provider together with the codes below it. */
export interface Family {
  provider: string;
  parent: string;
  /** The character between the parent and the rest of a child: `.` or `_`. */
  separator: string;
  /** The codes that start with the parent and the separator. */
  children: string[];
}

/** Returns the most likely provider of a literal: the first inferred one, else the only one that has the code. */
export function providerOf({ providers, entries }: AnalyzedLiteral): string | undefined {
  const [first] = providers;
  if (first) return first.provider;
  const owners = new Set(entries.map(({ provider }) => provider));
  return owners.size === 1 ? entries[0]?.provider : undefined;
}

/** Returns the family of which a code is the parent; undefined if the catalog has no codes of the provider below it. */
export function familyOf(parent: string, provider: string, catalog: Catalog): Family | undefined {
  for (const separator of new Set([separatorOf(parent), "."])) {
    const children = catalog
      .codesWithPrefix(parent + separator)
      .filter((code) =>
        catalog.entriesOf(code).some((entry) => entry.code === code && entry.provider === provider),
      );
    if (children.length > 0) return { provider, parent, separator, children };
  }
  return undefined;
}

/** Returns the part of a code before its first dot; undefined if it has none. */
export function parentNameOf(code: string): string | undefined {
  return /^[^.]+(?=\.)/.exec(code)?.[0];
}
