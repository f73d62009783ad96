import type { LocationLink } from "vscode-languageserver";
import type { Entry } from "../../catalog/model/entry.ts";
import { beliefAt, isShown } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { keyOf } from "./code-item.ts";
import type { Context, Feature } from "./feature.ts";

/** Where a code is defined: its row in the user's catalog, else its page, where the client has pages. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },

  register({ connection, client, documents, reader, pageOf }) {
    connection.onDefinition(async ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri);
      if (!source) return null;
      const analysis = await reader.read(source);
      const belief = beliefAt(analysis, source.document.offsetAt(position));
      if (!belief || !isShown(belief)) return null;
      const originSelectionRange = rangeOf(source, belief.literal);
      // The first is what the code means here; other providers' pages are a click away from it.
      const [first, ...others] = belief.entries;
      const meant = [...(first ? [first] : []), ...others.filter(({ origin }) => origin)];
      const links = meant.flatMap((entry): LocationLink[] => {
        const place = placeOf(entry, pageOf);
        return place ? [{ originSelectionRange, ...place }] : [];
      });
      if (client.textDocument?.definition?.linkSupport) return links;
      return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    });
  },
};

function placeOf(
  entry: Entry,
  pageOf: Context["pageOf"],
): Pick<LocationLink, "targetUri" | "targetRange" | "targetSelectionRange"> | undefined {
  const { origin, code } = entry;
  const targetUri = origin?.uri ?? pageOf(keyOf(entry));
  if (targetUri === undefined) return undefined;
  const { line, character } = origin ?? { line: 0, character: 0 };
  const end = origin ? character + code.length : 0;
  const range = { start: { line, character }, end: { line, character: end } };
  return { targetUri, targetRange: range, targetSelectionRange: range };
}
