import type { Language } from "../language.ts";
import { cpp } from "./cpp.ts";
import { csharp } from "./csharp.ts";
import { dart } from "./dart.ts";
import { javascript, tsx, typescript } from "./ecmascript.ts";
import { expression } from "./expression.ts";
import { go } from "./go.ts";
import { groovy } from "./groovy.ts";
import { hcl, terraform } from "./hcl.ts";
import { html, svelte, vue } from "./html.ts";
import { java } from "./java.ts";
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
import { xml } from "./xml.ts";
import { yaml } from "./yaml.ts";

export type { Language };

/** Every language that is read; all others go through the plain-text fallback. */
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

/** The language of an editor's language id. */
export function languageOfId(id: string): Language | undefined {
  return languages.find((language) => language.ids.includes(id));
}

/** Whether literals of a language stand without quotes too. */
export function hasBareLiterals(language: Language): boolean {
  return "read" in language ? !language.quoted : language.query.includes("@scalar");
}

/** What documents call languages that have another id and extension. */
const aliases: Record<string, string> = {
  "c#": "csharp",
  "c++": "cpp",
  golang: "go",
  bash: "shellscript",
  console: "shellscript",
  shell: "shellscript",
  module: "javascript",
  node: "javascript",
};

/** The language that a document names before a stretch of it: by id, extension, media type or another usual name. */
export function languageNamed(name: string): Language | undefined {
  const word = name.toLowerCase().replace(/^.*[/+]/, "") || name;
  const id = aliases[word] ?? word;
  return languageOfId(id) ?? languageOfPath(`.${id}`);
}

/** The language of a file, by its extension. */
export function languageOfPath(path: string): Language | undefined {
  const lower = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
}
