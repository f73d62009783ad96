import type { Language } from "../language.ts";
import type { Relation, RelationKind } from "../literal.ts";
import { tokenReader } from "../tokens/token-literals.ts";
import type { TokenGrammar, TokenRange, TokenStream } from "../tokens/token-stream.ts";

const grammar: TokenGrammar = {
  ignoresCase: true,
  skipped: /\s+|--[^\r\n]*|#[ !][^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y,
  strings: [
    { open: /[Ee]'/y, close: "'", escape: "\\", multiline: true },
    { open: /(?:[NnBbXx]|[Uu]&)?'/y, close: "'", escape: "'", multiline: true },
    { open: /[Qq]'\[/y, close: "]'", multiline: true },
    { open: /"/y, close: '"', escape: '"' },
    { open: /\$(\w*)\$/y, close: "$%$", multiline: true, body: true },
  ],
  word: /:?[@#]*[\p{L}_][\p{L}\p{N}_@$#]*|`[^`\r\n]*`/uy,
  // Whether `=` compares or assigns depends on the statement: see `findComparison`.
  equals: /(?!)/,
  contains: /^(?:i?like|rlike|regexp|similar|position|charindex|instr|strpos|locate|contains|starts_with)$/,
  within: /^in$/,
  assigns: /(?!)/,
  chains: /^(?:\.|->>?|::)$/,
  lists: /^\($/,
  wildcard: "%",
  keywords:
    /^(?:and|or|not|in|is|like|where|on|when|then|else|end|case|set|select|from|values|as|by|having|if|elsif|elseif|return|into|between|union|join|default|declare|enum|begin|check|constant)$/,
};

export const sql: Language = {
  name: "SQL",
  ids: ["sql", "mysql", "plsql", "pgsql", "postgres", "tsql", "mssql"],
  extensions: [".sql", ".psql", ".pgsql", ".ddl", ".dml"],
  comment: ["--"],
  hasQuotedLiteralsOnly: true,
  quote: "'",
  read: tokenReader(grammar, findComparison, findAssignment, findInsertedValue, findEnumValue, findCase),
};

/** Finds comparisons, `WHERE code = 'X'`, and values of columns: `SET code = 'X'`. */
function findComparison(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const sign = /^(?:==?|!=|<>)$/;
  const statement = keywordBefore(
    stream,
    from,
    /^(?:set|declare|where|on|and|or|when|if|having|check|select)$/,
  );
  if (isList || statement === "declare") return [];
  const kind = statement === "set" ? "value" : "compared";
  if (sign.test(stream.at(from - 1))) return columnRelation(stream, kind, stream.operandBefore(from - 2));
  if (sign.test(stream.at(to + 1))) return columnRelation(stream, kind, stream.operandAfter(to + 2));
  return [];
}

/**
 * Finds values of variables and columns: `v_code VARCHAR(9) := 'X'`, `DECLARE @code NVARCHAR(9) = 'X'`,
 * `code TEXT DEFAULT 'X'`, `SELECT 'X' AS code`.
 */
function findAssignment(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  if (isList) return [];
  if (stream.at(to + 1) === "as") return columnRelation(stream, "value", stream.operandAfter(to + 2));
  const sign = stream.at(from - 1);
  const declares =
    sign === "=" && keywordBefore(stream, from, /^(?:set|declare|where|if|when)$/) === "declare";
  if (!declares && sign !== ":=" && sign !== "default") return [];
  let start = stream.statementStart(from - 2);
  while (/^(?:declare|set|begin|then|else)$/.test(stream.at(start))) start++;
  const isConstant = stream.at(start + 1) === "constant";
  return columnRelation(stream, isConstant ? "constant" : "value", stream.operandAfter(start));
}

/**
 * Finds values of rows, each of the column at the same index: `INSERT INTO error_codes (code, …) VALUES ('X', …), …`.
 */
function findInsertedValue(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  const row = stream.parent(from);
  const columns = isList || stream.at(row) !== "(" ? undefined : columnsOf(stream, row);
  if (columns === undefined) return [];
  const at = stream.elements(row).findIndex((one) => one.from === from && one.to === to);
  return columnRelation(stream, "value", at < 0 ? undefined : stream.elements(columns)[at], columns - 1);
}

/** The results of `columnsOf` for each stream, by the opening bracket of the row. */
const columnsByRow = new WeakMap<TokenStream, Map<number, number | undefined>>();

/** Returns the index of the bracket that opens the column names of a row of values; undefined if there are none. */
function columnsOf(stream: TokenStream, row: number): number | undefined {
  const known = columnsByRow.get(stream) ?? new Map<number, number | undefined>();
  columnsByRow.set(stream, known);
  let at = row;
  while (!known.has(at) && stream.at(at - 1) === "," && stream.at(at - 2) === ")")
    at = stream.tokens[at - 2]?.pair ?? -1;
  const isFirst = /^values?$/.test(stream.at(at - 1)) && stream.at(at - 2) === ")";
  const columns = known.has(at) ? known.get(at) : isFirst ? stream.tokens[at - 2]?.pair : undefined;
  known.set(row, columns);
  return columns;
}

/** Finds values of enums: `CREATE TYPE error_code AS ENUM ('X', 'Y')`, `error_code ENUM('X', 'Y')`. */
function findEnumValue(stream: TokenStream, { from }: TokenRange, isList: boolean): Relation[] {
  if (!isList || stream.at(from - 1) !== "enum") return [];
  return columnRelation(
    stream,
    "listed",
    stream.operandBefore(from - (stream.at(from - 2) === "as" ? 3 : 2)),
  );
}

/** Finds cases: `CASE code WHEN 'X' THEN`. */
function findCase(stream: TokenStream, { from }: TokenRange): Relation[] {
  if (stream.at(from - 1) !== "when") return [];
  let depth = 0;
  let first = from - 1;
  for (let at = from - 2; at >= 0 && from - at < 1000; at--) {
    if (stream.parent(at) !== stream.parent(from)) continue;
    const word = stream.at(at);
    if (word === "end") depth++;
    else if (word === "when" && depth === 0) first = at;
    else if (word === "case" && depth-- === 0)
      return first > at + 1 ? columnRelation(stream, "case", { from: at + 1, to: first - 1 }) : [];
  }
  return [];
}

/** Returns the nearest of some keywords before a token, at most 300 tokens before it and inside the same brackets. */
function keywordBefore(stream: TokenStream, index: number, keywords: RegExp): string | undefined {
  for (let at = index - 1; at >= 0 && index - at < 300; at--) {
    const word = stream.at(at);
    if (stream.tokens[at]?.kind === "close") at = stream.tokens[at]?.pair ?? at;
    else if (word === ";" || stream.tokens[at]?.kind === "open") return undefined;
    else if (keywords.test(word)) return word;
  }
  return undefined;
}

/**
 * Returns a relation to a column. Many tables have a column named just `code`: its subject is made of the table's name,
 * as in `country-code`. `table` is the index of the last token of that name, if it is known.
 */
function columnRelation(
  stream: TokenStream,
  kind: RelationKind,
  column: TokenRange | undefined,
  table?: number,
): Relation[] {
  if (!column) return [];
  const subject = stream.text(column).slice(-200);
  const groups = /^(?:\W*(?<qualifier>\w+)\W*\.)?\W*code\W*$/i.exec(subject)?.groups;
  if (!groups) return [{ kind, subject }];
  const { qualifier } = groups;
  const range = table === undefined ? tableOf(stream, column.from, qualifier) : stream.operandBefore(table);
  const name = range ? stream.text(range) : qualifier;
  return [{ kind, subject: name ? `${singular(name)}-code` : subject }];
}

/**
 * Returns the table that the statement of a token names nearest before the token; with `alias`, the one with that
 * alias. Returns undefined if there is none in the 300 tokens before.
 */
function tableOf(stream: TokenStream, index: number, alias?: string): TokenRange | undefined {
  const wanted = alias?.toLowerCase();
  for (let at = index - 1; at >= 0 && index - at < 300 && stream.at(at) !== ";"; at--) {
    if (!/^(?:from|update|into|join|table)$/.test(stream.at(at)) || !stream.isName(at + 1)) continue;
    const table = stream.operandAfter(at + 1);
    const next = (table?.to ?? at) + 1;
    const name = stream.at(stream.at(next) === "as" ? next + 1 : next);
    if (wanted === undefined || name === wanted) return table;
  }
  return undefined;
}

/** Returns the singular of a table's unqualified name: `public.countries` → `country`. */
function singular(table: string): string {
  const name = /[\p{L}\p{N}_]+(?=\W*(?:\([\s\S]*)?$)/u.exec(table)?.[0] ?? "";
  return name.replace(/ies$/i, "y").replace(/(?<=[^su])s$/i, "");
}
