import type { Slices } from "../model/slices.ts";
import { statusesIn } from "./cells.ts";
import { type Column, columnsAmong } from "./columns.ts";
import type { ColumnMapping } from "./imported.ts";
import type { Table } from "./table.ts";

/**
 * Decides which of the values of declarations is the code, the status and the message. The first column of the table holds
 * the names of the declarations, which are the codes where no value is one; the last one holds their comments. `alike` are the tables that are judged with it, and
 * itself.
 */
export function* decideSourceMapping(
  { header, ...table }: Table,
  alike: readonly Table[],
): Slices<ColumnMapping> {
  const rows = alike.flatMap((one) => one.rows);
  const whole = { ...table, header: header.map((label) => lastPart(label)), rows };
  const columns = yield* columnsAmong([whole])(whole);
  const comment = columns.at(-1);
  const values = columns.slice(1, -1);
  const statuses = values.filter((column) => isStatus(column, whole));
  // Numbers that HTTP knows are the codes where nothing else is, not even a name.
  const isNameless = (columns[0]?.filled ?? 0) === 0 && statuses.length === 1;
  const mapping = withTexts(codeOf(values, isNameless && !values.some(isToken) ? [] : statuses), values);
  if (mapping.description === undefined && comment && comment.filled > 0) mapping.description = comment.index;
  return mapping;
}

function lastPart(label: string): string {
  return label.slice(label.lastIndexOf(".") + 1);
}

/** Assigns the code, the name beside a number and the status. */
function codeOf(values: readonly Column[], statuses: readonly Column[]): ColumnMapping {
  const others = values.filter((column) => !statuses.includes(column) && column.filled >= 0.3);
  const labelled = others.filter(({ named, code, text }) => named === "code" && code >= 0.35 && text < 0.5);
  const numbers = others.filter(
    ({ number, distinct, named }) =>
      number >= 0.8 && distinct >= 0.5 && (named === undefined || named === "code"),
  );
  const tokens = others.filter(isToken);
  const code = labelled.find((column) => !numbers.includes(column)) ?? labelled[0] ?? numbers[0] ?? tokens[0];
  const status = statuses.find(({ named }) => named === "httpStatus") ?? statuses[0];
  const mapping: ColumnMapping = { code: code?.index ?? 0 };
  if (status) mapping.httpStatus = status.index;
  if (code && code.number >= 0.8) mapping.name = tokens.find((column) => column !== code)?.index ?? 0;
  return mapping;
}

/** Whether a column holds statuses: most of them those of failures, since codes can be numbered from 100 as well. */
function isStatus({ index, status, named, distinct }: Column, { rows }: Table): boolean {
  if (named === "httpStatus") return status >= 0.5;
  if (status < 0.8) return false;
  const values = rows.flatMap(({ cells }) => statusesIn(cells[index]?.text ?? "") ?? []);
  return distinct < 0.9 || values.filter((value) => value >= 400).length * 2 >= values.length;
}

/** Whether a column holds codes by what they look like: single words, different ones. */
function isToken({ code, text, number, distinct, named, phrase }: Column): boolean {
  if (named !== undefined && named !== "code") return false;
  return code >= 0.35 && text < 0.3 && number < 0.5 && distinct >= 0.6 && phrase < 0.9;
}

/** Assigns the texts. A text in code is what the API returns, unless its label says otherwise or there are several. */
function withTexts(mapping: ColumnMapping, values: readonly Column[]): ColumnMapping {
  const used = new Set<number>(Object.values(mapping));
  const texts = values.filter((column) => !used.has(column.index) && isText(column));
  const named = (role: Column["named"]) => texts.find((column) => column.named === role);
  const found: ColumnMapping = { ...mapping };
  for (const role of ["cause", "fix"] as const) {
    const column = named(role);
    if (column && texts.length > 1) found[role] = column.index;
  }
  const left = texts.filter(({ index }) => index !== found.cause && index !== found.fix);
  const plain = left.filter((column) => column.named === undefined || column.named === "other");
  const foreign = plain.find(({ chinese }) => chinese < 0.5);
  const message = left.find((column) => column.named === "message") ?? foreign ?? plain[0];
  const description =
    left.find((column) => column.named === "description" && column !== message) ??
    left.find((column) => column !== message);
  if (message) found.message = message.index;
  if (description) found[message ? "description" : "message"] = description.index;
  return found;
}

function isText({ filled, code, text, named, number, type, yesOrNo }: Column): boolean {
  if (filled === 0 || number > 0.5 || type > 0.6 || yesOrNo > 0.6) return false;
  if (named === "message" || named === "description" || named === "cause" || named === "fix") return true;
  return text >= 0.4 && code < 0.9;
}
