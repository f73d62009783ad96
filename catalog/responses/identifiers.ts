import type { Group } from "./groups.ts";

/** An ID that is written by a machine: it has a digit, or is long and no repetition of one sign. */
function isId(value: string): boolean {
  return /\d/.test(value) ? !/^[0x*.-]+$/i.test(value) : value.length >= 16 && new Set(value).size > 6;
}

/** Returns a group without a request ID that only stands in the place of one: `XXX`, `REDACTED`, `your-request-id`. */
export function withoutPlaceholder(group: Group): Group {
  const { requestId, ...others } = group.fields;
  return requestId && !isId(requestId.value) ? { ...group, fields: others } : group;
}
