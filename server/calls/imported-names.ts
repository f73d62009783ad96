import type { Catalog } from "../../catalog/model/catalog.ts";
import { namesOfImport, pathOfImport } from "../inference/imports.ts";
import type { ProviderMark } from "../inference/marks.ts";
import { servicesNamedBy } from "../inference/services.ts";

/** Whose a name is that a file imports, and which services the imported path names. */
export interface ImportedName {
  provider: string;
  services: readonly string[];
}

/** Returns the names that a file imports from SDKs; `marks` are those of the file. */
export function importedNames(
  text: string,
  marks: readonly ProviderMark[],
  catalog: Catalog,
): ReadonlyMap<string, ImportedName> {
  const found = new Map<string, ImportedName>();
  for (const { provider, sign, index } of marks) {
    if (sign !== "import") continue;
    const segments = pathOfImport(text, index).split(/[./\\:]+/);
    const services = segments.flatMap((segment) => servicesNamedBy(segment, provider, catalog));
    for (const name of namesOfImport(text, index)) {
      const own = servicesNamedBy(name, provider, catalog);
      found.set(name, { provider, services: [...new Set([...services, ...own])] });
    }
  }
  return found;
}
