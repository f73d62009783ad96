import { type Entry, type Provider, toEntry } from "../model/entry.ts";
import { parseCatalogFile } from "../schema/catalog-file.ts";
import type { CheckedFile, Problem } from "../schema/checked-file.ts";
import { problemsOf } from "../schema/problem-limit.ts";
import type { RawFile } from "../schema/schema.ts";
import type { Importer } from "./importer.ts";
import { parsePortions } from "./portions.ts";

/** A key that only our own format has at its top. */
const ownKey =
  /^(?:\ufeff|---\s+)?(?:version[ \t]*:[ \t]*1[ \t]*(?:#.*)?$|(?:provider|entries|concepts)[ \t]*:)|^\s*\{?\s*"(?:entries|concepts)"\s*:|^\s*\{\s*"version"\s*:\s*1\s*,/m;

/** Whether a file is of our own format, valid or not: one without any text may become so. */
export function isOwnFormat(path: string, text: string): boolean {
  return /\.(?:ya?ml|json)$|(?:^|[/\\])[^./\\]+$/i.test(path) && (ownKey.test(text) || text.trim() === "");
}

/** So many entries are put together in some milliseconds. */
const entriesPerSlice = 500;

/** Our own format, which `docs/catalog-format.md` describes. */
export const yamlCatalog: Importer = {
  name: "YAML and JSON",

  *read({ text, path, uri }, naming) {
    const { value, problems, problem } = (yield* parsePortions(text, path)) ?? parseCatalogFile(text, path);
    yield;
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
    const entries: Entry[] = [];
    const lines = text.split("\n");
    for (const [index, raw] of (id ? (value.entries ?? []) : []).entries()) {
      const { line, character } = problem(["entries", index, "code"], "hint", {});
      const entry = toEntry(raw, value, id ?? "", service);
      const isQuoted = /["']/.test(lines[line]?.charAt(character) ?? "");
      entry.origin = { uri, path, line, character: character + (isQuoted ? 1 : 0) };
      entries.push(entry);
      if (index % entriesPerSlice === 0) yield;
    }
    const name = value.name ?? { en: service };
    const services = id ? [{ provider: id, service, name, ...(value.link ? { link: value.link } : {}) }] : [];
    const { concepts = [] } = value;
    const { complete = false } = naming;
    return {
      value: { providers: ownProvider ? [ownProvider] : [], services, entries, concepts, complete },
      problems: [...problems, ...repeatedCodes(entries, problem)],
      problem,
    };
  },
};

/** Returns a problem for each entry whose code an earlier one has: what one of them states of it is easily missed. */
function repeatedCodes(entries: readonly Entry[], problem: CheckedFile<unknown>["problem"]): Problem[] {
  const lines = new Map<string, number>();
  const repeated: { index: number; line: number }[] = [];
  for (const [index, { code, origin }] of entries.entries()) {
    const line = lines.get(code);
    if (line === undefined) lines.set(code, origin?.line ?? 0);
    else repeated.push({ index, line });
  }
  return problemsOf(repeated, ({ index, line }) =>
    problem(["entries", index, "code"], "warning", {
      en: `This code is listed already, on line ${line + 1}. The two entries are merged.`,
      "zh-CN": `第 ${line + 1} 行已有此错误码，两个条目将合并。`,
    }),
  );
}

function providerOf({ provider }: RawFile): Provider | undefined {
  return typeof provider === "object" ? provider : undefined;
}
