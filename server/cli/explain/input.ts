import { text as readAll } from "node:stream/consumers";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { isReport } from "../../../catalog/responses/explanation.ts";
import { type DisplayLanguage, localize } from "../../../catalog/text/localized-text.ts";
import { readRegularFile, unreadable } from "../../workspace/walk/regular-file.node.ts";
import { UsageError } from "../usage-error.ts";
import { words } from "./words.ts";

/** Files with more bytes are no error responses. */
const maximumBytes = 100_000_000;

/** Returns the text that an argument names or is: standard input (`-`), a file, or a text itself; undefined for a code. */
export async function readInput(
  argument: string,
  catalog: Catalog,
  lang: DisplayLanguage,
): Promise<string | undefined> {
  if (argument === "-") return readAll(process.stdin);
  try {
    return String(await readRegularFile(argument, maximumBytes));
  } catch (error) {
    const { failure, message } = unreadable(error, argument);
    if (catalog.hasEntry(argument) && !["denied", "circular", "large"].includes(failure)) return undefined;
    if (failure === "missing" && !isPath(argument)) return isReport(argument) ? argument : undefined;
    throw new UsageError(localize(words.unreadable(argument, message), lang));
  }
}

/** Whether an argument is written like the path of a file, which no code is. */
function isPath(argument: string): boolean {
  return (
    !/\s|^[{<[]/.test(argument) &&
    (/[/\\]|^\.{1,2}$/.test(argument) ||
      /^[\w.-]*\.(?:json|xml|txt|log|ya?ml|out|err|html?|md|har|csv)$/.test(argument))
  );
}
