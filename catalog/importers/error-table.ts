import type { Column } from "./columns.ts";
import type { ColumnMapping } from "./imported.ts";
import type { Table } from "./table.ts";

/** Whether a table lists error codes; `no` and `unsure` carry the reason. */
export type TableVerdict = { is: "yes" } | { is: "no" | "unsure"; reason: string };

/** Matches headings and headers that speak of errors. */
export const aboutErrors =
  /错误|异常|返回码|故障|エラー|오류|에러|\berros?\b|errores|erreur|fehler|kesalahan|lỗi|ошиб|\berrors?\b|error_?codes?|failure|exceptions?|return codes?/i;

const aboutTypes = /类型|タイプ|유형|\b(?:type|tipo|jenis)\b/i;
const aboutParameters =
  /参数名|参数$|字段|节点|元素|属性|フィールド|필드|接口|地域|可用区|parameter$|parameter name|field|\bnode\b|element|attribute|region|zone|version|endpoint/i;

/** Matches headings above the numbers of test cases. */
const aboutTests = /テスト|测试|테스트|\btest(?:s|ing)?\b/i;

/** Matches headings above the names of settings, metrics and the like. */
const aboutSettings =
  /config|setting|option|metric|environment|variable|配置|设置|设定|指标|環境変数|設定|설정|환경 ?변수/i;

/** Weighs the evidence for error codes (a status column, failure words, headings) against parameters, regions and enums. */
export function classifyTable(
  table: Table,
  columns: readonly Column[],
  mapping: ColumnMapping,
): TableVerdict {
  const code = columns[mapping.code];
  if (code === undefined) return { is: "no", reason: `there is no column ${mapping.code}` };
  const others = columns.filter((column) => column !== code);
  const holdsTypes = ({ type, filled, header }: Column) =>
    (type > 0.6 && filled >= 0.5) || (type > 0 && aboutTypes.test(header));
  if (others.some(holdsTypes)) {
    return { is: "no", reason: "a table of parameters: it has a column of types" };
  }
  if (
    others.some(
      (column) => column.yesOrNo > 0.8 && /必|可选|required|optional|mandatory/i.test(column.header),
    )
  ) {
    return { is: "no", reason: "a table of parameters: it has a column of required flags" };
  }
  const weight = weightOf(table, columns, code, mapping);
  if (weight >= 2) return { is: "yes" };
  if (weight >= 1) return { is: "unsure", reason: "too little evidence that these are error codes" };
  return { is: "no", reason: "no evidence that these are error codes" };
}

function weightOf(table: Table, columns: readonly Column[], code: Column, mapping: ColumnMapping): number {
  let weight = 0;
  if (aboutErrors.test(table.header.join(" "))) weight += 1.5;
  if (code.named === "code") weight += 1;
  if (mapping.httpStatus !== undefined) weight += 1.5;
  if (code.failure >= 0.3) weight += 1.5;
  else if (code.failure >= 0.1) weight += 0.5;
  const failureColumns = columns.filter((column) => column !== code && column.failure >= 0.3);
  if (failureColumns.length > 0) weight += failureColumns.some((column) => column.code >= 0.5) ? 1 : 0.5;
  // Whoever names a document that is nothing but a table means that table.
  if (table.isWhole) weight += 1;
  if (table.isNamed && code.code >= 0.5) weight += 2;
  if (mapping.name !== undefined) weight += 0.5;
  // What has a cause, or can be mended, has failed.
  if (mapping.cause !== undefined || mapping.fix !== undefined) weight += 1;
  // Codes that are set off in a list or as headings, below a heading about errors, need no table.
  if (aboutErrors.test(table.section)) weight += table.isImplied ? 2 : 1;
  else if (table.path.some((heading) => aboutErrors.test(heading))) weight += 0.5;
  if (columns.some((column) => aboutParameters.test(column.header))) weight -= 1;
  if (aboutTests.test(table.section)) weight -= 2;
  if (table.isImplied && aboutSettings.test(table.section) && !aboutErrors.test(table.section)) weight -= 2;
  return weight;
}
