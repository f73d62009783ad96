import { roleOf } from "./columns.ts";
import type { Block, ListItem } from "./outline.ts";
import { labelOf } from "./record-fields.ts";
import { titleOf } from "./record-title.ts";

/** The share of the items of a list that must begin with a code. */
const mostItems = 0.7;

/** Returns the numbers of the lists whose items are errors: each begins with a code, and none names a field. */
export function listsOfErrors(blocks: readonly Block[]): ReadonlySet<number> {
  const items = blocks.filter((block) => block.kind === "item");
  const lists = Map.groupBy(items, ({ list }) => list);
  return new Set([...lists].filter(([, list]) => isOfErrors(list)).map(([number]) => number));
}

function isOfErrors(items: readonly ListItem[]): boolean {
  if (items.some((item) => namesField(item))) return false;
  const titled = items.filter((item) => titleOf(item, item.title !== undefined) !== undefined);
  return titled.length >= 2 && titled.length >= items.length * mostItems;
}

function namesField(item: ListItem): boolean {
  const label = labelOf(item);
  return label !== undefined && roleOf(label.text) !== undefined;
}
