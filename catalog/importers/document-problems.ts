import { fileProblem, type Problem } from "../schema/checked-file.ts";
import { problemsOf } from "../schema/problem-limit.ts";
import type { LocalizedText } from "../text/localized-text.ts";
import { nameInMessage } from "../text/name-in-message.ts";
import { aboutErrors } from "./error-table.ts";
import type { ImportedRow, ImportResult, Skipped } from "./imported.ts";
import { Lines } from "./lines.ts";

/** A fault of a document, where it stands: offsets in UTF-16 units. */
interface Fault {
  start: number;
  end: number;
  severity: Problem["severity"];
  message: LocalizedText;
}

/** Returns what is wrong in a document that is a catalog, in the order of its lines. */
export function documentProblems(text: string, path: string, result: ImportResult): Problem[] {
  const { rows, skipped } = result;
  if (rows.length === 0 && !skipped.some(isTold)) return [fileProblem(path, noCodes, "warning")];
  const lines = new Lines(text);
  const lineFault = (line: number, severity: Fault["severity"], message: LocalizedText): Fault => {
    const start = lines.offsetOf(line);
    const written = /^[^\r\n]*/.exec(text.slice(start, lines.offsetOf(line + 1) || text.length))?.[0] ?? "";
    return { start, end: start + written.trimEnd().length, severity, message };
  };
  const spanFault = ({ span }: ImportedRow, severity: Fault["severity"], message: LocalizedText): Fault => {
    const start = lines.offsetOf(span.line);
    return { start: start + span.start, end: start + span.end, severity, message };
  };
  const kinds: Fault[][] = [
    skipped
      .filter(({ kind }) => kind === "part")
      .map((one) => lineFault(one.line, "warning", partMessage(one))),
    skipped.filter(isTable).map((one) => lineFault(one.line, "warning", tableMessage(one))),
    skipped
      .filter(({ kind }) => kind === "row")
      .map(({ line }) => lineFault(line, "information", rowWithoutCode)),
    rows.flatMap(({ wrongStatus }) =>
      wrongStatus ? { ...wrongStatus, severity: "warning", message: statusMessage(wrongStatus.text) } : [],
    ),
    contradictions(rows).map(({ row, severity, message }) => spanFault(row, severity, message)),
  ];
  const problems = kinds.flatMap((faults) =>
    problemsOf(faults, ({ start, end, severity, message }): Problem => {
      const from = lines.lineAt(start);
      const to = lines.lineAt(end);
      return {
        path,
        line: from,
        character: start - lines.offsetOf(from),
        endLine: to,
        endCharacter: end - lines.offsetOf(to),
        severity,
        message,
      };
    }),
  );
  return problems.sort((a, b) => a.line - b.line || a.character - b.character);
}

/** Whether something that was passed over is a fault where it stands: a table may well list other things than errors. */
function isTold(skipped: Skipped): boolean {
  return skipped.kind === "part" || isTable(skipped);
}

function isTable({ kind, section, reason }: Skipped): boolean {
  return kind === "table" && aboutErrors.test(section) && Object.hasOwn(tableReasons, reason);
}

/** What is said of a table of errors from which no code is read, by the reason of the reader. */
const tableReasons: Readonly<Record<string, LocalizedText>> = {
  "too little evidence that these are error codes": {
    en: "Too little speaks for error codes in this table, so nothing is read from it. If it lists some, name their column under 'mapping' in the configuration.",
    "zh-CN": "此表格不太像错误码列表，因此未读取。如果确实是，请在配置的“mapping”中指明错误码所在的列。",
  },
  "no column holds error codes": {
    en: "No column of this table holds error codes, so nothing is read from it. If one does, name it under 'mapping' in the configuration.",
    "zh-CN": "此表格没有错误码列，因此未读取。如果其实有，请在配置的“mapping”中指明该列。",
  },
  "the only codes are HTTP statuses": {
    en: "The only codes in this table are HTTP statuses, so nothing is read from it. If they are your error codes, name the column under 'mapping' in the configuration.",
    "zh-CN": "此表格中只有 HTTP 状态码，因此未读取。如果它们就是错误码，请在配置的“mapping”中指明该列。",
  },
};

function tableMessage({ reason }: Skipped): LocalizedText {
  return tableReasons[reason] ?? {};
}

function partMessage({ reason, localized }: Skipped): LocalizedText {
  return localized ?? { en: reason };
}

const noCodes: LocalizedText = {
  en: "No error codes were found in this document. “error-codes import” says what it holds, and why it was not read.",
  "zh-CN": "未在此文档中找到错误码。“error-codes import”会说明文档内容以及未读取的原因。",
};

const rowWithoutCode: LocalizedText = {
  en: "This row has no error code in the column of codes, so it is passed over.",
  "zh-CN": "此行的错误码列中没有错误码，已跳过。",
};

function statusMessage(status: string): LocalizedText {
  const number = nameInMessage(status);
  return {
    en: `${number} is no HTTP status: these are from 100 to 599.`,
    "zh-CN": `${number} 不是 HTTP 状态码：状态码在 100 到 599 之间。`,
  };
}

/** A row that says something else of a code than an earlier one. */
interface Contradiction {
  row: ImportedRow;
  severity: Problem["severity"];
  message: LocalizedText;
}

/**
 * Returns the rows that list a code once more. In one table, another status is a slip; that a code is described in several
 * tables, or returned with several messages, is what many documents do.
 */
function contradictions(rows: readonly ImportedRow[]): Contradiction[] {
  const first = new Map<string, ImportedRow>();
  const found: Contradiction[] = [];
  for (const row of rows) {
    const key = `${row.table} ${row.code}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, row);
    else if (row.httpStatus.length > 0 && earlier.httpStatus.length > 0 && !haveSameStatus(row, earlier))
      found.push({ row, severity: "warning", message: otherStatus(earlier.line + 1) });
    else if (row.message === earlier.message)
      found.push({
        row,
        severity: "information",
        message:
          row.description === earlier.description
            ? listedTwice(earlier.line + 1)
            : otherText(earlier.line + 1),
      });
  }
  return found;
}

function haveSameStatus(a: ImportedRow, b: ImportedRow): boolean {
  return (
    a.httpStatus.length === b.httpStatus.length && a.httpStatus.every((one) => b.httpStatus.includes(one))
  );
}

function otherStatus(line: number): LocalizedText {
  return {
    en: `Line ${line} lists this code with another HTTP status. Both are kept.`,
    "zh-CN": `第 ${line} 行已有此错误码，但 HTTP 状态码不同。两者都会保留。`,
  };
}

function otherText(line: number): LocalizedText {
  return {
    en: `Line ${line} explains this code in other words. Those of the first row are shown.`,
    "zh-CN": `第 ${line} 行对此错误码的说明不同，显示时以第一处为准。`,
  };
}

function listedTwice(line: number): LocalizedText {
  return { en: `Line ${line} lists this code already.`, "zh-CN": `第 ${line} 行已有此错误码。` };
}
