import { type Column, callsErrorCode } from "./columns.ts";
import type { ColumnMapping } from "./imported.ts";

/** Which column holds what, and what stays open: each doubt with the mapping that would be the other choice. */
export interface Decision {
  mapping: ColumnMapping;
  doubts: { reason: string; other?: ColumnMapping }[];
}

/** Why no column can be told to hold error codes. */
export interface NoCodes {
  reason: string;
  /** What would be read if these were codes all the same. */
  other?: ColumnMapping;
}

const tie = 0.15;

/** Decides by what the cells hold; header words only break ties. */
export function decideMapping(columns: readonly Column[]): Decision | NoCodes {
  const candidates = columns.filter(couldBeCode).sort((one, other) => codeScore(other) - codeScore(one));
  const [first] = candidates;
  const statuses = columns.filter((column) => column.status >= 0.8);
  if (first === undefined) return noCodes(columns, statuses);
  const doubts: Decision["doubts"] = [];
  const close = candidates.filter((column) => codeScore(first) - codeScore(column) < tie);
  const named = close.filter((column) => column.named === "code");
  const calledError = named.filter((column) => callsErrorCode(column.header));
  const code = calledError[0] ?? named[0] ?? first;
  const settled = named.length === 1 || calledError.length === 1;
  const rival = (calledError.length > 1 ? calledError : named.length > 1 ? named : close).find(
    (column) => column !== code,
  );
  if (rival && !settled) {
    const reason = `columns ${code.index} and ${rival.index} both look like error codes`;
    doubts.push({ reason, other: complete(columns, rival, statuses).mapping });
  }
  if (code.coded < 0.7) doubts.push({ reason: `many cells of column ${code.index} hold no error code` });
  const rest = complete(columns, code, statuses);
  return { mapping: rest.mapping, doubts: [...doubts, ...rest.doubts] };
}

function couldBeCode(column: Column): boolean {
  if (column.code < 0.35 || column.filled < 0.3 || column.status >= 0.8) return false;
  if (column.type > 0.6 || column.yesOrNo > 0.6 || (column.counts && column.named !== "code")) return false;
  // `Forbidden`, `Conflict`: the phrases of statuses, unless the header calls them codes.
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
  return { reason, other: complete(columns, status, []).mapping };
}

function complete(columns: readonly Column[], code: Column, statuses: readonly Column[]): Decision {
  const others = statuses.filter((column) => column !== code).sort((one, other) => other.filled - one.filled);
  const status = named(others, "httpStatus") ?? others[0];
  const mapping: ColumnMapping = { code: code.index };
  if (status) mapping.httpStatus = status.index;
  const all = columns.filter((column) => column !== code && column !== status && isText(column));
  // “Module”, “Error type”: they sort the codes, and are their description only where there's no other.
  const texts = all.some((column) => column.named !== "other")
    ? all.filter(({ named }) => named !== "other")
    : all;
  const fix = texts.find((column) => column.named === "fix");
  const cause = texts.filter((column) => column.named === "cause" && texts.length > (fix ? 2 : 1))[0];
  if (fix && texts.length > 1) mapping.fix = fix.index;
  if (cause) mapping.cause = cause.index;
  const said = texts.filter((column) => column.index !== mapping.fix && column.index !== mapping.cause);
  const doubts = assignTexts(mapping, said);
  const rival = others.find((column) => column !== status);
  if (status && rival) {
    const reason = `columns ${status.index} and ${rival.index} are both HTTP statuses`;
    doubts.unshift({ reason, other: { ...mapping, httpStatus: rival.index } });
  }
  return { mapping, doubts };
}

const textual: readonly Column["named"][] = ["message", "description", "cause", "fix"];

function isText(column: Column): boolean {
  if (
    column.filled === 0 ||
    column.code >= 0.9 ||
    column.status >= 0.8 ||
    column.type > 0.6 ||
    column.yesOrNo > 0.6
  )
    return false;
  return column.text >= 0.4 || textual.includes(column.named);
}

/** Of the columns of text, which is what the API answers, and which is what the document says. */
function assignTexts(mapping: ColumnMapping, texts: readonly Column[]): Decision["doubts"] {
  const [lone] = texts;
  if (lone === undefined) return [];
  if (texts.length === 1) return assignLone(mapping, lone);
  const chinese = texts.filter((column) => column.chinese >= 0.5);
  const foreign = texts.filter((column) => column.chinese < 0.5);
  if (foreign.length > 0 && chinese.length > 0) return assignByLanguage(mapping, foreign, chinese);
  const message = named(texts, "message");
  const left = texts.filter((column) => column !== message);
  const description = named(left, "description") ?? (message ? left[0] : texts[1]);
  const other = message ?? texts.find((column) => column !== description);
  if (description === undefined || other === undefined) return [];
  mapping.description = description.index;
  const reason = `columns ${other.index} and ${description.index} are both texts: which one the API answers is not said`;
  // “Description | Used by”: what is neither named a message nor needed for a description stays out.
  if (message === undefined && description.named === "description") {
    const unsaid = `column ${other.index} is left out: its header does not say whether the API answers it`;
    return foreign.length === 0 ? [] : [{ reason: unsaid, other: { ...mapping, message: other.index } }];
  }
  mapping.message = other.index;
  if (message && (description.named === "description" || message.chinese < 0.5)) return [];
  return [{ reason, other: { ...mapping, message: description.index, description: other.index } }];
}

/** A Chinese text beside one in another language is the description of it. */
function assignByLanguage(mapping: ColumnMapping, foreign: Column[], chinese: Column[]): Decision["doubts"] {
  const message = named(foreign, "message") ?? foreign[0];
  const description = named(chinese, "description") ?? chinese[0];
  if (message === undefined || description === undefined) return [];
  mapping.message = message.index;
  mapping.description = description.index;
  const rival = foreign.find((column) => column !== message);
  if (rival === undefined || message.named === "message") return [];
  const reason = `columns ${message.index} and ${rival.index} could both be what the API answers`;
  return [{ reason, other: { ...mapping, message: rival.index } }];
}

function named(columns: readonly Column[], role: Column["named"]): Column | undefined {
  return columns.find((column) => column.named === role);
}

function assignLone(mapping: ColumnMapping, text: Column): Decision["doubts"] {
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
  return [{ reason: `column ${text.index} is read as the ${role}, which its header does not say`, other }];
}
