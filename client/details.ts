import { commands, EventEmitter, type ExtensionContext, l10n, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  changedNotification,
  type DetailsResult,
  detailsRequest,
  type EntryKey,
} from "../server/protocol.ts";

const scheme = "error-code";

/** Details of a code as a read-only Markdown document, shown rendered by the editor's own preview. */
export function registerDetails({ subscriptions }: ExtensionContext, client: BaseLanguageClient): void {
  const changed = new EventEmitter<Uri>();
  subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => {
        await client.start();
        const page = await client.sendRequest<DetailsResult>(detailsRequest, keyOf(uri));
        return page ?? l10n.t("This code is not in the catalog.");
      },
    }),
    client.onNotification(changedNotification, () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    }),
    commands.registerCommand("errorCodes.showDetails", async (item?: Partial<EntryKey>) => {
      if (!isKey(item)) return;
      await commands.executeCommand("markdown.showPreview", uriOf(item));
    }),
  );
}

/** Whether a value names an entry; command arguments come from links, which anyone can write. */
function isKey(item: Partial<EntryKey> | undefined): item is EntryKey {
  return [item?.provider, item?.service, item?.code].every((part) => typeof part === "string");
}

function uriOf({ provider, service, code }: EntryKey): Uri {
  return Uri.from({ scheme, path: `/${provider}/${service}/${code}.md` });
}

function keyOf({ path }: Uri): EntryKey {
  const [, provider = "", service = "", ...rest] = path.split("/");
  return { provider, service, code: rest.join("/").replace(/\.md$/, "") };
}
