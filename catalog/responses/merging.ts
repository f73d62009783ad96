import type { FieldKind } from "./field-names.ts";
import { type Group, sure } from "./groups.ts";
import { withoutPlaceholder } from "./identifiers.ts";
import { withoutTails } from "./message-tails.ts";
import type { Value } from "./sentences/sentence.ts";

/** So many errors back, the same one is searched for: what states an error again stands near. */
const maximumBack = 100;

/** What an entry states after so many groups is a list of data, or repeated. */
const maximumGroups = 4000;

/** Merges the groups of one entry that state the same error; fields of a stronger form take precedence. */
export function merged(groups: readonly Group[]): Group[] {
  const records: Group[] = [];
  /** What states a status or a message again, and may stand before the error that it is of. */
  let waiting: Group | undefined;
  const add = (group: Group) => {
    const first = Math.max(0, records.length - maximumBack);
    for (let index = records.length - 1; index >= first; index--) {
      const record = records[index] as Group;
      if (!isSame(record, group)) continue;
      records[index] = combined(record, group);
      return;
    }
    records.push(group);
  };
  const stated = groups.slice(0, maximumGroups).map((group) => withoutPlaceholder(withoutTails(group)));
  for (const group of stated.sort((a, b) => a.start - b.start)) {
    const isNext = waiting && group.fields.code && lacks(group, waiting) && isSame(waiting, group);
    if (waiting && !isNext) add(waiting);
    const last = records.at(-1);
    const isAgain = !group.fields.code && last?.fields.code && !lacks(last, group);
    const next = isNext && waiting ? combined(waiting, group) : group;
    waiting = isAgain ? group : undefined;
    if (!isAgain) add(next);
  }
  if (waiting) add(waiting);
  return joined(records).filter(({ fields }) => Object.keys(fields).length > 0);
}

/** Whether an error has neither the status nor the message that another group states. */
function lacks({ fields: error }: Group, { fields }: Group): boolean {
  const kinds = (["httpStatus", "message"] as const).filter((kind) => fields[kind]);
  return kinds.length === 0 || kinds.some((kind) => !error[kind]);
}

/** Whether two groups can state the same error: neither their codes nor their request IDs nor their actions differ. */
function isSame({ fields: a }: Group, { fields: b }: Group): boolean {
  const agrees = (kind: FieldKind) => !a[kind] || !b[kind] || equals(a[kind].value, b[kind].value);
  return agrees("code") && agrees("requestId") && agrees("action");
}

function equals(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a) || a.toLowerCase() === b.toLowerCase();
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
    fields: { ...weak.fields, ...strong.fields, ...(inner ? { message: inner } : {}), ...wholeId(a, b) },
    strength: strong.strength,
    ...(isAround ? { isOuterMessage: true } : {}),
    ...(path === undefined ? {} : { path }),
    ...(format === undefined ? {} : { format }),
    ...(idName === undefined ? {} : { idName }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** Returns the longer of two request IDs: the other one was cut off. */
function wholeId({ fields: { requestId: a } }: Group, { fields: { requestId: b } }: Group): Group["fields"] {
  return a && b ? { requestId: b.value.length > a.value.length ? b : a } : {};
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

/**
 * Gives the only error of a text what it does not state, and the only answer without a code does: people write the code,
 * and paste the headers; a log has the status on another line.
 */
export function withOnlyAnswer<T extends Group>(records: readonly T[]): T[] {
  const [error, ...errors] = records.filter(({ fields }) => fields.code);
  const answers = records.filter(
    ({ fields }) => !fields.code && !fields.message && isFailure(fields.httpStatus),
  );
  const [answer, ...others] = answers.some(({ fields }) => fields.requestId)
    ? answers.filter(({ fields }) => fields.requestId)
    : answers;
  if (!error || !answer || errors.length > 0 || error.fields.httpStatus) return [...records];
  const { requestId, httpStatus } = answer.fields;
  const isOther = requestId && error.fields.requestId;
  const isOnly = others.every(
    ({ fields }) =>
      fields.httpStatus?.value === httpStatus?.value && fields.requestId?.value === requestId?.value,
  );
  if (isOther || !isOnly) return [...records];
  const whole = { ...error, fields: { ...(requestId ? { requestId } : {}), httpStatus, ...error.fields } };
  return records.flatMap((record) => (answers.includes(record) ? [] : record === error ? whole : record));
}

function isFailure(status: Value | undefined): boolean {
  return Number(status?.value) >= 400;
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
