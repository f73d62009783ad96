import { type CodeLens, CodeLensRefreshRequest } from "vscode-languageserver";
import { countsOf } from "../../catalog/model/action-answers.ts";
import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { type Analysis, isOccurrence } from "../analysis/analysis.ts";
import { type AnsweringAction, answeringAction } from "../analysis/handled-actions.ts";
import { testedTypesIn } from "../analysis/tested-types.ts";
import type { RecognizedCall } from "../calls/recognized-call.ts";
import { rangeOf } from "../documents/span.ts";
import type { Feature } from "./feature.ts";

/** Shows above each call how many of the codes that it can fail with are handled, if the settings enable it. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: {} },

  register(context) {
    const { connection, client, documents, analyzer } = context;
    if (client.workspace?.codeLens?.refreshSupport)
      context.onChange(() => {
        connection
          .sendRequest(CodeLensRefreshRequest.type)
          .catch((error) => connection.console.error(String(error)));
      });
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const document = documents.get(uri);
      if (!document || !context.settings(uri).handledCodes) return [];
      const analysis = await analyzer.analyze(document);
      const language = context.displayLanguage();
      return handledCodesIn(analysis).map(
        ({ call, handled, action }): CodeLens => ({
          range: rangeOf(document, call.span),
          command: {
            title: localize(titleOf(handled, countsOf(action.answers).documented), language),
            command: "",
          },
        }),
      );
    });
  },
};

/** A call, and how many codes are handled: of those that are documented for it, and of those that any action can answer with. */
interface HandledCall {
  call: RecognizedCall;
  action: AnsweringAction;
  handled: { documented: number; common: number };
}

/** Returns the calls whose codes are handled, where it is certain that they are theirs, in text order. */
function handledCodesIn(analysis: Analysis): HandledCall[] {
  const {
    calls,
    literals,
    project: { catalog },
  } = analysis;
  const handledBy = new Map<RecognizedCall, Set<string>>();
  const tested = [
    ...literals.filter(isOccurrence).map(({ literal }) => ({ code: literal.text, at: literal.start })),
    ...testedTypesIn(analysis).map(({ code, span }) => ({ code, at: span.start })),
  ];
  for (const { code, at } of tested) {
    const handled = calls?.around(at);
    if (!handled?.certain) continue;
    for (const call of handled.calls) handledBy.set(call, (handledBy.get(call) ?? new Set()).add(code));
  }
  return (calls?.all ?? []).flatMap((call) => {
    const codes = handledBy.get(call);
    const action = codes && answeringAction(call, catalog);
    const answers = action?.answers.filter(({ code }) => codes?.has(code)) ?? [];
    const documented = answers.filter(({ isDocumented }) => isDocumented).length;
    const handled = { documented, common: answers.length - documented };
    return action && answers.length > 0 ? { call, action, handled } : [];
  });
}

function titleOf({ documented, common }: HandledCall["handled"], all: number): LocalizedText {
  return {
    en: `${documented} of ${all} codes handled${common > 0 ? `, and ${common} common` : ""}`,
    "zh-CN": `${all} 个错误码，已处理 ${documented} 个${common > 0 ? `，另处理 ${common} 个公共错误码` : ""}`,
  };
}
