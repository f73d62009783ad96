import { commands, type ExtensionContext, l10n, type TextDocument, Uri, window } from "vscode";
import {
  type PinChoices,
  type PinChoicesParams,
  type PinOffer,
  type PinParams,
  type PinResult,
  pinChoicesRequest,
  pinRequest,
} from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { askProvider, askScope } from "./pin-picks.ts";
import { settle } from "./written.ts";

/** Registers **Error Codes: Pin Provider…**, which writes the provider of a file or folder into the configuration. */
export function registerPin({ subscriptions }: ExtensionContext, server: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.pinProvider", async (provider?: unknown) => {
      const document = activeDocument();
      if (!document) {
        window.showInformationMessage(l10n.t("Open the file whose provider you want to pin."));
        return;
      }
      await pin(server, document.uri.toString(), typeof provider === "string" ? provider : undefined);
    }),
  );
}

/** Returns the document of the active editor; the first cell of a notebook in which no cell is being edited. */
function activeDocument(): TextDocument | undefined {
  return window.activeTextEditor?.document ?? window.activeNotebookEditor?.notebook.getCells()[0]?.document;
}

async function pin(server: Server, uri: string, given: string | undefined): Promise<void> {
  await server.start();
  const params: PinChoicesParams = { uri };
  const offer = await server.sendRequest<PinChoices>(pinChoicesRequest, params);
  if (offer.refused !== undefined) {
    window.showInformationMessage(plainText(offer.refused));
    return;
  }
  const choice = await ask(uri, offer, given);
  if (choice) await write(server, offer, choice);
}

/** Asks which provider to pin and for what; returns undefined if the user cancels. */
async function ask(uri: string, offer: PinOffer, given: string | undefined): Promise<PinParams | undefined> {
  let provider: string | null | undefined = offer.providers.find(({ id }) => id === given)?.id;
  for (;;) {
    provider ??= await askProvider(offer);
    if (provider === undefined) return undefined;
    // If nothing is pinned, there is no pin to remove.
    if (provider === null) return offer.pin && { uri, provider };
    const scope = await askScope(offer, provider);
    if (scope === undefined) return undefined;
    if (scope !== "back") return { uri, provider, scope };
    provider = undefined;
  }
}

/** Has the server write the pin into the configuration, and saves it, since only a saved one applies. */
async function write(server: Server, offer: PinOffer, choice: PinParams): Promise<void> {
  const result = await server.sendRequest<PinResult>(pinRequest, choice);
  if (result.refused === undefined) await settle(result.written);
  // The command does not wait until the user has answered the notification.
  else void warn(result.refused, Uri.parse(offer.configuration.uri));
}

async function warn(message: string, uri: Uri): Promise<void> {
  const open = l10n.t("Open");
  if ((await window.showWarningMessage(plainText(message), open)) === open)
    await window.showTextDocument(uri);
}
