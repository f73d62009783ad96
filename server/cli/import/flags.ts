import { InvalidArgumentError } from "commander";
import { readMapping, type WrittenMapping } from "../../../catalog/importers/mapping-text.ts";

/** Options of the `import` command. */
export interface ImportFlags {
  provider: string;
  service?: string;
  name?: string;
  columns?: WrittenMapping[];
  /** Headings; only tables below one of them are imported. */
  section?: string[] | undefined;
  descriptions?: boolean;
  output?: string;
  /** Whether the rows are printed, and nothing is written. */
  dryRun?: boolean;
  json?: boolean;
}

/** The part of `--help` that describes merging, column mappings and exit codes. */
export const importHelp = `
The output is a catalog file: YAML, or JSON if the name of FILE ends in .json. Importing into an existing FILE
replaces the rows of the imported documents and keeps everything else: rows of other documents, texts,
comments, order. Entries that are no longer in the documents are kept and reported.
A document is named after its file, without the extension; in a folder, by its path from there.

Each doubt is reported with the --columns options (repeatable) that would resolve it:
  --columns code=1,httpStatus=0,message=2     for every table; columns are counted from 0
  --columns 'code=Error code,message=Text'    for every table, by its headers
  --columns docs/errors.md:code=0,fix=3       for every table of this document
  --columns docs/errors.md:34:code=0,fix=3    for the table that starts on this line of this document
  --columns docs/errors.md:34:skip            skips that table
Columns: code, name (of a code that is a number), httpStatus, message (as returned by the API, verbatim),
description, cause, fix.

Exit codes: 0 everything was read, 1 doubts remain, or rows or texts were skipped (the file is still written),
2 wrong usage, unreadable input, or no error code at all (nothing is written).`;

/** The same in Chinese. */
export const importHelpInChinese = `
输出是一个目录文件：YAML，或者在 FILE 以 .json 结尾时为 JSON。导入到已有的 FILE 时，只替换所导入文档的行，
其余内容保持不变：其他文档的行、文本、注释和顺序。文档中已不存在的条目会保留并报告。
文档以其文件名（不含扩展名）命名；在文件夹中则以从该文件夹开始的路径命名。

每处疑问都会连同可以消除它的 --columns 选项（可重复）一起报告：
  --columns code=1,httpStatus=0,message=2     用于所有表格；列从 0 开始计数
  --columns 'code=Error code,message=Text'    用于所有表格，按表头指定
  --columns docs/errors.md:code=0,fix=3       用于该文档的所有表格
  --columns docs/errors.md:34:code=0,fix=3    用于该文档中从这一行开始的表格
  --columns docs/errors.md:34:skip            跳过该表格
列：code、name（错误码为数字时的名称）、httpStatus、message（API 返回的原文）、description、cause、fix。

退出码：0 全部读取；1 仍有疑问，或者跳过了某些行或文本（仍会写入文件）；
2 用法错误、输入无法读取，或者没有任何错误码（不写入任何内容）。`;

/** Parses a value of the repeatable option `--columns` and adds it to the previous ones. */
export function toColumns(value: string, before: WrittenMapping[] = []): WrittenMapping[] {
  try {
    return [...before, readMapping(value)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** Adds a value of the repeatable option `--section` to the previous ones. */
export function toSections(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Validates the id of a provider or a service. */
export function toId(value: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return value;
  throw new InvalidArgumentError("It must be lower-case letters and digits, joined by '-'.");
}
