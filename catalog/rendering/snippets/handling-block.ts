import { type DisplayLanguage, localize } from "../../text/localized-text.ts";
import { canBeQuoted } from "../../text/source-text.ts";
import { type Handler, handlers } from "./handlers.ts";
import { comments, fill, sdkOf } from "./index.ts";
import type { Sdk, SnippetLanguage } from "./language.ts";

/** A place at which a failure is handled, as its code names things. */
export interface HandlingPlace {
  /** The variable of the error. */
  error: string;
  /** The variable that counts the attempts of the loop around which sends again; undefined if there is no such loop. */
  attempt: string | undefined;
}

/** The codes of a block, whose they are, and the text of the file, of which the imports count. */
interface Handled {
  provider: string;
  /** Codes that are handled in one way each, and those together that are worth a retry. */
  single: readonly string[];
  retryable: readonly string[];
  text: string;
}

/** Where the cursor stands in a block first. */
export const cursorMark = "\u0001";

/** A block of code, with tabs for levels of indentation and {@link cursorMark}; and the SDK that it uses. */
export interface HandlingBlock {
  text: string;
  sdk: Sdk;
}

/** Returns a switch over codes that stands where a failure is handled; undefined if the language has none. */
export function switchBlock(
  handled: Handled,
  language: SnippetLanguage,
  place: HandlingPlace,
  displayLanguage: DisplayLanguage,
): HandlingBlock | undefined {
  const values = valuesFor(handled, language, place, displayLanguage);
  if (!values) return undefined;
  const { handler, sdk, filled } = values;
  const arm = (codes: readonly string[], comment: string) => {
    const quoted = codes.filter(canBeQuoted).map(language.quote);
    const labels = joined(quoted, handler.separator, handler.isWrapped);
    return quoted.length === 0 ? "" : filled(handler.case, { labels, handle: comment });
  };
  const cases = [
    arm(handled.retryable, localize(comments.again, displayLanguage) + cursorMark),
    ...handled.single.map((code) => arm([code], localize(comments.handle, displayLanguage))),
  ];
  return { text: onceMarked(filled(handler.switch, { cases: cases.join("") })), sdk };
}

/** Returns the test for codes that are worth a retry, and in a loop the retry itself; undefined as above. */
export function retryBlock(
  handled: Handled,
  language: SnippetLanguage,
  place: HandlingPlace,
  displayLanguage: DisplayLanguage,
): HandlingBlock | undefined {
  const values = valuesFor(handled, language, place, displayLanguage);
  const quoted = handled.retryable.filter(canBeQuoted).map(language.quote);
  if (!values || quoted.length === 0) return undefined;
  const { handler, sdk, filled } = values;
  const text = filled(place.attempt === undefined ? handler.list : handler.retry, {
    codes: listed(quoted, ", ", handler.comma),
    alternatives: listed(quoted, " | "),
    again: localize(comments.again, displayLanguage) + cursorMark,
  });
  // Blanks inside of braces are for a list that is written on one line.
  return { text: onceMarked(text.replace(/\{ \n/g, "{\n").replace(/\n \}/g, "\n}")), sdk };
}

function valuesFor(
  { provider, text }: Handled,
  language: SnippetLanguage,
  { error, attempt }: HandlingPlace,
  displayLanguage: DisplayLanguage,
):
  | { handler: Handler; sdk: Sdk; filled: (template: string, own: Record<string, string>) => string }
  | undefined {
  const handler = handlers[language.name];
  if (!handler) return undefined;
  const isMeant = (one: { provider: string; isImported: RegExp }) =>
    one.provider === provider && one.isImported.test(text);
  const sdk = handler.generations?.find(isMeant) ?? sdkOf(language, provider);
  const variable = new RegExp(`(?<![\\w$])${handler.variable.replace("$", "\\$")}(?!\\w)`);
  const values = {
    type: sdk.type,
    value: sdk.value.replace(variable, () => error),
    error,
    attempt: attempt ?? "attempt",
    jitter: localize(comments.jitter, displayLanguage),
  };
  return { handler, sdk, filled: (template, own) => fill(template, { ...values, ...own }) };
}

/** Longer lists are written on several lines, in UTF-16 units. */
const maximumLine = 72;

/** Joins codes to the labels of a case; `isWrapped` says whether those of several lines need parentheses. */
function joined(quoted: readonly string[], separator: string, isWrapped = false): string {
  const line = quoted.join(separator);
  if (line.length <= maximumLine || separator.includes("\n")) return line;
  const lines = quoted.join(lineBreak(separator, "\t\t"));
  return isWrapped ? `(\n\t\t${lines}\n\t)` : `\n\t\t${lines}`;
}

/** Joins codes to what stands between the brackets of a list. */
function listed(quoted: readonly string[], separator: string, comma: Handler["comma"] = "never"): string {
  const line = quoted.join(separator) + (comma === "tuple" && quoted.length === 1 ? "," : "");
  if (line.length <= maximumLine) return line;
  return `\n\t${quoted.join(lineBreak(separator, "\t"))}${comma === "never" ? "" : ","}\n`;
}

/** Returns what stands between two codes of several lines: a comma behind the first, another sign before the second. */
function lineBreak(separator: string, indent: string): string {
  return separator.startsWith(",") ? `,\n${indent}` : `\n${indent}${separator.trimStart()}`;
}

/** Keeps the first mark alone. */
function onceMarked(text: string): string {
  const [first = "", ...rest] = text.split(cursorMark);
  return rest.length === 0 ? text : first + cursorMark + rest.join("");
}
