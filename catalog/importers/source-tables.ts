import type { Slices } from "../model/slices.ts";
import { wordsOf } from "../model/words.ts";
import { codeLikeness, speaksOfFailure, statusOfPhrase } from "./cells.ts";
import { isClassHeader } from "./columns.ts";
import { aboutErrors } from "./error-table.ts";
import type { ColumnMapping } from "./imported.ts";
import type { SourceGroup, SourceMember } from "./source-group.ts";
import { decideSourceMapping } from "./source-mapping.ts";
import { type Cell, emptyCell, type Table, type TableRow } from "./table.ts";

/** How many labels become columns at most, the most frequent first. */
const maximumColumns = 30;

/** Returns a table for each group of declarations that lists errors, and for each that may. */
export function* sourceTables(groups: readonly SourceGroup[], fileName: string): Slices<Table[]> {
  const tables: Table[] = [];
  const all = groups.map((group) => ({ group, table: tableOf(group), type: typeOf(group) }));
  const byType = Map.groupBy(all, ({ type }) => type);
  const mappings = new Map<string, ColumnMapping>();
  for (const { group, table, type } of all) {
    yield;
    // What a few of them leave open, others of the same type may settle.
    const alike = () => (type === "" ? [table] : (byType.get(type) ?? []).map((one) => one.table));
    const mapping = mappings.get(type) ?? (yield* decideSourceMapping(table, alike()));
    if (type !== "") mappings.set(type, mapping);
    const weight = weightOf(group, mapping, fileName);
    if (weight < 1) continue;
    // What the declarations are called, and what comments say of them, need not be read.
    const unspoken = [0, table.header.length - 1];
    tables.push({ ...table, mapping, unspoken, ...(weight < 2 ? { isDoubtful: true } : {}) });
  }
  return tables;
}

function tableOf({ name, start, members }: SourceGroup): Table {
  const labels = labelsOf(members);
  const rows = members.flatMap((member): TableRow[] => {
    const empty = emptyCell(member.start);
    const cellOf = (label: string) =>
      member.values.get(label) ?? (label === "@code" ? member.name : undefined);
    const cells = [member.name, ...labels.map(cellOf), member.comment];
    const row = { start: member.start, cells: cells.map((cell): Cell => cell ?? empty) };
    return member.heading ? [{ start: member.start, cells: [], heading: member.heading }, row] : [row];
  });
  const header = ["name", ...labels.map((label) => label.replace(/^#.*|^@/, "")), "comment"];
  return { start, section: name, path: [], header, rows };
}

/** Returns the type and the labels of declarations that are all of one type; "" for others. */
function typeOf({ members }: SourceGroup): string {
  const types = new Set(members.map(({ type }) => type.trim()));
  const [type = ""] = types;
  return types.size === 1 && /^[A-Z]\w*$/.test(type) ? `${type} ${labelsOf(members).join(" ")}` : "";
}

/** Returns the labels of the most frequent values, in the order in which they first occur. */
function labelsOf(members: readonly SourceMember[]): string[] {
  const counts = new Map<string, number>();
  for (const { values } of members)
    for (const label of values.keys()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const frequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, maximumColumns);
  const kept = new Set(frequent.map(([label]) => label));
  return [...counts.keys()].filter((label) => kept.has(label));
}

/** Words of names that speak of errors: those of `ErrNotFound`, `ERR_TIMEOUT`, `ErrorCode`, `BizException`. */
const errorWord = /^(?:errs?|errors?|errno|errcodes?|errmsgs?|exceptions?|faults?|failures?|problems?)$/;

/** Whether a name is that of errors. */
export function namesErrors(name: string): boolean {
  const words = wordsOf(name);
  // A letter alone speaks of errors at the start of a name of several words: `E_TIMEOUT`, `EInvalid`.
  return words.some((word, index) => (word === "e" ? index === 0 && words.length > 1 : errorWord.test(word)));
}

/** Names of what holds codes, without saying of what. */
const codeName = /codes?$|^codes?|result|status|reason|response/i;

/** Weighs what speaks for errors: names, types, values and labels. */
function weightOf(
  { name, about, members }: SourceGroup,
  mapping: Table["mapping"],
  fileName: string,
): number {
  const share = (test: (member: SourceMember) => boolean) => members.filter(test).length / members.length;
  let weight = 0;
  if (namesErrors(name) || aboutErrors.test(about) || namesErrors(about)) weight += 2;
  else if (codeName.test(name) || codeName.test(fileName.replace(/\.\w+$/, ""))) weight += 0.5;
  if (namesErrors(fileName) || aboutErrors.test(fileName)) weight += 0.5;
  if (share(({ name: own, type }) => namesErrors(own?.text ?? "") || namesErrors(type)) >= 0.5) weight += 2;
  const failing = share(({ name: own, values, comment }) =>
    [own, comment, ...values.values()].some((cell) => cell && speaksOfFailure(cell.text)),
  );
  if (failing >= 0.3) weight += 1.5;
  else if (failing >= 0.1) weight += 0.5;
  if (mapping?.message !== undefined && mapping.code !== 0) weight += 0.5;
  if (mapping?.httpStatus !== undefined) weight += 0.5;
  // Constants that are each another word with a digit or a dot in it, and explained, are codes of something.
  const isCoded = ({ values, comment }: SourceMember) =>
    comment !== undefined && codeLikeness(values.get("value")?.text ?? "") === 1;
  if (share(isCoded) >= 0.8) weight += 1;
  if (isClassHeader(name)) weight -= 2;
  // `NotFound = 404`, `BadRequest = 400`: what HTTP calls its statuses.
  if (share(isOfHttp) >= 0.5) weight -= 4;
  return notErrors.test(name) ? weight - 1 : weight;
}

function isOfHttp({ name, values }: SourceMember): boolean {
  const status = Number(values.get("value")?.text);
  return status >= 100 && statusOfPhrase(wordsOf(name?.text ?? "").join(" ")) === status;
}

/** Names of what is not a list of errors, although some of its words may speak of failure. */
const notErrors = /http_?status|status_?codes?$|log_?level|^routes?$|config|settings|params?$|headers?$/i;
