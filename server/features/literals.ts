import type { Position } from "vscode-languageserver";
import type { Analysis } from "../analysis/analysis.ts";
import { literalAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import {
  type LiteralAt,
  type LiteralsParams,
  type LiteralsResult,
  literalsRequest,
} from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import { hasBareLiterals, languageById } from "../syntax/languages/index.ts";
import { unfinishedLiteralAt } from "../syntax/unfinished-literal.ts";
import { toCodeItem } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Returns the literals at positions of a document: those under the cursors, which an inserted code replaces. */
export const literals: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, analyzer } = context;
    connection.onRequest(
      literalsRequest,
      async ({ uri, positions: all }: LiteralsParams): Promise<LiteralsResult> => {
        const positions = limited(all);
        const document = documents.get(uri);
        if (!document) return positions.map(() => null);
        const analysis = await analyzer.analyze(document);
        return positions.map((position) => toLiteralAt(context, document, analysis, position));
      },
    );
  },
};

function toLiteralAt(
  { displayLanguage }: FeatureContext,
  document: TrackedDocument,
  analysis: Analysis,
  position: Position,
): LiteralAt | null {
  const offset = document.textDocument.offsetAt(position);
  const analyzedLiteral = literalAt(analysis, offset);
  const language = languageById(document.languageId);
  const span =
    analyzedLiteral?.literal ??
    unfinishedLiteralAt(document.text, offset, language !== undefined && hasBareLiterals(language));
  const text = analyzedLiteral?.literal.text ?? document.text.slice(span?.start, span?.end);
  // A code inserted into a sentence must not replace it.
  if (!span || !/^[\w.-]*$/.test(text)) return null;
  const { catalog } = analysis.project;
  const entries = analyzedLiteral?.entries ?? catalog.entriesOf(text);
  const items = entries.map((entry) => toCodeItem(entry, catalog, displayLanguage()));
  const isString = !analyzedLiteral || analysis.isParsed;
  return { range: rangeOf(document, span), text, isString, items };
}
