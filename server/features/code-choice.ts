import { retries } from "../../catalog/schema/terms.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import type { CodeAddition } from "../fixes/code-addition.ts";
import { type FixRequest, fixRequestAt, inDocument } from "../fixes/fix-request.ts";
import { additionAt } from "../fixes/missing-cases.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import {
  type AddableCodesParams,
  type AddableCodesResult,
  type AddCodesParams,
  type AddCodesResult,
  addableCodesRequest,
  addCodesRequest,
  type CodeChoice,
} from "../protocol/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Lists the codes of calls or families that can be added to a switch or a list, for users to choose from, and adds those chosen. */
export const codeChoice: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest<AddableCodesResult, void>(
      addableCodesRequest,
      async (params: AddableCodesParams) => {
        const found = await additionFor(context, params);
        if (!found) return null;
        const language = context.displayLanguage();
        const { title, missing, suggested } = found.addition;
        return {
          title: localize(title, language),
          codes: missing.map(({ code, entry, retry: retryOf }) => {
            const retry = retryOf();
            return {
              code,
              summary: localize(entry()?.summary, language),
              retry: retry ? localize(retries[retry], language) : "",
              isSuggested: suggested.includes(code),
            };
          }),
        };
      },
    );
    connection.onRequest<AddCodesResult, void>(addCodesRequest, async (params: AddCodesParams) => {
      const found = await additionFor(context, params);
      const known = new Set(found?.addition.missing.map(({ code }) => code));
      const edits = found?.addition.editsFor(params.codes.filter((code) => known.has(code)));
      const edit = found && edits && toWorkspaceEdit(inDocument(found.request, edits), context.client);
      if (!edit) return false;
      return (await connection.workspace.applyEdit(edit)).applied;
    });
  },
};

/** Returns what can be added at a place; undefined if the document has changed so that nothing can. */
async function additionFor(
  context: FeatureContext,
  { uri, position }: CodeChoice,
): Promise<{ request: FixRequest; addition: CodeAddition } | undefined> {
  const document = context.documents.get(uri);
  if (!document) return undefined;
  const { version } = document;
  const offset = document.textDocument.offsetAt(position);
  const request = await fixRequestAt(context, document, [{ start: offset, end: offset }]);
  if (document.version !== version || request.analysis.version !== version) return undefined;
  const occurrence = request.occurrences.find(({ literal }) => literal.start === offset);
  const addition = occurrence && additionAt(request, occurrence);
  return addition && { request, addition };
}
