import type { Position } from "vscode-languageserver";
import type { Entry } from "../../../catalog/model/entry.ts";
import { type AnalyzedLiteral, literalAt } from "../../analysis/analysis.ts";
import type { Span } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { codeOf, isErrorCode } from "../../workspace/usages.ts";
import type { FeatureContext } from "../feature.ts";
import { declaredIn } from "./declared-codes.ts";

/** The code at a position: that of a row of a catalog, or that of a literal. */
export interface CodeAt {
  code: string;
  span: Span;
  /** Its entries, the most likely first; none if no catalog has it. */
  entries: readonly Entry[];
  /** Undefined on the row of a catalog. */
  literal: AnalyzedLiteral | undefined;
}

/** Returns the code at a position of a document; undefined if there is none. */
export async function codeAt(
  { projects, analyzer }: Pick<FeatureContext, "projects" | "analyzer">,
  document: TrackedDocument,
  position: Position,
): Promise<CodeAt | undefined> {
  const offset = document.textDocument.offsetAt(position);
  const declared = await declaredIn(projects, document.textDocument);
  const row = declared?.codes.find(({ span }) => span.start <= offset && offset <= span.end);
  if (row) return { code: row.entry.code, span: row.span, entries: [row.entry], literal: undefined };
  const literal = literalAt(await analyzer.analyze(document), offset);
  if (!literal || !isErrorCode(literal)) return undefined;
  return { code: codeOf(literal), span: literal.literal, entries: literal.entries, literal };
}
