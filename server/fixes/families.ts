import type { Catalog } from "../../catalog/model/catalog.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";

/** A code that others stand below, at the provider that a place is about. */
export interface Family {
  provider: string;
  parent: string;
  /** What stands between it and what is below it. */
  separator: string;
  /** The codes below it. */
  children: string[];
}

/** The provider that a literal is most likely of: the first inferred, else the only one that has the code. */
export function providerOf({ providers, entries }: AnalyzedLiteral): string | undefined {
  const [first] = providers;
  if (first) return first.provider;
  const owners = new Set(entries.map(({ provider }) => provider));
  return owners.size === 1 ? entries[0]?.provider : undefined;
}

/** The family whose parent a code is; undefined where nothing is known to be below it. */
export function familyOf(parent: string, provider: string, catalog: Catalog): Family | undefined {
  const separators = parent.includes("_") || parent === parent.toUpperCase() ? ["_", "."] : ["."];
  for (const separator of separators) {
    const children = catalog
      .startingWith(parent + separator)
      .filter((code) =>
        catalog.get(code).some((entry) => entry.code === code && entry.provider === provider),
      );
    if (children.length > 0) return { provider, parent, separator, children };
  }
  return undefined;
}

/** The parent that a code names by what stands before its first separator. */
export function parentNameOf(code: string): string | undefined {
  return /^[^.]+(?=\.)/.exec(code)?.[0];
}
