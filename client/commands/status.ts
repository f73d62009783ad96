import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { type StatusResult, statusRequest } from "../../server/protocol/index.ts";
import { onDidChangeCatalog } from "../language-server/changes.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { StatusItems } from "./status-items.ts";
import { notAnalyzed } from "./why.ts";

/** The pause in typing after which the status item is updated, in milliseconds. */
const typingPause = 500;

/** Registers the language status items of the active document and their menu. */
export function registerStatus({ subscriptions }: ExtensionContext, server: Server): void {
  const items = new StatusItems();
  const requestStatus = async (editor: TextEditor | undefined) =>
    editor && server.isRunning()
      ? server.sendRequest<StatusResult | null>(statusRequest, { uri: editor.document.uri.toString() })
      : null;
  const refresh = async () => {
    const editor = window.activeTextEditor;
    const status = await requestStatus(editor);
    if (editor !== window.activeTextEditor) return;
    if (!status) {
      void commands.executeCommand("setContext", "errorCodes.relevant", false);
      return;
    }
    items.show(status);
    const isRelevant = status.codes > 0 || status.providers.length > 0;
    void commands.executeCommand("setContext", "errorCodes.relevant", isRelevant);
  };
  subscriptions.push(
    items,
    ...onEditorChange(refresh),
    onDidChangeCatalog(server)(refresh),
    server.onDidStart(refresh),
    commands.registerCommand("errorCodes.showStatus", async () => {
      await server.start();
      const status = await requestStatus(window.activeTextEditor);
      if (status) await showMenu(status);
      else await window.showInformationMessage(notAnalyzed());
    }),
  );
}

/** Runs an action at once when another editor becomes active, and after a pause when the text of the editor changes. */
function onEditorChange(action: () => unknown): Disposable[] {
  let timer: NodeJS.Timeout | undefined;
  return [
    window.onDidChangeActiveTextEditor(action),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(timer);
      timer = setTimeout(action, typingPause);
    }),
    { dispose: () => clearTimeout(timer) },
  ];
}

interface Choice extends QuickPickItem {
  run?: () => unknown;
}

async function showMenu({
  providers,
  pinned,
  configuration,
  parsed,
  unreadable,
}: StatusResult): Promise<void> {
  const pin = (id?: string) => () => commands.executeCommand("errorCodes.pinProvider", id);
  const rows = providers.map(
    ({ id, name, reason }): Choice => ({
      label: `$(${pinned ? "pinned" : "cloud"}) ${plainText(name)}`,
      description: plainText(reason),
      run: pin(id),
    }),
  );
  const none: Choice = {
    label: `$(cloud) ${l10n.t("No provider")}`,
    description: parsed
      ? l10n.t("Nothing in the file indicates a provider.")
      : (unreadable ?? l10n.t("This language is not parsed.")),
    run: pin(),
  };
  const choices: Choice[] = [
    ...(rows.length > 0 ? rows : [none]),
    { label: "", kind: -1 },
    { label: `$(pin) ${l10n.t("Pin Provider…")}`, run: pin() },
    {
      label: `$(question) ${l10n.t("Why Is Nothing Shown Here?")}`,
      run: () => commands.executeCommand("errorCodes.why"),
    },
    ...(configuration
      ? [
          {
            label: `$(gear) ${l10n.t("Open the Configuration")}`,
            description: plainText(workspace.asRelativePath(Uri.parse(configuration))),
            run: () => window.showTextDocument(Uri.parse(configuration)),
          },
        ]
      : []),
    {
      label: `$(output) ${l10n.t("Show Output")}`,
      run: () => commands.executeCommand("errorCodes.showOutput"),
    },
  ];
  const placeHolder = l10n.t("The providers of this file, and the evidence for them");
  const choice = await window.showQuickPick(choices, { placeHolder, matchOnDescription: true });
  await choice?.run?.();
}
