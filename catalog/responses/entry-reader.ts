import { type Fact, factsOf } from "./facts.ts";
import { type Group, groupOfFinding, groupsOfFacts, structured } from "./groups.ts";
import { merged } from "./merging.ts";
import { withinBounds } from "./message-bounds.ts";
import { isAnswerAt } from "./scanner/bare-values.ts";
import { type Field, type Node, scan } from "./scanner/scan.ts";
import { sentences } from "./sentences/index.ts";
import type { Finding } from "./sentences/sentence.ts";
import { cleaned } from "./text/cleaning.ts";
import { Coverage } from "./text/coverage.ts";
import { fromBase64 } from "./text/encodings.ts";
import { logEntriesIn } from "./text/log-entries.ts";
import type { Vocabulary } from "./whose/vocabulary.ts";

/** How deep texts inside texts are read: an answer in a string of another answer, in a string of a log. */
const maximumNesting = 4;

/** What stands in the strings of an entry behind so many errors is not read: few of them are shown. */
const maximumInside = 1000;

/** Reads the errors of entries of one text; an entry that comes again is read once. */
export class EntryReader {
  readonly #vocabulary: Vocabulary;
  /** What each entry states, by its depth. */
  readonly #read: Map<string, readonly Group[]>[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Returns the errors of an entry, in text order; offsets are those of the entry. */
  read(entry: string, nesting = 0): readonly Group[] {
    this.#read[nesting] ??= new Map();
    const known = this.#read[nesting].get(entry);
    if (known) return known;
    const groups = this.#groupsIn(entry, nesting);
    this.#read[nesting].set(entry, groups);
    return groups;
  }

  #groupsIn(entry: string, nesting: number): Group[] {
    const fields = scan(entry);
    const facts = factsOf(fields, this.#vocabulary, entry);
    const coded = new Set(facts.filter(({ kind }) => kind === "code").map(({ node }) => node));
    const { nested, wrappers } = this.#insideOf(
      nesting < maximumNesting ? fields.filter(isText) : [],
      coded,
      nesting,
    );
    const reports = nested.filter(isReport);
    const read = new Coverage(entry.length);
    for (const { start, end } of reports) read.add(start, end);
    const literals = fields.filter(({ isQuoted }) => isQuoted);
    const findings = sentencesIn(without(reports, entry), this.#vocabulary)
      .filter(({ start, fields: { code } }) => !read.has(start) && !(code && read.has(code.start)))
      .map((finding) => withoutAnswer(withinBounds(finding, literals, entry), entry));
    for (const { start, end, isSure } of findings) if (isSure) read.add(start, end);
    // The code beside a message that is an error itself only says that there was one.
    const isOfWrapper = ({ kind, node }: Fact) => kind === "code" && wrappers.has(node);
    const own = facts.filter((fact) => !read.has(fact.start) && !isOfWrapper(fact));
    return merged([...groupsOfFacts(own), ...findings.map(groupOfFinding), ...nested]);
  }

  /** Reads the texts inside fields, and returns in which objects a message is an error itself. */
  #insideOf(
    fields: readonly Field[],
    coded: ReadonlySet<Node>,
    nesting: number,
  ): { nested: Group[]; wrappers: ReadonlySet<Node> } {
    const wrappers = new Set<Node>();
    let count = 0;
    const nested = fields.flatMap((field) => {
      if (count >= maximumInside) return [];
      // In the message beside a code, what only looks like a code is a part of the message.
      const least = field.kind === "message" && coded.has(field.node) ? 1 : 0;
      const found = this.#inside(field, nesting).filter(
        ({ strength, fields: { code, requestId, httpStatus } }) =>
          strength > least &&
          ((code ?? requestId ?? httpStatus) !== undefined || (coded.size > 0 && isBody(field))),
      );
      if (found.some(isReport) && field.kind === "message") wrappers.add(field.node);
      count += found.length;
      return found;
    });
    return { nested, wrappers };
  }

  /** Reads the errors that the value of a field reports; they stand where the field does. */
  #inside({ kind, value, start, end }: Field, nesting: number): Group[] {
    const text = (kind === "encodedBody" ? fromBase64(value.trim()) : value) ?? "";
    // It may be wrapped, or a log itself.
    const clean = cleaned(text).text;
    const groups = logEntriesIn(clean).flatMap((entry) =>
      this.read(clean.slice(entry.start, entry.end), nesting + 1),
    );
    return groups.filter(isError).map((group) => ({
      ...group,
      fields: at(group.fields, start, end),
      start,
      end,
      strength: group.strength + 0.5,
    }));
  }
}

/** Whether a group inside a text is an error: what states no code can be a message of anything. */
function isError({ fields: { code, httpStatus, requestId, message }, strength }: Group): boolean {
  return code !== undefined || (strength >= structured && (httpStatus ?? requestId ?? message) !== undefined);
}

/** An inner text of this length, in UTF-16 units, has all that its errors state. */
const longText = 1000;

/** Returns an entry with a blank line in the place of the long texts inside it, which have been read. */
function without(nested: readonly Group[], entry: string): string {
  let text = "";
  for (const { start, end } of nested)
    if (start >= text.length && end - start >= longText)
      text += `${entry.slice(text.length, start)}${"\n".padEnd(end - start - 1)}\n`;
  return text + entry.slice(text.length);
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
  return kind === "encodedBody" || (isQuoted && value.length > 12 && /[:：=<]\s?\S/.test(value));
}

/** Whether a field holds the body of an answer, the headers of which can state the code. */
function isBody({ name }: Field): boolean {
  return /^(?:(?:http|raw)?_?(?:response_?)?(?:body|content|data|text)|response)$/i.test(name);
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
