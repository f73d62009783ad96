import type { Entry, Service } from "./entry.ts";
import type { SdkStatement } from "./installed-sdk.ts";
import { normalizeSpelling } from "./words.ts";

/** What installed SDKs add to a catalog. */
export interface SdkAdditions {
  /** The entries of the codes that only SDKs have. */
  entries: readonly Entry[];
  statements: SdkStatements;
}

/** How many different sentences of services that the file may not use are shown. */
const maximumForeign = 2;

/** What the installed SDKs say of codes, to be asked by entry. */
export class SdkStatements {
  readonly #byCode: ReadonlyMap<string, readonly SdkStatement[]>;

  constructor(statements: readonly SdkStatement[]) {
    this.#byCode = Map.groupBy(
      statements.filter(({ text }) => text !== ""),
      keyOf,
    );
  }

  /**
   * Returns what SDKs say of the code of an entry, each sentence once: of its service; else of the services that the file
   * imports; else, if these are not several that differ, of any service.
   */
  of(
    entry: Pick<Entry, "provider" | "service" | "code">,
    isImported: (service: Pick<Service, "provider" | "service">) => boolean,
  ): SdkStatement[] {
    const all = this.#byCode.get(keyOf(entry)) ?? [];
    const own = all.filter(({ service }) => service === entry.service);
    if (own.length > 0) return distinct(own);
    const imported = all.filter(isImported);
    if (imported.length > 0) return distinct(imported);
    const others = distinct(all);
    return others.length <= maximumForeign ? others : [];
  }
}

/** SDKs may write separators and case otherwise than the API does. */
function keyOf({ provider, code }: Pick<Entry, "provider" | "code">): string {
  return `${provider} ${normalizeSpelling(code)}`;
}

function distinct(statements: readonly SdkStatement[]): SdkStatement[] {
  return [...Map.groupBy(statements, ({ text }) => text).values()].flatMap((same) => same[0] ?? []);
}
