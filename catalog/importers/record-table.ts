import { roleOf } from "./columns.ts";
import { aboutErrors } from "./error-table.ts";
import type { Field } from "./record-fields.ts";
import { likenessOf, type RecordTitle } from "./record-title.ts";
import { type Cell, emptyCell, type Table } from "./table.ts";

/** An error that a document describes below or behind its code. */
export interface ErrorRecord {
  start: number;
  title: RecordTitle;
  fields: Field[];
  /** The lines that have no label. */
  texts: Cell[];
}

/** Errors that a document describes in the same way, below the same headings. */
export interface Group {
  section: string;
  path: string[];
  records: ErrorRecord[];
  /** Whether the codes are the beginnings of paragraphs. */
  isOfSentences: boolean;
}

/** Whether most of the errors of a group are described: words in bold and short headings stand in many documents. */
export function isDescribed({ records, isOfSentences, section, path }: Group): boolean {
  const areErrors = [section, ...path].some((heading) => aboutErrors.test(heading));
  // A single sentence can begin with any name that is set off.
  if (isOfSentences && records.length === 1 && records.every(({ fields }) => fields.length === 0))
    return false;
  const described = records.filter(({ title, fields, texts }) => {
    if (title.status || fields.some(({ label }) => roleOf(label) !== undefined)) return true;
    const isNumber = areErrors && /^[-+]?\d{3,}$/.test(title.code.text) && title.text !== undefined;
    return (likenessOf(title.code) >= 0.9 || isNumber) && (fields.length > 0 || texts.length > 0);
  });
  return described.length * 2 >= records.length;
}

/** How many columns the labels become at most, the most frequent first. */
const maximumLabels = 24;

/**
 * Returns the labels that become columns: a label that one of many errors has is part of a text. Labels that say the same,
 * such as “Fix” and “What to do”, become one column, unless an error has both.
 */
function labelsOf(records: readonly ErrorRecord[]): string[][] {
  const all = records.flatMap(({ fields }) => fields.map(({ label }) => label));
  const counts = [...Map.groupBy(all, (label) => label)].map(([label, { length }]) => ({ label, length }));
  const frequent = counts
    .filter(({ label, length }) => roleOf(label) !== undefined || length * 10 >= records.length)
    .sort((one, other) => other.length - one.length)
    .slice(0, maximumLabels);
  const columns: string[][] = [];
  for (const { label } of frequent) {
    const role = roleOf(label);
    const same = columns.find(([first = ""]) => role && role !== "other" && roleOf(first) === role);
    if (same && !records.some(({ fields }) => hasBoth(fields, same, label))) same.push(label);
    else columns.push([label]);
  }
  return columns;
}

function hasBoth(fields: readonly Field[], labels: readonly string[], label: string): boolean {
  return fields.some((one) => one.label === label) && fields.some((one) => labels.includes(one.label));
}

/** Puts the errors of a group into a table with a column for each label. */
export function tableOf({ section, path, records: all }: Group): Table {
  // “Code: `NotFound`” below the heading `NotFound` says nothing new.
  const records = all.map((record) => ({
    ...record,
    fields: record.fields.filter(({ value }) => value.text !== record.title.code.text),
  }));
  const labels = labelsOf(records);
  const hasNames = records.some(({ title }) => title.name);
  const hasTexts = records.some(({ texts }) => texts.length > 0);
  const header = [
    labels.length > 0 || hasNames ? "code" : "",
    ...(hasNames ? ["name"] : []),
    ...(hasTexts ? ["description"] : []),
    ...labels.map(([first = ""]) => first),
  ];
  const rows = records.map(({ start, title, fields, texts }) => ({
    start,
    cells: [
      title.code,
      ...(hasNames ? [title.name ?? emptyCell(start)] : []),
      ...(hasTexts ? [joined(texts, start)] : []),
      ...labels.map((same) => fields.find(({ label }) => same.includes(label))?.value ?? emptyCell(start)),
    ],
  }));
  return { start: records[0]?.start ?? 0, section, path, header, rows, isImplied: true };
}

function joined(texts: readonly Cell[], start: number): Cell {
  const [first = emptyCell(start)] = texts;
  return { ...first, text: texts.map(({ text }) => text).join("\n") };
}
