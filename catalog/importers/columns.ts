import type { Slices } from "../model/slices.ts";
import {
  codeLikeness,
  codesIn,
  isChinese,
  isNothing,
  isRegisteredStatus,
  isSentence,
  isStatusPhrase,
  isTypeName,
  isYesOrNo,
  speaksOfFailure,
  statusesIn,
} from "./cells.ts";
import type { Role } from "./imported.ts";
import { areOwnNumbers } from "./own-numbers.ts";
import type { Table } from "./table.ts";

/** What the cells of one column contain: each number is a share of the cells that aren't empty, from 0 to 1. */
export interface Column {
  index: number;
  header: string;
  /** The role that the words of the header imply, which the cells may contradict. */
  named: Role | "other" | undefined;
  /** The share of all cells that aren't empty. */
  filled: number;
  /** The average likelihood that the cells are codes. */
  code: number;
  /** The share of cells that could be codes at all, with any likelihood. */
  coded: number;
  /** The share of cells that are a number. */
  number: number;
  status: number;
  chinese: number;
  sentence: number;
  text: number;
  placeholder: number;
  phrase: number;
  type: number;
  yesOrNo: number;
  failure: number;
  /** The number of different values as a share. */
  distinct: number;
  /** Whether the column only numbers the rows: 1, 2, 3 … */
  counts: boolean;
}

/** Returns the table with its first row as the header, if it has none and that row consists of header words. */
export function withHeader(table: Table): Table {
  const [first, ...rows] = table.rows;
  if (first === undefined || table.header.some((text) => text !== "")) return table;
  const texts = first.cells.map((cell) => cell.text);
  const recognized = texts.filter((text) => text.length < 30 && roleOf(text) !== undefined).length;
  if (recognized * 2 <= texts.length || texts.some((text) => statusesIn(text) !== undefined)) return table;
  return { ...table, header: texts, rows };
}

/**
 * Analyzes every column of a table, together with the columns of the tables `alike`: what a few rows leave open, such as
 * whether 200 to 204 are statuses, more rows below the same header may settle.
 */
function* columnsOf(table: Table, alike: readonly Table[] = [table]): Slices<Column[]> {
  const all = alike.map(({ rows }) => rows.filter((row) => row.heading === undefined));
  const width = all.flat().reduce((most, row) => Math.max(most, row.cells.length), table.header.length);
  const columns: Column[] = [];
  for (let index = 0; index < width; index++) {
    const cells = all.map((rows) => rows.map((row) => row.cells[index]?.text ?? ""));
    const column = yield* columnOf(index, table.header[index] ?? "", cells);
    const isNumbered = column.status >= 0.8 && column.number >= 0.9 && callsErrorCode(column.header);
    if (isNumbered && areOwnNumbers(alike, index))
      Object.assign(column, { status: 0, code: 0.95, named: "code" });
    columns.push(column);
  }
  return columns;
}

/**
 * Returns a function that analyzes the columns of each of some tables. Tables with the same header are analyzed together,
 * once for all of them, if it names a column of codes.
 */
export function columnsAmong(tables: readonly Table[]): (table: Table) => Slices<Column[]> {
  const byHeader = Map.groupBy(tables, ({ header }) => header.join("\n"));
  const analyzed = new Map<string, Column[]>();
  return function* (table) {
    if (!table.header.some((text) => roleOf(text) === "code")) return yield* columnsOf(table);
    const key = JSON.stringify(table.header);
    let columns = analyzed.get(key);
    if (!columns) {
      columns = yield* columnsOf(table, byHeader.get(table.header.join("\n")));
      analyzed.set(key, columns);
    }
    return columns;
  };
}

function* columnOf(index: number, header: string, tables: string[][]): Slices<Column> {
  const all = tables.flat();
  const cells = all.filter((cell) => !isNothing(cell));
  const share = (test: (cell: string) => boolean | number) => shareOf(cells, test);
  const statuses: ReturnType<typeof statusesIn>[] = [];
  for (const cell of cells) {
    statuses.push(statusesIn(cell));
    yield;
  }
  const registered = statuses.flatMap((list) => list ?? []).filter(isRegisteredStatus).length;
  const listed = statuses.flatMap((list) => list ?? []).length;
  const column: Column = {
    index,
    header,
    named: roleOf(header),
    filled: all.length === 0 ? 0 : cells.length / all.length,
    code: yield* share((cell) => cellCodeLikeness(cell)),
    coded: yield* share((cell) => codesIn(cell).length > 0),
    number: yield* share((cell) => /^[+-]?(?:\d{1,12}|0x[\da-f]+)$/i.test(cell)),
    // Three digits alone don't make a status: a vendor may number its errors from 101 to 180.
    status: registered >= listed * 0.7 ? yield* share((cell) => statusesIn(cell) !== undefined) : 0,
    chinese: yield* share(isChinese),
    sentence: yield* share(isSentence),
    text: yield* share((cell) => isChinese(cell) || isSentence(cell)),
    placeholder: yield* share((cell) => /%[sdv]|\{\w*\}|<\w+>|\$\{|\[\w+\]/.test(cell)),
    phrase: yield* share(isStatusPhrase),
    type: yield* share(isTypeName),
    yesOrNo: yield* share(isYesOrNo),
    failure: yield* share(speaksOfFailure),
    distinct: cells.length === 0 ? 0 : new Set(cells).size / cells.length,
    counts: cells.length > 2 && tables.every(isNumbered),
  };
  // Numbers below a header that names them codes are certainly codes, unless they are statuses.
  const isNumeric = (yield* share((cell) => /^[+-]?\d{1,9}$/.test(cell))) >= 0.9;
  if (isNumeric && column.status < 0.8 && column.named === "httpStatus" && isCodeHeader(header))
    column.named = "code";
  const isNamed = column.coded >= 0.9 && callsErrorCode(header);
  if ((isNumeric || isNamed) && column.status < 0.8 && column.named === "code")
    column.code = Math.max(column.code, 0.95);
  return column;
}

/** Returns the share of cells that pass a test, or the average of the numbers that it returns. */
function* shareOf(cells: readonly string[], test: (cell: string) => boolean | number): Slices<number> {
  let sum = 0;
  for (const [index, cell] of cells.entries()) {
    sum += Number(test(cell));
    if (index % 256 === 0) yield;
  }
  return cells.length === 0 ? 0 : sum / cells.length;
}

/** Whether the cells, empty ones aside, count up by one from at most 1. */
function isNumbered(all: readonly string[]): boolean {
  const cells = all.filter((cell) => !isNothing(cell));
  return Number(cells[0] ?? 0) <= 1 && cells.every((cell, row) => Number(cell) === Number(cells[0]) + row);
}

/** Whether a header names a “status code” other than HTTP's. */
function isCodeHeader(header: string): boolean {
  return !/http/i.test(header) && /码|コード|코드|\bcode/i.test(header);
}

function cellCodeLikeness(cell: string): number {
  const codes = codesIn(cell);
  return codes.length === 0 ? 0 : codes.reduce((sum, code) => sum + codeLikeness(code), 0) / codes.length;
}

/** Whether a header calls a column that of names, as of constants. */
export function isNameHeader(header: string): boolean {
  return /名称|名$|常量|符号|标识|識別|\bname|constant|symbol|identifier|\bkey\b|enum|상수|이름|定数/i.test(
    header,
  );
}

/** Whether a header calls a column that of what errors are divided into. */
export function isClassHeader(header: string): boolean {
  return /categor|severity|\blevels?\b|分类|类别|級別|级别|等级|カテゴリ|分類|重要度|분류|카테고리|심각도/i.test(
    header,
  );
}

const errorCodePattern =
  /错误码|错误代码|返回码|异常码|エラー ?コード|오류 ?코드|에러 ?코드|mã lỗi|\berr(?:or)?[ _-]?code|\berr(?:or)?[ _-]?(?:no|num)\b/;

/** Whether a header names error codes, not just some code. */
export function callsErrorCode(header: string): boolean {
  return errorCodePattern.test(header.toLowerCase());
}

/** In order of precedence: in a header such as “错误码描述”, the description takes precedence over the code. */
const rolePatterns: readonly (readonly [Role | "other", RegExp])[] = [
  ["other", /名称|名$|常量|符号|标识|模块名|identifier|\bname\b|constant|symbol|\bkey\b/],
  [
    "fix",
    /解[决決]|[处處]理|排查|措施|建议|建議|方案|[对對対]策|対[処応]|推奨|권장|해결|조치|대응|대처|solution|\baction|resol|remed|\bfix|suggest|handling|how to|workaround|what (?:to|you can) do|troubleshoot|recover|next steps?|mitigat|\bhints?\b|ヒント|힌트|xử lý|khắc phục|giải pháp/,
  ],
  [
    "message",
    /错误信息|错误消息|返回信息|提示|报错|メッセージ|메시지|message|\bmsg\b|error (?:text|information)|thông báo|thông điệp/,
  ],
  [
    "description",
    /描述|说明|説明|含义|语义|释义|解释|备注|意味|설명|의미|내용|descri|meaning|detail|explan|remark|comment|summary|notes?$|비고|概要|\btitles?\b|标题|タイトル|제목|mô tả|ý nghĩa/,
  ],
  ["cause", /原因|원인|nguyên nhân|発生条件|触发条件|cause|reason|why|\bconditions?\b/],
  ["code", errorCodePattern],
  [
    "other",
    /\b(?:country|currency|language|locale|zip|postal|area|region|bank|branch|provider|product|item|order|plan|tax|coupon|promo|verification|sms|qr|bar|colou?r|source) ?codes?\b|(?:国家|地区|区域|城市|省份|行政区划|货币|币种|语言|银行|产品|商品|渠道|邮政)(?:代码|编码)/,
  ],
  ["httpStatus", /http|状态|ステータス|상태|status/],
  ["message", /信息|消息|information/],
  ["code", /代码|编码|码值|响应码|コード|코드|\bcodes?\b|error ?(?:id|number|no)|errno|^errors?$|^错误$/],
  [
    "other",
    /参数|字段|类型|必[选填须]|默认|地域|版本|序号|接口|模块|服务|分类|产品|param|field|type|required|default/,
  ],
  ["other", /region|version|^no\.?$|^#$|module|service|category|product/],
];

/** Returns the role that the words of a header imply for its column. */
export function roleOf(header: string): Role | "other" | undefined {
  const text = header
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_\s]+/g, " ")
    .trim()
    .toLowerCase();
  return rolePatterns.find(([, pattern]) => pattern.test(text))?.[0];
}
