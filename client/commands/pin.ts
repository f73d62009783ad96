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
import type { Server } from "../language-server/server.ts";
import { askProvider, askScope } from "./pin-picks.ts";
import { SavedEdit } from "./saved-edit.ts";

/** **Error Codes: Pin Provider…**: says in the configuration whose codes a file or folder works with. */
export function registerPin({ subscriptions }: ExtensionContext, client: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.pinProvider", async (provider?: unknown) => {
      const document = documentInView();
      if (!document) {
        window.showInformationMessage(l10n.t("Open the file whose provider you want to pin."));
        return;
      }
      await pin(client, document.uri.toString(), typeof provider === "string" ? provider : undefined);
    }),
  );
}

/** The document that is edited; of a notebook none of whose cells is, the first. */
function documentInView(): TextDocument | undefined {
  return window.activeTextEditor?.document ?? window.activeNotebookEditor?.notebook.getCells()[0]?.document;
}

async function pin(client: Server, uri: string, given: string | undefined): Promise<void> {
  await client.start();
  const params: PinChoicesParams = { uri };
  const offer = await client.sendRequest<PinChoices>(pinChoicesRequest, params);
  if (offer.refused !== undefined) {
    window.showInformationMessage(offer.refused);
    return;
  }
  const wanted = await ask(uri, offer, given);
  if (wanted) await write(client, offer, wanted);
}

/** Which provider, and for what; undefined where the user thinks better of it. */
async function ask(uri: string, offer: PinOffer, given: string | undefined): Promise<PinParams | undefined> {
  let provider: string | null | undefined = offer.providers.find(({ id }) => id === given)?.id;
  for (;;) {
    provider ??= await askProvider(offer);
    if (provider === undefined) return undefined;
    // Where nothing is pinned, that is how it is already.
    if (provider === null) return offer.pin && { uri, provider };
    const scope = await askScope(offer, provider);
    if (scope === undefined) return undefined;
    if (scope !== "back") return { uri, provider, scope };
    provider = undefined;
  }
}

/** Has the server write it, sees that it is saved, since only what is saved counts, and says so. */
async function write(client: Server, offer: PinOffer, wanted: PinParams): Promise<void> {
  const rewritten = await SavedEdit.before(offer.configuration.uri);
  const result = await client.sendRequest<PinResult>(pinRequest, wanted);
  if (result.refused !== undefined) {
    void warn(result.refused, Uri.parse(offer.configuration.uri));
    return;
  }
  const isSaved = await rewritten.save();
  const { name } = offer.configuration;
  // Nobody waits for the answers.
  if (isSaved) void tell(sentence(offer, wanted), rewritten);
  else void warn(l10n.t("{0} is not saved yet; the pin counts once it is.", name), rewritten.uri);
}

function sentence(offer: PinOffer, wanted: PinParams): string {
  const { document, configuration, pin, providers, scopes } = offer;
  const { name } = configuration;
  if (wanted.provider === null)
    return l10n.t("The pin of {0} was taken out of {1}.", pin?.path ?? document, name);
  const provider = providers.find(({ id }) => id === wanted.provider)?.name ?? wanted.provider;
  const scope = scopes.find((one) => one.scope === wanted.scope)?.name ?? document;
  return l10n.t("{0} is pinned to {1} in {2}.", scope, provider, name);
}

async function tell(message: string, rewritten: SavedEdit): Promise<void> {
  const undo = l10n.t("Undo");
  const open = l10n.t("Open");
  const answer = await window.showInformationMessage(message, undo, open);
  if (answer === open) await window.showTextDocument(rewritten.uri);
  if (answer !== undo || (await rewritten.undo())) return;
  const changed = l10n.t("{0} was changed since.", workspace.asRelativePath(rewritten.uri));
  await warn(changed, rewritten.uri);
}

async function warn(message: string, uri: Uri): Promise<void> {
  const open = l10n.t("Open");
  if ((await window.showWarningMessage(message, open)) === open) await window.showTextDocument(uri);
}
