import type { GenericSchema } from "valibot";
import type { KeyPath } from "./schema-fault.ts";
import { partsOf } from "./schema-keys.ts";

/** Names that the validation library drops from mappings with any names as keys, without a word. */
const impossibleNames = ["__proto__", "constructor", "prototype"];

/** An unknown key, and how many unknown keys of the same mapping precede it. */
interface UnknownKey {
  keys: KeyPath;
  order: number;
  /** The keys that its mapping can have and does not have yet. */
  free: readonly string[];
}

/**
 * Deletes the keys that a schema does not have from a value, at any depth, and returns the keys that lead to them: the
 * first one of each mapping, then the second ones, and so on.
 */
export function removeUnknownKeys(
  schema: GenericSchema,
  value: unknown,
): Pick<UnknownKey, "keys" | "free">[] {
  const found: UnknownKey[] = [];
  collect([schema], value, [], found);
  return found.sort((a, b) => a.order - b.order);
}

/** Adds the unknown keys of a value that has to fit one of some schemas, and deletes them. */
function collect(
  schemas: readonly GenericSchema[],
  value: unknown,
  keys: KeyPath,
  found: UnknownKey[],
): void {
  if (typeof value !== "object" || value === null) return;
  const variants = schemas.flatMap(variantsOf);
  const within = Array.isArray(value)
    ? variants.flatMap(({ item }) => item ?? [])
    : variants.flatMap(({ value: one }) => one ?? []);
  const mappings = Array.isArray(value) ? [] : variants.filter(({ entries }) => entries !== undefined);
  const allowed = new Set(mappings.flatMap(({ entries = {} }) => Object.keys(entries)));
  const free = [...allowed].filter((key) => !Object.hasOwn(value, key));
  let order = 0;
  for (const [key, one] of Object.entries(value)) {
    const known = mappings.flatMap(({ entries = {} }) =>
      Object.hasOwn(entries, key) ? (entries[key] ?? []) : [],
    );
    const path = [...keys, Array.isArray(value) ? Number(key) : key];
    const isPossible = known.length > 0 || (within.length > 0 && !impossibleNames.includes(key));
    if (isPossible) collect([...known, ...within], one, path, found);
    else if (mappings.length + within.length > 0 && Reflect.deleteProperty(value, key))
      found.push({ keys: path, order: order++, free });
  }
}

/** Returns the parts of a schema, and of what it consists of in turn: an optional value, the variants of a union. */
function variantsOf(schema: GenericSchema): ReturnType<typeof partsOf>[] {
  const parts = partsOf(schema);
  const inner = [...(parts.wrapped ? [parts.wrapped] : []), ...parts.options];
  return [parts, ...inner.flatMap(variantsOf)];
}
