import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assemble } from "../../catalog/built-in.ts";

const folder = join(import.meta.dirname, "../../catalog");

/** The built-in catalog, read from its YAML files as the build reads them. */
export async function builtIn(): Promise<ReturnType<typeof assemble>> {
  const paths = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".yaml")).sort();
  const files = paths.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") }));
  return assemble(await Promise.all(files));
}
