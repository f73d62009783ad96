import { commands, type ExtensionContext, l10n, type QuickPickItem, window } from "vscode";
import {
  type AddableCodes,
  type AddableCodesParams,
  type AddableCodesResult,
  type AddCodesParams,
  type AddCodesResult,
  addableCodesRequest,
  addCodesRequest,
  type CodeChoice,
} from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";

/** Registers the command of code actions that lets the user choose which codes of a call are added to a switch or list. */
export function registerAddCodes({ subscriptions }: ExtensionContext, server: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.addCodes", async (choice: unknown) => {
      if (isCodeChoice(choice)) await addCodes(server, choice);
    }),
  );
}

async function addCodes(server: Server, { uri, position }: CodeChoice): Promise<void> {
  const place: AddableCodesParams = { uri, position };
  const offer = await server.sendRequest<AddableCodesResult>(addableCodesRequest, place);
  const chosen = offer && (await choose(offer));
  if (!chosen || chosen.length === 0) return;
  const params: AddCodesParams = { ...place, codes: chosen };
  const isAdded = await server.sendRequest<AddCodesResult>(addCodesRequest, params);
  if (!isAdded) window.showInformationMessage(l10n.t("The text has changed: no codes were added."));
}

/** Asks which codes to add; undefined if the user cancels. */
async function choose({ title, codes }: AddableCodes): Promise<string[] | undefined> {
  const items = codes.map(
    ({ code, summary, retry, isSuggested }): QuickPickItem => ({
      label: code,
      description: retry,
      detail: summary,
      picked: isSuggested,
    }),
  );
  const chosen = await window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    placeHolder: l10n.t("The codes to add"),
  });
  return chosen?.map(({ label }) => label);
}

/** Whether the argument of the command, which can come from anyone, is a place in a document. */
function isCodeChoice(value: unknown): value is CodeChoice {
  const { uri, position } = (value ?? {}) as Partial<CodeChoice>;
  const numbers = [position?.line, position?.character];
  return typeof uri === "string" && numbers.every((one) => Number.isInteger(one) && Number(one) >= 0);
}
