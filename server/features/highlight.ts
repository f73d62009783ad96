import { DocumentHighlightKind } from "vscode-languageserver";
import { beliefAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { isCode } from "../workspace/usages.ts";
import type { Feature } from "./feature.ts";

/** The other places of the code under the cursor in the same document. */
export const highlight: Feature = {
  capabilities: { documentHighlightProvider: true },

  register({ connection, documents, reader }) {
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri);
      if (!source) return null;
      const analysis = await reader.read(source);
      const own = beliefAt(analysis, source.document.offsetAt(position));
      if (!own || !isCode(own)) return null;
      return analysis.beliefs
        .filter((one) => one.literal.text === own.literal.text && isCode(one))
        .map(({ literal }) => ({ range: rangeOf(source, literal), kind: DocumentHighlightKind.Text }));
    });
  },
};
