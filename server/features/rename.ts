import { rangeOf } from "../documents/span.ts";
import type { Feature } from "./feature.ts";
import { codeAt } from "./own-codes/code-at.ts";
import { refusal, renamable, renameEdit } from "./own-codes/renaming.ts";

/** Renames a code of a user's catalog: in its row, and wherever else it stands. */
export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },

  register(context) {
    const { connection, documents } = context;
    connection.onPrepareRename(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      const found = document && (await codeAt(context, document, position));
      if (!document || !found) return null;
      const own = renamable(context, found);
      if (!("code" in own)) throw refusal(context, own);
      return { range: rangeOf(document, found.span), placeholder: own.code };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      const document = documents.get(textDocument.uri);
      const found = document && (await codeAt(context, document, position));
      if (!found) return null;
      const own = renamable(context, found);
      if (!("code" in own)) throw refusal(context, own);
      return renameEdit(context, own, newName.trim(), token);
    });
  },
};
