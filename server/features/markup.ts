import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import { plainTextOf } from "../../catalog/rendering/plain-text.ts";

/**
 * Returns Markdown in a form that a client shows. `formats` are those that it names; one that names none is taken to show
 * Markdown, as all did before they could name any.
 */
export function toMarkup(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  const takesMarkdown = !Array.isArray(formats) || formats.includes(MarkupKind.Markdown);
  return takesMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainTextOf(markdown) };
}
