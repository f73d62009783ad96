import { type CodeLens, CodeLensRefreshRequest } from "vscode-languageserver";
import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { type Analysis, isOccurrence } from "../analysis/analysis.ts";
import { type AnsweringAction, answeringAction } from "../analysis/handled-actions.ts";
import type { RecognizedCall } from "../calls/recognized-call.ts";
import { rangeOf } from "../documents/span.ts";
import type { Feature } from "./feature.ts";
import { resolveUses, useLenses } from "./own-codes/use-lenses.ts";

/**
 * Shows above each call how many of the codes that it can fail with are handled, and above each row of a user's catalog how
 * often its code is used, as far as the settings enable it.
 */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },

  register(context) {
    const { connection, client, documents, analyzer } = context;
    if (client.workspace?.codeLens?.refreshSupport) {
      const refresh = () => {
        connection
          .sendRequest(CodeLensRefreshRequest.type)
          .catch((error) => connection.console.error(String(error)));
      };
      context.onChange(refresh);
      let timer: NodeJS.Timeout | undefined;
      context.usageIndex.onChange(() => {
        clearTimeout(timer);
        timer = setTimeout(refresh, refreshDelay);
      });
    }
    connection.onCodeLensResolve((lens) => resolveUses(context, lens));
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const document = documents.get(uri);
      if (!document) return [];
      const rows = context.settings(uri).useCounts ? await useLenses(context, document) : undefined;
      if (rows) return rows;
      if (!context.settings(uri).handledCodes) return [];
      const analysis = await analyzer.analyze(document);
      const language = context.displayLanguage();
      return handledCodesIn(analysis).map(
        ({ call, handled, action }): CodeLens => ({
          range: rangeOf(document, call.span),
          command: { title: localize(titleOf(handled, action.answers.length), language), command: "" },
        }),
      );
    });
  },
};

/** How long after the last change of the uses the client is asked to show them anew, in milliseconds. */
const refreshDelay = 500;

/** A call, and how many of the codes that it can fail with are handled. */
interface HandledCall {
  call: RecognizedCall;
  action: AnsweringAction;
  handled: number;
}

/** Returns the calls whose codes are handled, where it is certain that they are theirs, in text order. */
function handledCodesIn({ calls, literals, project: { catalog } }: Analysis): HandledCall[] {
  const handledBy = new Map<RecognizedCall, Set<string>>();
  for (const { literal } of literals.filter(isOccurrence)) {
    const handled = calls?.around(literal.start);
    if (!handled?.certain) continue;
    for (const call of handled.calls)
      handledBy.set(call, (handledBy.get(call) ?? new Set()).add(literal.text));
  }
  return (calls?.all ?? []).flatMap((call) => {
    const codes = handledBy.get(call);
    const action = codes && answeringAction(call, catalog);
    const handled = action?.answers.filter(({ code }) => codes?.has(code)).length ?? 0;
    return action && handled > 0 ? { call, action, handled } : [];
  });
}

function titleOf(handled: number, all: number): LocalizedText {
  return {
    en: `${handled} of ${all} codes handled`,
    "zh-CN": `${all} 个错误码，已处理 ${handled} 个`,
  };
}
