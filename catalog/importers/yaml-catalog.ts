import { parseCatalogFile } from "../model/catalog-file.ts";
import { entriesOf, type Provider } from "../model/entry.ts";
import type { RawFile } from "../model/schema.ts";
import type { Importer } from "./importer.ts";

/** Our own format, which `docs/catalog-format.md` describes. */
export const yamlCatalog: Importer = {
  name: "YAML and JSON",
  extensions: [".yaml", ".yml", ".json"],

  read({ text, path, uri }, naming) {
    const { value, problems, problem } = parseCatalogFile(text, path);
    if (!value) return { value: undefined, problems };
    const ownProvider = providerOf(value);
    const id = ownProvider?.id ?? (typeof value.provider === "string" ? value.provider : naming.provider);
    if (!id && value.entries) {
      const missing = problem(["entries"], "error", {
        en: "The file has entries, but neither it nor the configuration names their provider.",
        "zh-CN": "文件中有条目，但文件和配置都没有指明其厂商（provider）。",
      });
      return { value: undefined, problems: [...problems, missing] };
    }
    const service = value.service ?? naming.service ?? "common";
    const entries = id ? entriesOf(value, id, service) : [];
    for (const [index, entry] of entries.entries()) {
      const { line, character } = problem(["entries", index, "code"], "hint", {});
      entry.origin = { uri, path, line, character };
    }
    const name = value.name ?? { en: service };
    const services = id ? [{ provider: id, service, name, ...(value.link ? { link: value.link } : {}) }] : [];
    const { concepts = [] } = value;
    const { complete = false } = naming;
    return {
      value: { providers: ownProvider ? [ownProvider] : [], services, entries, concepts, complete },
      problems,
    };
  },
};

function providerOf({ provider }: RawFile): Provider | undefined {
  return typeof provider === "object" ? provider : undefined;
}
