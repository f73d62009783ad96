import type { GenericSchema } from "valibot";

/** The parts of a schema that can contain further schemas: of an object, an optional value, a list, a record, a union. */
interface Parts {
  entries?: Record<string, GenericSchema>;
  wrapped?: GenericSchema;
  item?: GenericSchema;
  value?: GenericSchema;
  options?: readonly unknown[];
}

/** Returns the parts of a schema; its options only as far as they are schemas themselves. */
export function partsOf(schema: GenericSchema): Omit<Parts, "options"> & { options: GenericSchema[] } {
  const { options = [], ...rest } = schema as Parts;
  return { ...rest, options: options.filter(isSchema) };
}

/** Returns the keys of all mappings that a schema describes, those of the outer ones first. */
export function keysIn(schema: GenericSchema): string[] {
  const { entries = {}, wrapped, item, value, options = [] } = schema as Parts;
  const inner = [wrapped, item, value, ...options, ...Object.values(entries)].filter(isSchema);
  return [...new Set([...Object.keys(entries), ...inner.flatMap(keysIn)])];
}

/** The options of a list of values to pick from are the values themselves. */
function isSchema(value: unknown): value is GenericSchema {
  return typeof value === "object" && value !== null && "kind" in value;
}
