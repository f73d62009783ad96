import { explainedCodesOf } from "../../catalog/model/explained.ts";
import { actionToMarkdown, documentedFor, unknownActionToMarkdown } from "../../catalog/rendering/action.ts";
import type { RenderingOptions } from "../../catalog/rendering/markdown.ts";
import { type DisplayLanguage, localizedTexts } from "../../catalog/text/localized-text.ts";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { answeringAction, handledActionsAt } from "../analysis/handled-actions.ts";
import type { Span } from "../documents/span.ts";

/** Returns what the action that is named at an offset can fail with, as Markdown; undefined if none certainly is. */
export function actionHoverAt(
  { calls, project: { catalog } }: Analysis,
  offset: number,
  rendering: RenderingOptions,
): { markdown: string; span: Span } | undefined {
  const named = calls?.nameAt(offset);
  if (!named || named.service === undefined || named.call?.certain === false) return undefined;
  const { span, provider, service, action } = named;
  const answering = answeringAction(named, catalog);
  const markdown = answering
    ? actionToMarkdown(answering, answering.answers, catalog, rendering)
    : unknownActionToMarkdown(
        { provider, service, action },
        explainedCodesOf(provider, service, catalog),
        catalog,
        rendering,
      );
  return markdown === "" ? undefined : { markdown, span };
}

/** So many actions are named; a code that handles more of them is not about any. */
const maximumActions = 3;

/**
 * Returns the note on whether a code is documented for the actions whose failure is handled where it stands, as paragraphs;
 * none where these are not certain.
 */
export function documentedNote(
  { evidence, literal, entries }: AnalyzedLiteral,
  analysis: Analysis,
  displayLanguage: DisplayLanguage,
): string[] {
  const handled = evidence ? handledActionsAt(analysis, literal.start) : undefined;
  if (!handled?.certain || handled.actions.length > maximumActions) return [];
  const { actions } = handled;
  // Of another provider's code, the hover says that it is one.
  if (!entries.some(({ provider }) => actions.some((action) => action.provider === provider))) return [];
  const answering = actions.filter(({ answers }) => answers.some(({ code }) => code === literal.text));
  const named = answering.length > 0 ? answering : actions;
  const names = [...new Set(named.map(({ action }) => action))];
  return localizedTexts(documentedFor(names, answering.length > 0), displayLanguage);
}
