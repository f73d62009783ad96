import { toMarkdown } from "../../catalog/rendering/hover.ts";
import { codeSpan, escapeMarkdown, type RenderingOptions, textOf } from "../../catalog/rendering/markdown.ts";
import { errorsIn, type ReportedError } from "../../catalog/responses/explanation.ts";
import { actionSentence } from "../../catalog/responses/whose/action-sentence.ts";
import { labels } from "../../catalog/schema/terms.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { Project } from "../configuration/project.ts";
import type { Span } from "../documents/span.ts";

/** How far around a position a log is read, in UTF-16 units: an error with its request ID, or a trace of causes. */
const around = 5000;

/** A code that a log reports at a position, as Markdown, and where it stands. */
export interface ReportedCode extends Span {
  markdown: string;
}

/** Explains the code at an offset of a log by what the lines around it say; undefined if they report none there. */
export function reportedCodeAt(
  text: string,
  offset: number,
  project: Project,
  rendering: RenderingOptions,
): ReportedCode | undefined {
  const start = text.lastIndexOf("\n", Math.max(0, offset - around)) + 1;
  const error = errorsIn(text.slice(start, offset + around), project).find(
    ({ codeSpan: span }) => span && start + span.start <= offset && offset <= start + span.end,
  );
  const known = error?.candidates.flatMap(({ entry }) => entry ?? []) ?? [];
  // What was received stands in place of what the catalog knows of messages.
  const entries = error?.message === undefined ? known : known.map((entry) => ({ ...entry, messages: [] }));
  const [first] = entries;
  if (!error?.codeSpan || !first) return undefined;
  const markdown = toMarkdown(entries, project.catalog, rendering, {
    certainProviders: new Set(entries.map(({ provider }) => provider)),
    isImported: (entry) => entry === first,
    matchesChildren: false,
    notes: received(error, project, rendering),
  });
  return { markdown, start: start + error.codeSpan.start, end: start + error.codeSpan.end };
}

/** Returns what the error states besides its code, as paragraphs of Markdown. */
function received(
  { message, requestId, action, candidates: [best] }: ReportedError,
  { catalog }: Project,
  { displayLanguage }: RenderingOptions,
): string[] {
  const fact = (label: LocalizedText, markdown: string | undefined) =>
    markdown === undefined ? [] : [`**${textOf(label, displayLanguage)}** ${markdown}`];
  const sentence = action && best && actionSentence(action, best.provider, catalog, displayLanguage);
  return [
    ...fact(labels.message, message && codeSpan(message)),
    ...fact(labels.action, sentence && escapeMarkdown(sentence)),
    ...fact(labels.requestId, requestId && codeSpan(requestId)),
  ];
}
