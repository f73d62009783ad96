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
import { idNamed } from "./other-names.ts";
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

/**
 * Returns the language of an embedded region by the name that the document gives it: an id, an extension, a media type
 * or another usual name. Returns undefined if the name is not known.
 */
export function languageByName(name: string): Language | undefined {
  const word = name.toLowerCase().replace(/^.*[/+]/, "") || name;
  const id = idNamed(word) ?? word;
  return languageById(id) ?? languageByPath(`.${id}`);
}

/** The ids of texts without a language, whatever their files are called. */
const textIds: ReadonlySet<string> = new Set(["plaintext", "text", "log", "output"]);

/**
 * Returns the language id of a document, out of the `ids` of the languages where it is one of them: editors call
 * languages differently, and some do not know the language of a file that its name tells. An id that nothing tells
 * stays as it is.
 */
export function languageIdOf(id: string, uri: string): string {
  if (languageById(id) || textIds.has(id)) return id;
  const names = namesIn(id);
  const known = names.map((name) => idNamed(name) ?? name).find(languageById);
  return known ?? languageByPath(pathIn(uri))?.ids[0] ?? id;
}

/**
 * Returns what an id can mean, the most exact first: Emacs calls languages by its modes (`python-ts-mode`), and Vim
 * appends what a file is used for (`yaml.ansible`).
 */
function namesIn(id: string): string[] {
  const whole = id.trim().toLowerCase();
  const mode = whole.replace(/-mode$/, "").replace(/-(?:ts|base)$/, "");
  return [whole, mode, ...mode.split(".").slice(0, 1)];
}

/** Returns the path in a URI, without what follows it. */
function pathIn(uri: string): string {
  return uri.replace(/[?#].*$/s, "");
}

/** Returns the language of a file by its extension; undefined if there is none. */
export function languageByPath(path: string): Language | undefined {
  const lower = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
}
