import { exampleTable } from "./data/data-tables.ts";
import type { Value } from "./data/value.ts";
import { yamlValue } from "./data/yaml-value.ts";
import { HeadingPath } from "./headings.ts";
import type { Block } from "./outline.ts";
import type { Table } from "./table.ts";

/** Longer examples, in UTF-16 units, are no answers with an error. */
const longestExample = 20_000;

/** Returns a table of the errors that a document shows as an API answers with them: JSON in fences. */
export function fencedExamples(blocks: readonly Block[], title = ""): Table[] {
  const headings = new HeadingPath();
  if (title) headings.open(0, title);
  const bySection = new Map<string, { path: string[]; values: Value[] }>();
  for (const block of blocks) {
    if (block.kind === "heading") headings.open(block.depth, block.text);
    if (block.kind !== "code" || !/^json[5c]?\b/.test(block.language) || block.text.length > longestExample)
      continue;
    const { value, problems } = yamlValue(block.text);
    if (!value || problems.length > 0) continue;
    const path = headings.texts();
    const section = bySection.get(path.join("\n")) ?? { path, values: [] };
    bySection.set(path.join("\n"), section);
    section.values.push(moved(value, block.start));
  }
  return [...bySection.values()].flatMap(({ path, values }) => exampleTable(values, path) ?? []);
}

/** Moves a value by an offset. */
function moved(value: Value, by: number): Value {
  const at = { start: value.start + by, end: value.end + by };
  if (value.kind === "scalar") return { ...value, ...at };
  if (value.kind === "list") return { ...value, ...at, items: value.items.map((item) => moved(item, by)) };
  const pairs = value.pairs.map(({ key, value: stated }) => ({
    key: { ...key, start: key.start + by, end: key.end + by },
    value: moved(stated, by),
  }));
  return { ...value, ...at, pairs };
}
