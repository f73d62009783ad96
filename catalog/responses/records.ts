import { type Fact, factsOf } from "./facts.ts";
import { type Group, groupOfFinding, groupsOfFacts, structured } from "./groups.ts";
import { merged, withOnlyAnswer, withSameRequest } from "./merging.ts";
import { withinBounds } from "./message-bounds.ts";
import { isAnswerAt } from "./scanner/bare-values.ts";
import { type Field, type Node, scan } from "./scanner/scan.ts";
import { sentences } from "./sentences/index.ts";
import type { Finding } from "./sentences/sentence.ts";
import { cleaned } from "./text/cleaning.ts";
import { Coverage } from "./text/coverage.ts";
import { fromBase64 } from "./text/encodings.ts";
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
const maximumRecords = 2000;

/** How deep texts inside texts are read: an answer in a string of another answer, in a string of a log. */
const maximumNesting = 4;

/** Reads the errors that a text reports, in text order; what is not stated is left out. */
export function recordsIn(input: string, vocabulary: Vocabulary): ErrorRecord[] {
  const clean = cleaned(input);
  const records: ErrorRecord[] = [];
  for (const { start, end } of logEntriesIn(clean.text)) {
    const entry = clean.text.slice(start, end);
    for (const record of recordsOf(entry, vocabulary, 0))
      records.push({ ...moved(record, start, clean), entry });
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

/** Reads the errors of one entry. */
function recordsOf(entry: string, vocabulary: Vocabulary, nesting: number): Group[] {
  const fields = scan(entry);
  const facts = factsOf(fields, vocabulary, entry);
  const coded = new Set(facts.filter(({ kind }) => kind === "code").map(({ node }) => node));
  const inner = nesting < maximumNesting ? fields.filter(isText) : [];
  const wrappers = new Set<Node>();
  const nested = inner.flatMap((field) => {
    // In the message beside a code, what only looks like a code is a part of the message.
    const least = field.kind === "message" && coded.has(field.node) ? 1 : 0;
    const found = nestedIn(field, vocabulary, nesting).filter(
      ({ strength, fields: { code, requestId, httpStatus } }) =>
        strength > least &&
        ((code ?? requestId ?? httpStatus) !== undefined || (coded.size > 0 && isBody(field))),
    );
    if (found.some(isReport) && field.kind === "message") wrappers.add(field.node);
    return found;
  });
  const read = new Coverage(entry.length);
  for (const group of nested) if (isReport(group)) read.add(group.start, group.end);
  const literals = fields.filter(({ isQuoted }) => isQuoted);
  const findings = sentencesIn(entry, vocabulary)
    .filter(({ start, fields: { code } }) => !read.has(start) && !(code && read.has(code.start)))
    .map((finding) => withoutAnswer(withinBounds(finding, literals), entry));
  for (const { start, end, isSure } of findings) if (isSure) read.add(start, end);
  // The code beside a message that is an error itself only says that there was one.
  const isOfWrapper = ({ kind, node }: Fact) => kind === "code" && wrappers.has(node);
  const own = facts.filter((fact) => !read.has(fact.start) && !isOfWrapper(fact));
  return merged([...groupsOfFacts(own), ...findings.map(groupOfFinding), ...nested]);
}

/** Whether a group reports an error by itself; an ID or a status alone belongs to the text around it. */
function isReport({ fields: { code, message } }: Group): boolean {
  return (code ?? message) !== undefined;
}

/** Returns what a sentence states without the answer that stands where its message would: it is read for itself. */
function withoutAnswer(finding: Finding, text: string): Finding {
  const { message, ...others } = finding.fields;
  if (!message || !isAnswerAt(text, message.start)) return finding;
  return { ...finding, end: message.start, fields: others };
}

/** Whether the value of a field can be a text that reports an error itself. */
function isText({ kind, isQuoted, value }: Field): boolean {
  return kind === "encodedBody" || (isQuoted && value.length > 12 && /[:=<]\s?\S/.test(value));
}

/** Whether a field holds the body of an answer, the headers of which can state the code. */
function isBody({ name }: Field): boolean {
  return /^(?:(?:http|raw)?_?(?:response_?)?(?:body|content|data|text)|response)$/i.test(name);
}

/** Reads the errors that the value of a field reports; they stand where the field does. */
function nestedIn({ kind, value, start, end }: Field, vocabulary: Vocabulary, nesting: number): Group[] {
  const text = kind === "encodedBody" ? fromBase64(value.trim()) : value;
  return recordsInside(text ?? "", vocabulary, nesting + 1).map((group) => ({
    ...group,
    fields: at(group.fields, start, end),
    start,
    end,
    strength: group.strength + 0.5,
  }));
}

/** Reads the errors of a text inside another one, which may be wrapped or a log itself. */
function recordsInside(text: string, vocabulary: Vocabulary, nesting: number): Group[] {
  const clean = cleaned(text).text;
  const records = logEntriesIn(clean).flatMap(({ start, end }) =>
    recordsOf(clean.slice(start, end), vocabulary, nesting),
  );
  // What states no code can be a message of anything.
  const isError = ({ fields: { code, httpStatus, requestId, message }, strength }: Group) =>
    code !== undefined || (strength >= structured && (httpStatus ?? requestId ?? message) !== undefined);
  return records.filter(isError);
}

function at(fields: Group["fields"], start: number, end: number): Group["fields"] {
  return Object.fromEntries(
    Object.entries(fields).map(([kind, { value }]) => [kind, { value, start, end }]),
  ) as Group["fields"];
}

/** Returns what the sentences of an entry state; where two overlap, what the one listed first does. */
function sentencesIn(entry: string, vocabulary: Vocabulary): Finding[] {
  const lower = entry.toLowerCase();
  const found: Finding[] = [];
  const taken = new Coverage(entry.length);
  for (const { hint, read } of sentences) {
    if (hint !== undefined && !lower.includes(hint)) continue;
    for (const finding of read(entry, vocabulary)) {
      if (taken.touches(finding.start, finding.end)) continue;
      taken.add(finding.start, finding.end);
      found.push(finding);
    }
  }
  return found;
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
