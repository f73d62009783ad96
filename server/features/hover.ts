import { type Hover, MarkupKind } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { whenMade } from "../../catalog/model/lazy.ts";
import { toMarkdown } from "../../catalog/rendering/hover.ts";
import type { RenderingOptions } from "../../catalog/rendering/markdown.ts";
import { statusOf, unknownCodeToMarkdown } from "../../catalog/rendering/unknown-code.ts";
import { type Analysis, type AnalyzedLiteral, isHoverable, literalAt } from "../analysis/analysis.ts";
import { inSlices } from "../configuration/in-slices.ts";
import type { Project } from "../configuration/project.ts";
import { rangeOf, type Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { certainSigns } from "../inference/inferred-provider.ts";
import { serviceRank } from "../inference/services.ts";
import { canReplace } from "../syntax/writing.ts";
import { actionHoverAt, documentedNote, typeHoverAt } from "./action-hover.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { toMarkup } from "./markup.ts";
import { constantValueAt } from "./own-codes/named-constants.ts";
import { reportedCodeAt } from "./reported-code.ts";
import { fileHoverAt } from "./schema-files/file-hover.ts";
import { fileKindOf, valueContextOf } from "./schema-files/schema-file.ts";
import { unknownCodeOf } from "./unknown-code.ts";

/**
 * Explains the code under the pointer, for every provider that has it, or shows which codes are nearest to it; on the name
 * of an action, what it can fail with.
 */
export const hover: Feature = {
  capabilities: { hoverProvider: true },

  register(context) {
    const { connection, client, documents, analyzer } = context;
    const formats = client.textDocument?.hover?.contentFormat;
    // The pointer asks again with each of its small movements.
    const last = { literal: undefined as AnalyzedLiteral | undefined, key: "", value: "" };
    const knownCode = (analyzedLiteral: AnalyzedLiteral, analysis: Analysis) => {
      const language = context.displayLanguage();
      // The literal stays the same where a call above it changes.
      const documented = documentedNote(analyzedLiteral, analysis, language);
      const key = [language, ...documented].join("\n");
      if (last.literal !== analyzedLiteral || last.key !== key)
        Object.assign(last, {
          literal: analyzedLiteral,
          key,
          value: knownCodeHover(analyzedLiteral, analysis, context, documented),
        });
      return last.value;
    };
    connection.onHover(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const analysis = await analyzer.analyze(document);
      const offset = document.textDocument.offsetAt(position);
      const ofFile = fileHoverIn(document, offset, analysis.project, context);
      if (ofFile) return ofFile;
      const reported =
        analysis.isParsed || analysis.unreadable
          ? undefined
          : reportedCodeAt(document.text, offset, analysis.project, context.rendering());
      if (reported)
        return {
          contents: toMarkup(reported.markdown, formats),
          range: rangeOf(document, reported),
        };
      const analyzedLiteral = literalAt(analysis, offset);
      const ofCode = !analyzedLiteral
        ? undefined
        : isHoverable(analyzedLiteral)
          ? knownCode(analyzedLiteral, analysis)
          : await inSlices(whenMade(() => unknownCodeHover(analyzedLiteral, document, analysis, context)));
      const found =
        analyzedLiteral && ofCode !== undefined
          ? { markdown: ofCode, span: analyzedLiteral.literal }
          : (actionHoverAt(analysis, offset, context.rendering()) ??
            typeHoverAt(analysis, offset, context.rendering()) ??
            (analyzedLiteral ? undefined : await constantHoverAt(context, document, offset, analysis)));
      if (!found) return null;
      return {
        contents: toMarkup(found.markdown, formats),
        range: rangeOf(document, found.span),
      };
    });
  },
};

/** Explains the code that a constant stands for; undefined if no catalog has it. */
async function constantHoverAt(
  context: FeatureContext,
  document: TrackedDocument,
  offset: number,
  { project: { catalog }, importedServices }: Analysis,
): Promise<{ markdown: string; span: Span } | undefined> {
  const found = await constantValueAt(context, document, offset);
  const entries = found ? catalog.entriesOf(found.value) : [];
  if (!found || entries.length === 0) return undefined;
  const markdown = toMarkdown(entries, catalog, context.rendering(), {
    isImported: (entry) => serviceRank(entry, importedServices) === 0,
    matchesChildren: false,
  });
  return { markdown, span: found.span };
}

/** Returns the hover of a key or value of a configuration or catalog, unless it is a code, which is explained as anywhere. */
function fileHoverIn(
  document: TrackedDocument,
  offset: number,
  project: Project,
  { usageIndex, displayLanguage }: FeatureContext,
): Hover | undefined {
  const kind = fileKindOf(document, project);
  const values = valueContextOf(document, project, usageIndex);
  const found = kind && fileHoverAt(document, offset, kind, values, displayLanguage());
  if (!found) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: rangeOf(document, found.span),
  };
}

function knownCodeHover(
  analyzedLiteral: AnalyzedLiteral,
  { project: { catalog }, importedServices }: Analysis,
  context: FeatureContext,
  documented: readonly string[],
): string {
  const { entries, providers } = analyzedLiteral;
  const certain = providers.flatMap(({ provider, sign }) => (certainSigns.has(sign) ? provider : []));
  const rendering = context.rendering();
  return toMarkdown(entries, catalog, rendering, {
    certainProviders: new Set(certain),
    isImported: (entry) => serviceRank(entry, importedServices) === 0,
    matchesChildren: matchesChildren(analyzedLiteral),
    notes: [...foreignNote(analyzedLiteral, certain, catalog, rendering), ...documented],
  });
}

/** Returns the note that a code is only another provider's, if the literal certainly belongs to some provider. */
function foreignNote(
  { entries, evidence, literal }: AnalyzedLiteral,
  certain: readonly string[],
  catalog: Catalog,
  rendering: RenderingOptions,
): string[] {
  if (!evidence || certain.length === 0 || entries.some(({ provider }) => certain.includes(provider)))
    return [];
  const owners = catalog.providersOf(literal.text).filter((owner) => certain.includes(owner));
  return owners.length > 0
    ? statusOf({ status: "unexplained", providers: owners }, catalog, rendering)
    : statusOf({ status: "missing", providers: certain }, catalog, rendering);
}

/** Returns the hover of a literal without a catalog entry, with links that change it; undefined if there is none. */
function unknownCodeHover(
  analyzedLiteral: AnalyzedLiteral,
  document: TrackedDocument,
  analysis: Analysis,
  context: FeatureContext,
): string | undefined {
  const { uri } = document;
  const unknown = unknownCodeOf(analyzedLiteral, { document, analysis, settings: context.settings(uri) });
  if (!unknown) return undefined;
  const range = rangeOf(document, analyzedLiteral.literal);
  const nearest = unknown.nearest.map((one) => ({
    ...one,
    changeLink:
      unknown.status === "unexplained" || !canReplace(document, analyzedLiteral.literal, one.code)
        ? undefined
        : context.changeLink({ uri, range, text: unknown.code, code: one.code }),
  }));
  return unknownCodeToMarkdown({ ...unknown, nearest }, analysis.project.catalog, context.rendering());
}

/**
 * Returns whether a test for the code is also passed by its more specific codes, since they begin with it; undefined if
 * that is not certain.
 */
function matchesChildren({ literal, evidence }: AnalyzedLiteral): boolean | undefined {
  const test = literal.syntax?.test;
  if (test === "prefix" || test === "part") return true;
  return evidence?.kind === "contained" && test !== "suffix" ? undefined : false;
}
