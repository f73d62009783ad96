import type { Catalog } from "../../catalog/model/catalog.ts";
import { ImportLines, isCreatedByFullName, namesOfImport, pathOfImport } from "../inference/imports.ts";
import type { ProviderMark } from "../inference/marks.ts";
import { servicesNamedBy } from "../inference/services.ts";
import type { Idiom } from "./idioms/idiom.ts";
import { idioms } from "./idioms/index.ts";

/** Whose a name is that a file imports, and which services the imported path names. */
export interface ImportedName {
  provider: string;
  services: readonly string[];
}

/** An imported package of a provider. */
interface Import {
  provider: string;
  /** The offset of the package's name. */
  index: number;
  /** The part of the path that may name services. */
  path: string;
}

/** Returns the packages of providers that a file imports; `marks` are those of the file. */
export function importsIn(text: string, marks: readonly ProviderMark[]): Import[] {
  const marked = marks
    .filter(({ sign, index }) => sign === "import" && isStartOfPath(text, index))
    .map(({ provider, index }) => ({ provider, index, path: pathOfImport(text, index) }));
  return [...marked, ...idioms.flatMap((idiom) => packagesIn(text, idiom))];
}

/** Whether a path begins at an offset: `tencentcloud` inside of another path is a folder of somebody else. */
function isStartOfPath(text: string, index: number): boolean {
  return !/[\w./@-]$|\w\\$/.test(text.slice(Math.max(0, index - 2), index));
}

/** Returns the imported packages of single services, which the catalog does not list. */
function packagesIn(text: string, { provider, packages }: Idiom): Import[] {
  if (packages.length === 0) return [];
  const lines = new ImportLines(text);
  const beginnings = packages.map((one) => one.replace(".", "\\.")).join("|");
  return [...text.matchAll(new RegExp(`(?<![\\w.])(?:${beginnings})`, "g"))]
    .filter(({ index }) => lines.isImport(index))
    .map(({ 0: { length }, index }) => ({ provider, index, path: pathOfImport(text, index + length) }));
}

/** Returns the last name of a module of which a statement imports parts alone: `from aliyunsdkcore.client import AcsClient`. */
function moduleOf(text: string, index: number, path: string): string | undefined {
  if (!/\bfrom\s+$/.test(text.slice(Math.max(0, index - 20), index))) return undefined;
  const name = /\w+$/.exec(path)?.[0];
  const behind = /^[\w.]*\s+import\s([^\n]*)/.exec(text.slice(index, index + maximumStatement))?.[1] ?? "";
  return name !== undefined && new RegExp(`\\b${name}\\b`).test(behind) ? undefined : name;
}

/** How much of an import statement is read, in UTF-16 units. */
const maximumStatement = 500;

/** Returns the names that some imports of a file bind. */
export function importedNames(
  text: string,
  imports: readonly Import[],
  catalog: Catalog,
): ReadonlyMap<string, ImportedName> {
  const found = new Map<string, ImportedName>();
  for (const { provider, index, path } of imports) {
    const segments = path.split(/[./\\:]+/);
    const services = segments.flatMap((segment) => servicesNamedBy(segment, provider, catalog));
    const module = moduleOf(text, index, path);
    const names = isCreatedByFullName(text, index) ? segments.slice(-1) : namesOfImport(text, index);
    for (const name of names) {
      if (name === module) continue;
      const own = servicesNamedBy(name, provider, catalog);
      found.set(name, { provider, services: [...new Set([...services, ...own])] });
    }
  }
  return found;
}
