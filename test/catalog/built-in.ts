import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assembleCatalog } from "../../catalog/model/built-in.ts";
import { Catalog } from "../../catalog/model/catalog.ts";
import { pinyinOf } from "../../catalog/search/pinyin-table.ts";

const folder = join(import.meta.dirname, "../../catalog");

/** The built-in catalog, read from its YAML files as the build reads them. */
export async function builtIn(): Promise<ReturnType<typeof assembleCatalog>> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(?:yaml|txt)$/.test(name))
    .sort();
  const files = paths.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") }));
  const { data, problems } = assembleCatalog(await Promise.all(files));
  return { data: { ...data, pinyin: pinyinOf(data) }, problems };
}

/** The built-in catalog without the services added to those of the first documents, so that ranks stay put as it grows. */
export async function small(): Promise<Catalog> {
  const { data } = await builtIn();
  const services = ["common", "ioa", "dc", "dev-machine"];
  const entries = data.entries.filter(
    ({ provider, service }) => provider !== "aws" && services.includes(service),
  );
  return new Catalog({ ...data, entries });
}
