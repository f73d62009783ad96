import { loadDocument } from "../../catalog/importers/documents.ts";
import type { DocumentSource, DocumentTables } from "../../catalog/importers/formats/document-format.ts";
import { sourceTables } from "../../catalog/importers/source-tables.ts";
import type { Slices } from "../../catalog/model/slices.ts";
import { Lexer } from "../syntax/tokens/lexer.ts";
import { groupsOf } from "./declarations/groups.ts";
import { scopesIn } from "./declarations/scopes.ts";
import { SourceText } from "./declarations/source-text.ts";
import { type SourceForm, sourceFormOf } from "./lexical-forms.ts";

/** Longer texts, in UTF-16 units, are none that declare the errors of an API. */
const longestText = 4_000_000;

const tooLong = {
  en: `The file has more than ${longestText} characters, and is not read.`,
  "zh-CN": `文件超过 ${longestText} 个字符，未读取。`,
};

/** Reads the errors that source code declares. */
function* readSourceCode(text: string, form: SourceForm, path: string): Slices<DocumentTables> {
  if (text.length > longestText) return { tables: [], problems: [{ start: 0, reason: tooLong }] };
  const lexer = new Lexer(text, form);
  yield* lexer.read();
  const source = new SourceText(text, lexer.streams[0] ?? [], form);
  const name = /[^/\\]*$/.exec(path)?.[0] ?? "";
  const groups = groupsOf(source, yield* scopesIn(source), name);
  return { tables: yield* sourceTables(groups, name), problems: [] };
}

/** Reads a document that no format of the catalog's own can read alone: source code, and what needs a library. */
export async function loadAnyDocument(
  source: DocumentSource,
  name: string,
  work: <T>(slices: Slices<T>) => Promise<T> | T,
): Promise<DocumentTables | undefined> {
  const form = sourceFormOf(name);
  return form ? await work(readSourceCode(source.text, form, name)) : await loadDocument(source, name);
}
