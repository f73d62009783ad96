import { asciidoc } from "./asciidoc.ts";
import { csv } from "./csv.ts";
import { data } from "./data.ts";
import type { DocumentFormat } from "./document-format.ts";
import { excel } from "./excel.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";
import { openapi } from "./openapi.ts";
import { protobuf } from "./protobuf.ts";
import { sourceCode } from "./source-code.ts";
import { toml } from "./toml.ts";

/** Every format of documents that list error codes; the first that fits a text reads it. */
export const documentFormats: readonly DocumentFormat[] = [
  markdown,
  html,
  csv,
  openapi,
  data,
  toml,
  protobuf,
  asciidoc,
  excel,
  sourceCode,
];

/** Returns the format of a document, by the ending of its name and, where several have it or none has, by its text. */
export function formatOf(name: string, text: string): DocumentFormat | undefined {
  const lower = name.toLowerCase();
  const named = documentFormats.filter(({ extensions }) => extensions.some((one) => lower.endsWith(one)));
  if (named.length === 0) return documentFormats.find(({ matches }) => matches?.(text));
  return named.find(({ matches }) => matches?.(text) ?? true) ?? named.at(-1);
}
