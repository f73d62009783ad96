import { roleOf } from "./columns.ts";
import type { Cell } from "./table.ts";

/** What a line says of an error: `HTTP status: 404`. The text of a label alone, as above a list, is empty. */
export interface Field {
  label: string;
  value: Cell;
}

/** In UTF-16 units. */
const longestLabel = 40;

const label = /^[`*_"“]*([\p{L}][^:：\n]*?)[`*_"”]*\s*[:：][`*_]*(?=\s|$|[^\s/])/u;

/** Returns the label that a line begins with, undefined if it has none. */
export function labelOf({ text, start, end }: Cell): Cell | undefined {
  const found = label.exec(text)?.[1]?.trim();
  if (!found || found.length > longestLabel || found.split(/\s+/).length > 5) return undefined;
  // “Error 213: …” says which one it is.
  if (/\s\d{2,}$/.test(found)) return undefined;
  return { text: found, start, end };
}

/**
 * Returns the fields in the lines of a text, with the lines that go on with them, and the lines before the first one. A
 * label that no column is known by counts only where it is `short`: at most three words.
 */
export function fieldsIn(cell: Cell, allowsUnknown: boolean): { before: string; fields: Field[] } {
  const fields: Field[] = [];
  const before: string[] = [];
  for (const line of cell.text.split("\n")) {
    const found = labelOf({ ...cell, text: line });
    const isField =
      found !== undefined &&
      (roleOf(found.text) !== undefined || (allowsUnknown && found.text.split(/\s+/).length <= 3));
    const last = fields.at(-1);
    if (isField) fields.push({ label: found.text, value: { ...cell, text: line.replace(label, "").trim() } });
    else if (last) goOn(last, line);
    else before.push(line);
  }
  return { before: before.join("\n"), fields };
}

/** Adds a line to the value of a field. */
export function goOn(field: Field, text: string): void {
  const { value } = field;
  field.value = { ...value, text: value.text === "" ? text : `${value.text}\n${text}` };
}
