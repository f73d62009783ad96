import { EntryReader } from "./entry-reader.ts";
import type { Group } from "./groups.ts";
import { withOnlyAnswer, withSameRequest } from "./merging.ts";
import { cleaned } from "./text/cleaning.ts";
import { logEntriesIn } from "./text/log-entries.ts";
import type { MappedText } from "./text/mapped-text.ts";
import type { Vocabulary } from "./whose/vocabulary.ts";

/** An error that a text reports, and the log entry around it, which tells whose it is. Offsets are those of the text. */
export interface ErrorRecord extends Group {
  /** Whether the text does not state the code, but its message stands for it. */
  isFromMessage?: boolean;
  entry: string;
}

/** What follows so many errors of a log is not read: they are repeated, and few of them are shown. */
const maximumRecords = 1000;

/** Reads the errors that a text reports, in text order; what is not stated is left out. */
export function recordsIn(input: string, vocabulary: Vocabulary): ErrorRecord[] {
  const clean = cleaned(input);
  const reader = new EntryReader(vocabulary);
  const records: ErrorRecord[] = [];
  for (const { start, end } of logEntriesIn(clean.text)) {
    const entry = clean.text.slice(start, end);
    for (const record of reader.read(entry)) records.push({ ...moved(record, start, clean), entry });
    if (records.length >= maximumRecords) break;
  }
  return withoutFrameworks(withOnlyAnswer(withSameRequest(records.slice(0, maximumRecords))));
}

/** The classes with which web frameworks answer, also where a cloud has a code of the name. */
const ofFramework =
  /^(?:BadRequest|Unauthorized|Forbidden|NotFound|Conflict|InternalServer|BadGateway|ServiceUnavailable)Error$/;

/** Leaves out what a program has made of an error of a cloud for its own users. */
function withoutFrameworks(records: readonly ErrorRecord[]): ErrorRecord[] {
  const isOwn = ({ fields: { code, requestId }, strength }: ErrorRecord) =>
    strength < 2 && code !== undefined && !requestId && ofFramework.test(code.value);
  return records.some((record) => record.fields.code && !isOwn(record))
    ? records.filter((record) => !isOwn(record))
    : [...records];
}

function moved({ fields, ...group }: Group, offset: number, clean: MappedText): Group {
  const span = (start: number, end: number) => ({
    start: clean.originOf(start + offset),
    end: clean.originOf(Math.max(start, end - 1) + offset) + 1,
  });
  const values = Object.entries(fields).map(([kind, value]) => [
    kind,
    { ...value, ...span(value.start, value.end) },
  ]);
  return { ...group, fields: Object.fromEntries(values) as Group["fields"], ...span(group.start, group.end) };
}
