import { type Column, callsErrorCode, isClassHeader, isNameHeader } from "./columns.ts";
import type { ColumnMapping } from "./imported.ts";

/** The columns of a table, and the doubts that remain, each with the mapping of the other choice. */
export interface Decision {
  mapping: ColumnMapping;
  doubts: { reason: string; other?: ColumnMapping }[];
}

/** Why no column was recognised as error codes. */
export interface NoCodes {
  reason: string;
  /** The mapping to use if the statuses are error codes after all. */
  other?: ColumnMapping;
}

/** Columns whose scores differ by less than this are tied. */
const tieMargin = 0.15;

/** Assigns columns by what their cells contain; header words only break ties. */
export function decideMapping(columns: readonly Column[]): Decision | NoCodes {
  const candidates = columns.filter(couldBeCode).sort((one, other) => codeScore(other) - codeScore(one));
  const [first] = candidates;
  const statuses = columns.filter(isStatus);
  if (first === undefined) return noCodes(columns, statuses);
  const doubts: Decision["doubts"] = [];
  const close = candidates.filter((column) => codeScore(first) - codeScore(column) < tieMargin);
  const codeColumns = close
    .filter((column) => column.named === "code")
    .sort((one, other) => other.filled - one.filled);
  const errorCodeColumns = codeColumns.filter((column) => callsErrorCode(column.header));
  const code = errorCodeColumns[0] ?? codeColumns[0] ?? first;
  const isSettled = codeColumns.length === 1 || errorCodeColumns.length === 1;
  const rival = (
    errorCodeColumns.length > 1 ? errorCodeColumns : codeColumns.length > 1 ? codeColumns : close
  ).find((column) => column !== code);
  if (rival && !isSettled) {
    const reason = `columns ${code.index} and ${rival.index} both look like error codes`;
    doubts.push({ reason, other: completeMapping(columns, rival, statuses).mapping });
  }
  if (code.coded < 0.7) doubts.push({ reason: `many cells of column ${code.index} hold no error code` });
  const rest = completeMapping(columns, code, statuses);
  return { mapping: rest.mapping, doubts: [...doubts, ...rest.doubts] };
}

/** Whether a column holds HTTP statuses; under a header that says so, some may be slips. */
function isStatus({ status, named, number }: Column): boolean {
  return status >= 0.8 || (named === "httpStatus" && status >= 0.5 && number >= 0.9);
}

function couldBeCode(column: Column): boolean {
  if (column.code < 0.35 || column.coded < 0.5 || column.filled < 0.3 || isStatus(column)) return false;
  if (column.named === "other" && isClassHeader(column.header)) return false;
  if (column.type > 0.6 || column.yesOrNo > 0.6 || (column.counts && column.named !== "code")) return false;
  // `Forbidden`, `Conflict`: phrases of HTTP statuses, unless the header names them codes.
  return column.phrase < 0.9 || column.named === "code";
}

function codeScore(column: Column): number {
  return column.code * (0.7 + 0.3 * column.distinct);
}

function noCodes(columns: readonly Column[], statuses: readonly Column[]): NoCodes {
  const status = statuses[0];
  if (status === undefined) return { reason: "no column holds error codes" };
  const reason = "the only codes are HTTP statuses";
  if (status.named !== "code") return { reason };
  return { reason, other: completeMapping(columns, status, []).mapping };
}

/** Assigns the other columns, given the column of codes and the columns of HTTP statuses. */
function completeMapping(columns: readonly Column[], code: Column, statuses: readonly Column[]): Decision {
  const others = statuses.filter((column) => column !== code).sort((one, other) => other.filled - one.filled);
  const status = withHeaderRole(others, "httpStatus") ?? others[0];
  const mapping: ColumnMapping = { code: code.index };
  if (status) mapping.httpStatus = status.index;
  const name = columns.find((column) => column !== code && column !== status && isName(column, code));
  if (name) mapping.name = name.index;
  const all = columns.filter(
    (column) => column !== code && column !== status && column !== name && isText(column),
  );
  // “Module”, “Error type”: columns that classify the codes; they are the description only if there is no other.
  const texts = all.some((column) => column.named !== "other")
    ? all.filter(({ named }) => named !== "other")
    : all;
  const fix = texts.find((column) => column.named === "fix");
  const cause = texts.filter((column) => column.named === "cause" && texts.length > (fix ? 2 : 1))[0];
  if (fix) mapping.fix = fix.index;
  if (cause) mapping.cause = cause.index;
  const remaining = texts.filter((column) => column.index !== mapping.fix && column.index !== mapping.cause);
  const doubts = assignTexts(mapping, remaining);
  const rival = others.find((column) => column !== status);
  if (status && rival) {
    const reason = `columns ${status.index} and ${rival.index} are both HTTP statuses`;
    doubts.unshift({ reason, other: { ...mapping, httpStatus: rival.index } });
  }
  return { mapping, doubts };
}

/** Whether a column holds the names of codes that are numbers. */
function isName(column: Column, code: Column): boolean {
  if (code.number < 0.9 || column.number > 0.1 || column.filled < 0.5 || column.text > 0.2) return false;
  return (
    column.code >= 0.9 || (column.named === "other" && isNameHeader(column.header) && column.code >= 0.5)
  );
}

const textRoles: readonly Column["named"][] = ["message", "description", "cause", "fix"];

function isText(column: Column): boolean {
  if (
    column.filled === 0 ||
    column.code >= 0.9 ||
    column.status >= 0.8 ||
    column.type > 0.6 ||
    column.yesOrNo > 0.6
  )
    return false;
  return column.text >= 0.4 || textRoles.includes(column.named);
}

/** Decides which of the columns of text is the message that the API returns, and which is the document's description. */
function assignTexts(mapping: ColumnMapping, texts: readonly Column[]): Decision["doubts"] {
  const [first] = texts;
  if (first === undefined) return [];
  if (texts.length === 1) return assignOnlyText(mapping, first);
  const chinese = texts.filter((column) => column.chinese >= 0.5);
  const foreign = texts.filter((column) => column.chinese < 0.5);
  if (foreign.length > 0 && chinese.length > 0) return assignByLanguage(mapping, foreign, chinese);
  const message = withHeaderRole(texts, "message");
  const others = texts.filter((column) => column !== message);
  // What is called a title is the shorter one of two.
  const longer = others.filter(({ header }) => !isTitleHeader(header));
  const description =
    withHeaderRole(longer, "description") ??
    withHeaderRole(others, "description") ??
    (message ? others[0] : texts[1]);
  const other = message ?? texts.find((column) => column !== description);
  if (description === undefined || other === undefined) return [];
  mapping.description = description.index;
  const reason = `columns ${other.index} and ${description.index} are both text: which one the API returns is not stated`;
  // “Description | Used by”: a column that is neither named a message nor needed as the description is left out.
  if (message === undefined && description.named === "description") {
    const unstated = `column ${other.index} is left out: its header does not say whether the API returns it`;
    return foreign.length === 0 ? [] : [{ reason: unstated, other: { ...mapping, message: other.index } }];
  }
  mapping.message = other.index;
  if (message && (description.named === "description" || message.chinese < 0.5)) return [];
  return [{ reason, other: { ...mapping, message: description.index, description: other.index } }];
}

/** A Chinese text beside one in another language is its description. */
function assignByLanguage(mapping: ColumnMapping, foreign: Column[], chinese: Column[]): Decision["doubts"] {
  const message = withHeaderRole(foreign, "message") ?? foreign[0];
  const described = foreign.find((column) => column !== message && column.named === "description");
  const description =
    withHeaderRole(chinese, "description") ??
    (message?.named === "message" ? described : undefined) ??
    chinese[0];
  if (message === undefined || description === undefined) return [];
  mapping.message = message.index;
  mapping.description = description.index;
  const rival = foreign.find((column) => column !== message);
  if (rival === undefined || message.named === "message") return [];
  const reason = `columns ${message.index} and ${rival.index} could both be the message that the API returns`;
  return [{ reason, other: { ...mapping, message: rival.index } }];
}

function isTitleHeader(header: string): boolean {
  return /\btitles?\b|标题|タイトル|제목/i.test(header);
}

/** Returns the first column whose header implies a role. */
function withHeaderRole(columns: readonly Column[], role: Column["named"]): Column | undefined {
  return columns.find((column) => column.named === role);
}

function assignOnlyText(mapping: ColumnMapping, text: Column): Decision["doubts"] {
  const isChinese = text.chinese >= 0.5;
  const couldBeMessage = text.named === "message" || (text.named === undefined && text.placeholder >= 0.3);
  const isMessage = !isChinese && couldBeMessage;
  const [role, otherRole] = isMessage
    ? (["message", "description"] as const)
    : (["description", "message"] as const);
  const other = { ...mapping, [otherRole]: text.index };
  mapping[role] = text.index;
  if (isChinese && text.named === "message") {
    return [
      {
        reason: `column ${text.index} is headed “${text.header}”, but is Chinese: read as the description`,
        other,
      },
    ];
  }
  if (isChinese || (text.named !== undefined && text.named !== "other" && text.named !== "httpStatus"))
    return [];
  return [
    { reason: `column ${text.index} is read as the ${role}, although its header does not say so`, other },
  ];
}
