import type { Position } from "vscode-languageserver";
import type { Analysis } from "../analysis/analysis.ts";
import { beliefAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { unfinishedAt } from "../evidence/unfinished-literal.ts";
import {
  type LiteralAt,
  type LiteralsParams,
  type LiteralsResult,
  literalsRequest,
} from "../protocol/index.ts";
import { hasBareLiterals, languageOf } from "../syntax/languages/index.ts";
import { toItem } from "./code-item.ts";
import type { Context, Feature } from "./feature.ts";

/** The literals at positions of a document: what is under the cursors, and what an inserted code takes the place of. */
export const literals: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, reader } = context;
    connection.onRequest(
      literalsRequest,
      async ({ uri, positions }: LiteralsParams): Promise<LiteralsResult> => {
        const source = documents.get(uri);
        if (!source) return positions.map(() => null);
        const analysis = await reader.read(source);
        return positions.map((position) => literalAt(context, source, analysis, position));
      },
    );
  },
};

function literalAt(
  { reading }: Context,
  source: TrackedDocument,
  analysis: Analysis,
  position: Position,
): LiteralAt | null {
  const offset = source.document.offsetAt(position);
  const belief = beliefAt(analysis, offset);
  const language = languageOf(source.languageId);
  const literal =
    belief?.literal ?? unfinishedAt(source.text, offset, language !== undefined && hasBareLiterals(language));
  // A sentence that a code is put into stays as it is.
  if (!literal || !/^[\w.-]*$/.test(literal.text)) return null;
  const { catalog } = analysis.domain;
  const entries = belief?.entries ?? catalog.get(literal.text);
  const items = entries.map((entry) => toItem(entry, catalog, reading()));
  const isString = !belief || analysis.parsed;
  return { range: rangeOf(source, literal), text: literal.text, isString, items };
}
