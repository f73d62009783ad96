import { DocumentHighlightKind } from "vscode-languageserver";
import { literalAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { isErrorCode } from "../workspace/usages.ts";
import type { Feature } from "./feature.ts";

/** Highlights the uses of the code under the cursor in the same document. */
export const highlight: Feature = {
  capabilities: { documentHighlightProvider: true },

  register({ connection, documents, analyzer }) {
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const analysis = await analyzer.analyze(document);
      const atCursor = literalAt(analysis, document.textDocument.offsetAt(position));
      if (!atCursor || !isErrorCode(atCursor)) return null;
      return analysis.literals
        .filter((one) => one.literal.text === atCursor.literal.text && isErrorCode(one))
        .map(({ literal }) => ({ range: rangeOf(document, literal), kind: DocumentHighlightKind.Text }));
    });
  },
};
