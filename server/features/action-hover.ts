import type { Entry } from "../../catalog/model/entry.ts";
import { explainedCodesOf } from "../../catalog/model/explained.ts";
import { actionToMarkdown, documentedFor, unknownActionToMarkdown } from "../../catalog/rendering/action.ts";
import { toMarkdown } from "../../catalog/rendering/hover.ts";
import type { RenderingOptions } from "../../catalog/rendering/markdown.ts";
import { type DisplayLanguage, localizedTexts } from "../../catalog/text/localized-text.ts";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { answeringAction, type HandledActions, handledActionsAt } from "../analysis/handled-actions.ts";
import { testedTypesIn } from "../analysis/tested-types.ts";
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

/**
 * Returns what is known of the code for which the type of an error stands at an offset, as Markdown, where the failure of
 * calls is handled; undefined if none does.
 */
export function typeHoverAt(
  analysis: Analysis,
  offset: number,
  rendering: RenderingOptions,
): { markdown: string; span: Span } | undefined {
  const { catalog } = analysis.project;
  const [tested] = testedTypesIn(analysis, offset);
  if (!tested) return undefined;
  const { code, span, calls } = tested;
  const isCalled = ({ provider, service }: Pick<Entry, "provider" | "service">) =>
    calls.some((call) => call.provider === provider && call.service === service);
  const ofProviders = catalog
    .entriesOf(code)
    .filter(({ provider }) => calls.some((call) => call.provider === provider));
  const own = ofProviders.filter(isCalled);
  const entries = own.length > 0 ? own : ofProviders;
  if (entries.length === 0) return undefined;
  const certainProviders = new Set(entries.map(({ provider }) => provider));
  const notes = noteOn(code, handledActionsAt(analysis, span.start), rendering.displayLanguage);
  const options = { certainProviders, isImported: isCalled, matchesChildren: false, notes };
  return { markdown: toMarkdown(entries, catalog, rendering, options), span };
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
  // Of another provider's code, the hover says that it is one.
  const isOfCall = entries.some(({ provider }) => handled?.actions.some((one) => one.provider === provider));
  return isOfCall ? noteOn(literal.text, handled, displayLanguage) : [];
}

function noteOn(
  code: string,
  handled: HandledActions | undefined,
  displayLanguage: DisplayLanguage,
): string[] {
  if (!handled?.certain || handled.actions.length > maximumActions) return [];
  const { actions } = handled;
  const answering = actions.filter(({ answers }) => answers.some((answer) => answer.code === code));
  const named = answering.length > 0 ? answering : actions;
  const names = [...new Set(named.map(({ action }) => action))];
  return localizedTexts(documentedFor(names, answering.length > 0), displayLanguage);
}
