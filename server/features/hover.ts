import { MarkupKind } from "vscode-languageserver";
import { toMarkdown } from "../../catalog/rendering/markdown.ts";
import { isHoverable, literalAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { Feature } from "./feature.ts";

/** Explains the code under the pointer, for every provider that has it. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },

  register({ connection, documents, analyzer, rendering }) {
    connection.onHover(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const analysis = await analyzer.analyze(document);
      const analyzedLiteral = literalAt(analysis, document.textDocument.offsetAt(position));
      if (!analyzedLiteral || !isHoverable(analyzedLiteral)) return null;
      const { catalog } = analysis.project;
      return {
        contents: {
          kind: MarkupKind.Markdown,
          value: toMarkdown(analyzedLiteral.entries, catalog, rendering()),
        },
        range: rangeOf(document, analyzedLiteral.literal),
      };
    });
  },
};
