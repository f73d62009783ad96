import { fitsInSource } from "../../catalog/text/source-text.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { hasBareLiterals, languageById } from "./languages/index.ts";

/**
 * Returns whether a code can replace a span of a document, so that nothing but the literal there changes. `quotes` are
 * those that are written before it, or that are still missing behind it.
 */
export function canReplace(
  { text, languageId }: Pick<TrackedDocument, "text" | "languageId">,
  { start, end }: Span,
  code: string,
  quotes = { open: "", close: "" },
): boolean {
  const language = languageById(languageId);
  return fitsInSource(code, {
    before: text.slice(Math.max(0, start - 2), start) + quotes.open,
    after: quotes.close + text.charAt(end),
    isBareValue: language !== undefined && hasBareLiterals(language),
  });
}
