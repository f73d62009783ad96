import * as v from "valibot";
import { Excerpt, type LiteralSet } from "../embedded.ts";
import type { Language } from "../language.ts";

export const notebook: Language = {
  name: "Jupyter Notebook",
  ids: ["jupyter"],
  extensions: [".ipynb"],
  read,
};

/** The parts of the notebook format that are needed. */
const schema = v.object({
  cells: v.array(v.object({ cell_type: v.string(), source: v.union([v.string(), v.array(v.string())]) })),
  metadata: v.optional(
    v.object({
      kernelspec: v.optional(v.object({ language: v.optional(v.string()) })),
      language_info: v.optional(v.object({ name: v.optional(v.string()) })),
    }),
  ),
});

const string = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;
/** A `source` field of the JSON text, whose value is a string or a list of strings. */
const source = new RegExp(
  String.raw`"source"\s*:\s*(?<value>${string}|\[\s*(?:${string}\s*,\s*)*(?:${string}\s*)?\])`,
  "g",
);

/**
 * Analyzes a notebook: the source of each cell is a region, in the language of the kernel or in Markdown. JSON keeps
 * the source as a list of escaped lines.
 */
function read(text: string): LiteralSet {
  const literalSet: LiteralSet = { literals: [], regions: [] };
  const parsed = parse(text);
  if (!parsed) return literalSet;
  const { cells, metadata } = parsed;
  const language = metadata?.kernelspec?.language ?? metadata?.language_info?.name ?? "python";
  let next = 0;
  for (const { 0: field, index, groups } of text.matchAll(source)) {
    const { value = "" } = groups ?? {};
    const excerpt = contentOfStrings(value, index + field.length - value.length);
    // Outputs may have a field "source" too, which is not the source of the next cell.
    const cell = cells[next];
    if (!cell || [cell.source].flat().join("") !== excerpt.text) continue;
    next++;
    literalSet.regions.push({ language: cell.cell_type === "code" ? language : cell.cell_type, excerpt });
  }
  return literalSet;
}

/** Parses the JSON of a notebook; undefined if it is not a valid notebook. */
function parse(text: string): v.InferOutput<typeof schema> | undefined {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    // A notebook may be invalid while it is merged or edited by hand.
    return undefined;
  }
}

/** Returns the content of all JSON strings in a value, without escapes; `start` is the offset of the value. */
function contentOfStrings(value: string, start: number): Excerpt {
  const excerpt = new Excerpt();
  for (const { 0: quoted, index } of value.matchAll(new RegExp(string, "g"))) {
    for (const piece of quoted.slice(1, -1).matchAll(/\\u[\dA-Fa-f]{4}|\\.|[^\\]+/g)) {
      const [raw] = piece;
      const plain = raw.startsWith("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
      excerpt.add(plain, start + index + 1 + piece.index);
    }
  }
  return excerpt;
}
