import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "../../../catalog/responses/whose/knowledge.ts";
import { Search } from "../../../catalog/search/search.ts";
import { builtInCatalog } from "../built-in.ts";

/** What a text states of an error; `?` for a provider that it does not show. */
export interface Stated {
  provider: string;
  code?: string;
  message?: string;
  requestId?: string;
  httpStatus?: number;
}

/** A text as SDKs, tools and APIs write it, and the errors that it reports. */
export interface Form {
  name: string;
  text: string;
  errors: Stated[];
}

const folder = join(import.meta.dirname, "forms");

/**
 * Reads the forms of the folder beside: texts after `=== name`, and after `---` a line of JSON for each error.
 */
export function forms(): Form[] {
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .split(/^=== /m)
      .slice(1)
      .map((part) => toForm(part, file.replace(/\.txt$/, ""))),
  );
}

function toForm(part: string, group: string): Form {
  const [head = "", expected = ""] = part.split(/^---\n/m);
  const end = head.indexOf("\n");
  const errors = expected.trim().split("\n");
  return {
    name: `${group}: ${head.slice(0, end)}`,
    text: head.slice(end + 1).replace(/\n$/, ""),
    errors: errors.map((line) => JSON.parse(line) as Stated),
  };
}

let known: Promise<Knowledge> | undefined;

/** Returns the built-in catalog with its search, which are made once. */
export function knowledge(): Promise<Knowledge> {
  known ??= builtInCatalog().then((catalog) => ({ catalog, search: new Search(catalog) }));
  return known;
}
