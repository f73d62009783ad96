import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assembleCatalog } from "../../catalog/model/built-in.ts";
import { Catalog } from "../../catalog/model/catalog.ts";
import type { CompiledCatalog } from "../../catalog/model/compiled/compiled-catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { explainByName } from "../../catalog/naming/explain-by-name.ts";
import { pinyinOf } from "../../catalog/search/pinyin-table.ts";
import { nodeHost } from "../../server/workspace/host.node.ts";

const folder = join(import.meta.dirname, "../../catalog");

let loaded: ReturnType<typeof load> | undefined;

/** Reads the built-in catalog from its files in the same way as the build. */
export async function builtIn(): Promise<ReturnType<typeof assembleCatalog>> {
  loaded ??= load();
  const { data, problems } = await loaded;
  return { data: { ...data }, problems };
}

async function load(): Promise<ReturnType<typeof assembleCatalog>> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(?:yaml|txt)$/.test(name))
    .sort();
  const files = paths.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") }));
  const { data: stated, problems } = assembleCatalog(await Promise.all(files));
  const data = explainByName(stated);
  return { data: { ...data, pinyin: pinyinOf(data) }, problems };
}

/** Returns the entries that the catalog explains in its own words, each once. */
export function explained(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ basis, isRepeated }) => !basis && !isRepeated);
}

let table: Promise<CompiledCatalog> | undefined;

/**
 * Returns the built-in catalog as the build has compiled it, which takes a hundredth of the time of {@link builtIn};
 * nothing changes it. That it is the one of the files is a test of its own.
 */
export function compiled(): Promise<CompiledCatalog> {
  table ??= nodeHost(join(import.meta.dirname, "../../dist")).readCatalog();
  return table;
}

/** Returns the built-in catalog, without what other tests have asked of it. */
export async function builtInCatalog(): Promise<Catalog> {
  return new Catalog(await compiled());
}

/** Returns only the services of the first documents, so that search ranks do not change as the built-in catalog grows. */
export async function small(): Promise<Catalog> {
  const { data } = await builtIn();
  const services = ["common", "ioa", "dc", "dev-machine"];
  const entries = explained(data.entries).filter(
    ({ provider, service }) => provider !== "aws" && services.includes(service),
  );
  return new Catalog({ ...data, entries });
}
