import type { Language } from "../language.ts";
import { cpp } from "./cpp.ts";
import { csharp } from "./csharp.ts";
import { dart } from "./dart.ts";
import { expression } from "./expression.ts";
import { go } from "./go.ts";
import { groovy } from "./groovy.ts";
import { hcl, terraform } from "./hcl.ts";
import { html, svelte, vue } from "./html.ts";
import { java } from "./java.ts";
import { javascript } from "./javascript.ts";
import { json } from "./json.ts";
import { kotlin } from "./kotlin.ts";
import { lua } from "./lua.ts";
import { markdown } from "./markdown.ts";
import { notebook } from "./notebook.ts";
import { php } from "./php.ts";
import { powershell } from "./powershell.ts";
import { properties } from "./properties.ts";
import { python } from "./python.ts";
import { ruby } from "./ruby.ts";
import { rust } from "./rust.ts";
import { scala } from "./scala.ts";
import { shell } from "./shell.ts";
import { sql } from "./sql.ts";
import { swift } from "./swift.ts";
import { toml } from "./toml.ts";
import { tsx, typescript } from "./typescript.ts";
import { xml } from "./xml.ts";
import { yaml } from "./yaml.ts";

export type { Language };

/** All languages whose literals are found. A text in any other is only searched for known codes, by `fallback.ts`. */
export const languages: readonly Language[] = [
  typescript,
  tsx,
  javascript,
  go,
  python,
  java,
  kotlin,
  scala,
  groovy,
  swift,
  dart,
  csharp,
  php,
  ruby,
  rust,
  cpp,
  lua,
  shell,
  powershell,
  sql,
  terraform,
  hcl,
  json,
  yaml,
  toml,
  xml,
  properties,
  markdown,
  html,
  vue,
  svelte,
  notebook,
  expression,
];

/** Returns the language with an editor's language id; undefined if there is none. */
export function languageById(id: string): Language | undefined {
  return languages.find((language) => language.ids.includes(id));
}

/** Returns whether literals of a language may also be without quotes. */
export function hasBareLiterals(language: Language): boolean {
  if (language.hasQuotedLiteralsOnly) return false;
  return "read" in language || language.query.includes("@scalar");
}

/** Names in documents that are neither an id nor an extension of the language. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["c#", "csharp"],
  ["c++", "cpp"],
  ["golang", "go"],
  ["bash", "shellscript"],
  ["console", "shellscript"],
  ["shell", "shellscript"],
  ["module", "javascript"],
  ["node", "javascript"],
]);

/**
 * Returns the language of an embedded region by the name that the document gives it: an id, an extension, a media type
 * or another usual name. Returns undefined if the name is not known.
 */
export function languageByName(name: string): Language | undefined {
  const word = name.toLowerCase().replace(/^.*[/+]/, "") || name;
  const id = aliases.get(word) ?? word;
  return languageById(id) ?? languageByPath(`.${id}`);
}

/** Returns the language of a file by its extension; undefined if there is none. */
export function languageByPath(path: string): Language | undefined {
  const lower = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
}
