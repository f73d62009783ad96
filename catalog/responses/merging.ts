import type { FieldKind } from "./field-names.ts";
import { type Group, sure } from "./groups.ts";
import { withoutTails } from "./message-tails.ts";
import type { Value } from "./sentences/sentence.ts";

/** So many errors back, the same one is searched for: what states an error again stands near. */
const maximumBack = 100;

/** Merges the groups of one entry that state the same error; fields of a stronger form take precedence. */
export function merged(groups: readonly Group[]): Group[] {
  const records: Group[] = [];
  for (const group of groups.map(withoutTails).sort((a, b) => a.start - b.start)) {
    const last = records.slice(-maximumBack).findLastIndex((record) => isSame(record, group));
    const index = last + Math.max(0, records.length - maximumBack);
    const record = last < 0 ? undefined : records[index];
    if (record) records[index] = combined(record, group);
    else records.push(group);
  }
  return joined(records).filter(({ fields }) => Object.keys(fields).length > 0);
}

/** Whether two groups can state the same error: neither their codes nor their request IDs nor their actions differ. */
function isSame({ fields: a }: Group, { fields: b }: Group): boolean {
  const agrees = (kind: FieldKind) => !a[kind] || !b[kind] || equals(a[kind].value, b[kind].value);
  return agrees("code") && agrees("requestId") && agrees("action");
}

function equals(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase() || a.startsWith(b) || b.startsWith(a);
}

function combined(a: Group, b: Group): Group {
  const weightOf = ({ fields, strength }: Group) => strength + (fields.code ? 10 : 0);
  // A traceback ends with the exception that was not caught.
  const isLater = weightOf(b) > weightOf(a) || (weightOf(a) === 0 && weightOf(b) === 0);
  const [weak, strong] = isLater ? [a, b] : [b, a];
  const { path, format, idName } = strong.path === undefined ? weak : strong;
  const provider = strong.provider ?? weak.provider;
  // An inner text states why the request failed.
  const inner = strong.isOuterMessage && !weak.isOuterMessage ? weak.fields.message : undefined;
  const isAround = !strong.fields.message && isAroundCode(weak.fields.message, strong.fields.code);
  return {
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    fields: { ...weak.fields, ...strong.fields, ...(inner ? { message: inner } : {}) },
    strength: strong.strength,
    ...(isAround ? { isOuterMessage: true } : {}),
    ...(path === undefined ? {} : { path }),
    ...(format === undefined ? {} : { format }),
    ...(idName === undefined ? {} : { idName }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** Whether a message has the code inside: it is what a program says of the whole answer. */
function isAroundCode(message: Value | undefined, code: Value | undefined): boolean {
  return message !== undefined && code !== undefined && message.start < code.start && code.end < message.end;
}

/**
 * Gives errors what other entries of a log state of the same request, as where one has the headers and the next the
 * body.
 */
export function withSameRequest<T extends Group>(records: readonly T[]): T[] {
  const others = new Map<string, Group["fields"]>();
  for (const { fields } of records)
    if (fields.requestId && !fields.code && !others.has(fields.requestId.value))
      others.set(fields.requestId.value, fields);
  return records.map((record) => {
    const { code, requestId } = record.fields;
    const other = code && requestId && others.get(requestId.value);
    return other ? { ...record, fields: { ...other, ...record.fields } } : record;
  });
}

/** Gives what is stated beside the only error of an entry to that error, but for what an SDK says of another call. */
function joined(records: Group[]): Group[] {
  const [only, ...others] = records.filter(({ fields }) => fields.code);
  if (!only || others.length > 0) return records;
  const own = records
    .filter((record) => record === only || isSame(record, only) || isPassedOn(record, only))
    .map((record) => (isSame(record, only) ? record : { ...record, fields: statusOf(record) }));
  const apart = records.filter(
    (record) =>
      !isSame(record, only) &&
      !isPassedOn(record, only) &&
      record.strength >= sure &&
      record.fields.httpStatus,
  );
  return [own.reduce(combined), ...apart].sort((a, b) => a.start - b.start);
}

/** Whether a program has its own request ID for a call, and answers it with the status of the error that it met. */
function isPassedOn({ fields, strength }: Group, { fields: error }: Group): boolean {
  const { code, requestId, httpStatus } = fields;
  const isOwn = code === undefined && strength < sure && requestId && error.requestId;
  return Boolean(isOwn && httpStatus && !error.httpStatus && /^4/.test(httpStatus.value));
}

function statusOf({ fields: { httpStatus } }: Group): Group["fields"] {
  return httpStatus ? { httpStatus } : {};
}
