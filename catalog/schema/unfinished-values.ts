import type { GenericSchema } from "valibot";
import { partsOf } from "./schema-keys.ts";

/**
 * Deletes what is not written yet from a value: keys that can be left out and have no value, and empty items at the end of
 * lists. The indexes of other items stay.
 */
export function removeUnfinished(schema: GenericSchema, value: unknown): void {
  remove([schema], value);
}

function remove(schemas: readonly GenericSchema[], value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const variants = schemas.flatMap(variantsOf);
  if (Array.isArray(value)) {
    while (value.length > 0 && value.at(-1) === null) value.pop();
    const items = variants.flatMap(({ item }) => item ?? []);
    for (const one of value) remove(items, one);
    return;
  }
  const within = variants.flatMap(({ value: one }) => one ?? []);
  for (const [key, one] of Object.entries(value)) {
    const known = variants.flatMap(({ entries = {} }) =>
      Object.hasOwn(entries, key) ? (entries[key] ?? []) : [],
    );
    if (one === null && isOptional(known, within)) Reflect.deleteProperty(value, key);
    else remove([...known, ...within], one);
  }
}

/** Whether a key can be left out: the schemas of its value say so, or its mapping can have any keys. */
function isOptional(known: readonly GenericSchema[], within: readonly GenericSchema[]): boolean {
  return known.length > 0 ? known.every(({ type }) => type === "optional") : within.length > 0;
}

function variantsOf(schema: GenericSchema): ReturnType<typeof partsOf>[] {
  const parts = partsOf(schema);
  const inner = [...(parts.wrapped ? [parts.wrapped] : []), ...parts.options];
  return [parts, ...inner.flatMap(variantsOf)];
}
