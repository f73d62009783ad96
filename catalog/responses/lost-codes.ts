import type { Catalog } from "../model/catalog.ts";
import type { Entry } from "../model/entry.ts";
import { isDistinctive } from "../model/words.ts";
import { codesOfMessage } from "../search/meaning/known-messages.ts";
import { withOnlyAnswer } from "./merging.ts";
import { withoutTails } from "./message-tails.ts";
import { matchedMessage } from "./messages.ts";
import type { ErrorRecord } from "./records.ts";
import type { Value } from "./sentences/sentence.ts";
import type { Knowledge } from "./whose/knowledge.ts";

/** Shorter messages, in UTF-16 units, stand for several codes, of which the catalog may have one. */
const minimumMessage = 30;

/** Gives records that state no code the one that their message stands for, or that stands in them without a label. */
export function withLostCodes(
  records: readonly ErrorRecord[],
  text: string,
  knowledge: Knowledge,
): ErrorRecord[] {
  const words = wordsIn(text, knowledge.catalog);
  if (words.length > 0) {
    const coded = words.map((code) => withWord(code, records, text));
    return withOnlyAnswer([...coded, ...records]).slice(0, coded.length);
  }
  const recognized = records.flatMap((record) => recognizedBy(record, knowledge));
  if (recognized.length > 0) return recognized;
  const inside = messageInside(records, text, knowledge);
  if (inside.length > 0) return inside;
  const stated = records.filter(isFailure);
  return stated.length > 0 ? stated : messageAlone(text, knowledge);
}

/** Returns a record with the code that its message stands for, as a list that is empty if there is none. */
function recognizedBy(record: ErrorRecord, knowledge: Knowledge): ErrorRecord[] {
  const { catalog } = knowledge;
  const { message, httpStatus } = record.fields;
  if (!message) return [];
  const as = (value: string, stated = message): ErrorRecord[] => [
    {
      ...record,
      fields: { ...record.fields, code: { ...stated, value }, message: stated },
      isFromMessage: true,
    },
  ];
  // Behind what failed stands why: `stat s3 object: Access Denied.`
  const reason = phrase.exec(message.value)?.[0] ?? "";
  const letters = reason.replace(/[\s.]/g, "");
  // `Access Denied` is what comes with AccessDenied; beside a status, it may be the phrase of the status.
  if (!httpStatus && letters !== reason && isDistinctive(letters) && catalog.isOfficial(letters))
    return as(letters, message.value.endsWith(`: ${reason}`) ? lastPart(message, reason) : message);
  if (message.value.length < minimumMessage) return [];
  const inside = codeInside(message.value, knowledge);
  if (inside) return as(inside.code, lastPart(message, inside.value));
  const entries = entriesWith(message.value, knowledge, record.provider);
  const [code, ...others] = new Set(entries.map((entry) => entry.code));
  return code === undefined || others.length > 0 ? [] : as(code);
}

/** The last words of a message that all begin with capitals, alone or behind what failed. */
const phrase = /(?<=^|[a-z:] )(?:\p{Lu}[\p{L}\d]{1,30} ){1,4}\p{Lu}[\p{L}\d]{1,30}\.?\s*$/u;

/** Returns the end of a value. */
function lastPart({ value, start, end }: Value, part: string): Value {
  const text = part.trim();
  const isVerbatim = end - start === value.length;
  const from = isVerbatim ? start + value.lastIndexOf(text) : start;
  return { value: text, start: from, end: isVerbatim ? from + text.length : end };
}

/** Returns the entries of the codes with which the API of a provider, or of any, returns a message. */
function entriesWith(message: string, { search, catalog }: Knowledge, provider?: string): Entry[] {
  const entries = search.findMessage(message).map(({ entry }) => entry);
  const own = entries.filter((entry) => provider === undefined || entry.provider === provider);
  if (own.length > 0 || message.length < minimumMessage) return own;
  return codesOfMessage(message, catalog, provider);
}

/** Where a message may begin: with a line, behind a colon, or with the value of a field. */
const beginning = /(?<=^|[:：] |：|: ?["']|[=>] ?["']?|\p{Script=Han}[，。！；])\s*(?=[\p{L}\d])/gu;
/** The number of parts of a line that are compared with known messages. */
const maximumParts = 20;

/** Returns the error of which a part of a text is the message: what stands behind a colon, up to the end of its literal. */
function messageInside(records: readonly ErrorRecord[], text: string, knowledge: Knowledge): ErrorRecord[] {
  let start = 0;
  for (const line of text.split("\n", maximumLines)) {
    const found = codeInside(line, knowledge);
    if (found) {
      const { code, value, at } = found;
      const message: Value = { value, start: start + at, end: start + at + value.length };
      const record = recordWith(value, records);
      const fields = { ...record?.fields, code: { ...message, value: code }, message };
      return [
        {
          entry: line,
          strength: 0,
          ...record,
          fields,
          start: message.start,
          end: message.end,
          isFromMessage: true,
        },
      ];
    }
    start += line.length + 1;
  }
  return [];
}

/** Returns the code for which a part of a line stands as a whole message, with that part and its offset. */
function codeInside(
  line: string,
  knowledge: Knowledge,
): { code: string; value: string; at: number } | undefined {
  const parts = [...line.matchAll(beginning)].slice(0, maximumParts);
  // The last part has least before the message.
  for (const { 0: space, index } of parts.reverse()) {
    const at = index + space.length;
    const value = (/^(?:[^"\\\n]|\\(?!["n]))*/.exec(line.slice(at))?.[0] ?? "")
      .replace(/\\+$|(?<!\(.*)'\)+$/, "")
      .trim();
    if (value.length < minimumMessage) continue;
    const [code, ...others] = new Set(entriesOfWhole(value, knowledge).map((entry) => entry.code));
    if (code !== undefined && others.length === 0) return { code, value, at };
  }
  return undefined;
}

/** Returns the entries of the codes with which an API returns a message; a part of it is not enough. */
function entriesOfWhole(message: string, { search, catalog }: Knowledge): Entry[] {
  const known = codesOfMessage(message, catalog);
  if (known.length > 0) return known;
  const entries = search.findMessage(message).map(({ entry }) => entry);
  return entries.filter((entry) => matchedMessage(entry, message) > message.length * 0.8);
}

/** The number of lines of a text that are compared with known messages. */
const maximumLines = 100;

/** Returns the errors of which a text is the message, or of which one of its lines has it. */
function messageAlone(text: string, knowledge: Knowledge): ErrorRecord[] {
  let start = 0;
  for (const line of text.split("\n", maximumLines)) {
    const value = line.trim();
    const at = start + line.indexOf(value);
    start += line.length + 1;
    const found = entriesWith(value, knowledge);
    if (found.length === 0) continue;
    const message: Value = { value, start: at, end: at + value.length };
    return found.map((entry) => {
      const fields = { code: { ...message, value: entry.code }, message };
      const group = withoutTails({ fields, start: at, end: message.end, strength: 0 });
      return { ...group, entry: line, isFromMessage: true };
    });
  }
  return [];
}

/** Whether a record without a code reports a failure. */
function isFailure({ fields: { httpStatus, message, requestId } }: ErrorRecord): boolean {
  return httpStatus ? Number(httpStatus.value) >= 400 : requestId !== undefined || message !== undefined;
}

/** The number of codes without a label that are explained of one text. */
const maximumWords = 10;

/** What PowerShell says of the command below the message of its error: the categories are its own. */
const shellRecord = /^[ \t]{0,40}\+ (?:CategoryInfo|FullyQualifiedErrorId)\b.*$/gm;

/**
 * Returns the codes of the catalog among the words of a text that cannot be mistaken for other words; the name before a
 * structure is that of its type.
 */
function wordsIn(text: string, catalog: Catalog): Value[] {
  const found = new Map<string, Value>();
  const shown = text.replace(shellRecord, (line) => " ".repeat(line.length));
  for (const { 0: value, index } of shown.matchAll(/(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-]|\s?[{(])/g)) {
    if (
      !isDistinctive(value) ||
      /^SDK\.(?:Server|Client)Error$/.test(value) ||
      found.has(value) ||
      !catalog.hasEntry(value)
    )
      continue;
    found.set(value, { value, start: index, end: index + value.length });
    if (found.size === maximumWords) break;
  }
  return [...found.values()];
}

function withWord(code: Value, records: readonly ErrorRecord[], text: string): ErrorRecord {
  const record = recordWith(code.value, records);
  if (record)
    return {
      ...record,
      fields: { ...record.fields, code },
      start: Math.min(record.start, code.start),
      end: Math.max(record.end, code.end),
    };
  const line = text.slice(text.lastIndexOf("\n", code.start) + 1).split("\n", 1)[0] ?? "";
  return { fields: { code }, start: code.start, end: code.end, strength: 0, entry: line };
}

/** Returns the first record in whose entry a text stands. Many records can be of one entry, which is searched once. */
function recordWith(text: string, records: readonly ErrorRecord[]): ErrorRecord | undefined {
  const without = new Set<string>();
  return records.find(({ entry }) => {
    if (without.has(entry)) return false;
    const hasText = entry.includes(text);
    if (!hasText) without.add(entry);
    return hasText;
  });
}
