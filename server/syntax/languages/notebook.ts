import * as v from "valibot";
import { Excerpt, type LiteralSet } from "../embedded.ts";
import type { Language } from "../language.ts";

export const notebook: Language = {
  name: "Jupyter Notebook",
  ids: ["jupyter"],
  extensions: [".ipynb"],
  read,
};

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
const source = new RegExp(
  String.raw`"source"\s*:\s*(?<value>${string}|\[\s*(?:${string}\s*,\s*)*(?:${string}\s*)?\])`,
  "g",
);

/** Each cell's source, which JSON keeps as a list of escaped lines, in the language of the kernel or in Markdown. */
function read(text: string): LiteralSet {
  const { cells, metadata } = parse(text) ?? { cells: [] };
  const language = metadata?.kernelspec?.language ?? metadata?.language_info?.name ?? "python";
  const reading: LiteralSet = { literals: [], regions: [] };
  let next = 0;
  for (const { 0: whole, index, groups } of text.matchAll(source)) {
    const { value = "" } = groups ?? {};
    const excerpt = unescaped(value, index + whole.length - value.length);
    // Outputs may have a "source" too, which is none of the next cell's.
    const cell = cells[next];
    if (!cell || [cell.source].flat().join("") !== excerpt.text) continue;
    next++;
    reading.regions.push({ language: cell.cell_type === "code" ? language : cell.cell_type, excerpt });
  }
  return reading;
}

function parse(text: string): v.InferOutput<typeof schema> | undefined {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    // A notebook that is being merged or written by hand is no notebook yet.
    return undefined;
  }
}

/** The content of the JSON strings in a value that begins at an offset. */
function unescaped(value: string, start: number): Excerpt {
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
