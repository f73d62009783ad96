import { javascript, tsx, typescript } from "./ecmascript.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { json } from "./json.ts";
import type { Language } from "./language.ts";
import { python } from "./python.ts";
import { yaml } from "./yaml.ts";

/** Every language with a grammar; all others go through the plain-text fallback. */
export type { Language };

export const languages: readonly Language[] = [typescript, tsx, javascript, go, python, java, json, yaml];

/** The language of an editor's language id. */
export function languageOf(id: string): Language | undefined {
  return languages.find((language) => language.ids.includes(id));
}

/** The language of a file, by its extension. */
export function languageOfPath(path: string): Language | undefined {
  const lower = path.toLowerCase();
  return languages.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
}
