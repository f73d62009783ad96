import { roleOf } from "./columns.ts";
import type { Block, ListItem } from "./outline.ts";
import { fieldsIn, labelOf } from "./record-fields.ts";
import { listedForms, numberedForm, type RecordTitle, titleOf } from "./record-title.ts";

/** The share of the items of a list that must begin with a code. */
const mostItems = 0.7;

/** Returns the numbers of the lists whose items are errors: each begins with a code, and none names a field. */
export function listsOfErrors(blocks: readonly Block[]): ReadonlySet<number> {
  const items = blocks.filter((block) => block.kind === "item");
  const lists = Map.groupBy(items, ({ list }) => list);
  return new Set([...lists].filter(([, list]) => isOfErrors(list)).map(([number]) => number));
}

/** Returns the title of an item that begins with its code, or with a line that says which it is: `Error code: E1001`. */
export function titleOfItem(
  item: ListItem,
  forms: ReadonlySet<string> = new Set(),
): { title: RecordTitle; rest: string } | undefined {
  const [line = "", ...others] = item.text.split("\n");
  const label = labelOf({ ...item, text: line });
  if (label && roleOf(label.text) === "code") {
    const text = fieldsIn({ ...item, text: line }, false).fields[0]?.value.text ?? "";
    const title = titleOf({ ...item, text }, true);
    return title && { title, rest: others.join("\n") };
  }
  // “`raise({ code })` throws one”: what goes on in code is an expression.
  if (item.title && /^[\w$.]+\s*[({[=<>]/.test(item.title.text)) return undefined;
  const isListed = forms.has(numberedForm(item) ?? "");
  const title = titleOf(item, item.title !== undefined, isListed);
  return title && { title, rest: "" };
}

/** Whether a list has one item that says which code it is, and more of it. */
function isLabelled([item, ...others]: readonly ListItem[]): boolean {
  return item !== undefined && others.length === 0 && (titleOfItem(item)?.rest ?? "") !== "";
}

function isOfErrors(items: readonly ListItem[]): boolean {
  if (items.some((item) => namesField(item))) return false;
  const forms = listedForms(items);
  const titled = items.filter((item) => titleOfItem(item, forms) !== undefined);
  return isLabelled(items) || (titled.length >= 2 && titled.length >= items.length * mostItems);
}

function namesField(item: ListItem): boolean {
  const label = labelOf(item);
  return label !== undefined && roleOf(label.text) !== undefined && !titleOfItem(item)?.rest;
}
