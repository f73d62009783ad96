import { MarkupKind } from "vscode-languageserver";
import { toMarkdown } from "../../catalog/rendering/markdown.ts";
import { beliefAt, isShown } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { Feature } from "./feature.ts";

/** What is known of the code under the pointer, for every provider that has it. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },

  register({ connection, documents, reader, rendering }) {
    connection.onHover(async ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri);
      if (!source) return null;
      const analysis = await reader.read(source);
      const belief = beliefAt(analysis, source.document.offsetAt(position));
      if (!belief || !isShown(belief)) return null;
      const { catalog } = analysis.domain;
      return {
        contents: { kind: MarkupKind.Markdown, value: toMarkdown(belief.entries, catalog, rendering()) },
        range: rangeOf(source, belief.literal),
      };
    });
  },
};
