import { commands, type ExtensionContext, l10n, type TextDocument, Uri, window, workspace } from "vscode";
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
import { RevertibleEdit } from "./revertible-edit.ts";

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

/** Has the server write the pin, saves the configuration, since only a saved one applies, and reports the result. */
async function write(server: Server, offer: PinOffer, choice: PinParams): Promise<void> {
  const edit = await RevertibleEdit.before(offer.configuration.uri);
  const result = await server.sendRequest<PinResult>(pinRequest, choice);
  if (result.refused !== undefined) {
    void warn(result.refused, Uri.parse(offer.configuration.uri));
    return;
  }
  const isSaved = await edit.save();
  const { name } = offer.configuration;
  // The command does not wait until the user has answered the notifications.
  if (isSaved) void notify(messageOf(offer, choice), edit);
  else void warn(l10n.t("{0} is not saved yet; the pin applies once it is.", name), edit.uri);
}

function messageOf(offer: PinOffer, choice: PinParams): string {
  const { document, configuration, pin, providers, scopes } = offer;
  const { name } = configuration;
  if (choice.provider === null)
    return l10n.t("The pin of {0} was removed from {1}.", pin?.path ?? document, name);
  const provider = providers.find(({ id }) => id === choice.provider)?.name ?? choice.provider;
  const scope = scopes.find((one) => one.scope === choice.scope)?.name ?? document;
  return l10n.t("{0} is pinned to {1} in {2}.", scope, provider, name);
}

/** Shows what was written, and offers to undo it or to open the configuration. */
async function notify(message: string, edit: RevertibleEdit): Promise<void> {
  const undo = l10n.t("Undo");
  const open = l10n.t("Open");
  const answer = await window.showInformationMessage(plainText(message), undo, open);
  if (answer === open) await window.showTextDocument(edit.uri);
  if (answer !== undo || (await edit.undo())) return;
  const changed = l10n.t("{0} has been changed since.", workspace.asRelativePath(edit.uri));
  await warn(changed, edit.uri);
}

async function warn(message: string, uri: Uri): Promise<void> {
  const open = l10n.t("Open");
  if ((await window.showWarningMessage(plainText(message), open)) === open)
    await window.showTextDocument(uri);
}
