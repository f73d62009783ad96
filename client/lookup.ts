import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type QuickInputButton,
  type QuickPickItem,
  ThemeIcon,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type CodeItem, type SearchParams, type SearchResult, searchRequest } from "../server/protocol.ts";

interface Pick extends QuickPickItem {
  code: CodeItem;
}

/** **Error Codes: Look Up…**: results of the catalog's search as one types. */
export function registerLookup({ subscriptions }: ExtensionContext, client: BaseLanguageClient): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.lookUp", (query?: unknown) =>
      lookUp(client, typeof query === "string" ? query : selectedText()),
    ),
  );
}

function lookUp(client: BaseLanguageClient, query: string): void {
  const actions = new Map<QuickInputButton, string>([
    [{ iconPath: new ThemeIcon("insert"), tooltip: l10n.t("Insert at Cursor") }, "errorCodes.insert"],
    [{ iconPath: new ThemeIcon("info"), tooltip: l10n.t("Show Details") }, "errorCodes.showDetails"],
    [{ iconPath: new ThemeIcon("copy"), tooltip: l10n.t("Copy Code") }, "errorCodes.copy"],
  ]);
  const buttons = [...actions.keys()];
  const picker = window.createQuickPick<Pick>();
  picker.placeholder = l10n.t("Code, meaning, message or HTTP status");
  const search = latest(async (query: string, isCurrent) => {
    picker.busy = true;
    const params: SearchParams = { query, limit: 100 };
    await client.start();
    const found = await client.sendRequest<SearchResult>(searchRequest, params);
    if (!isCurrent()) return;
    picker.items = found.map((code) => toPick(code, buttons));
    picker.busy = false;
  });
  const act = async (command: string, code: CodeItem) => {
    picker.hide();
    await commands.executeCommand(command, code);
  };
  const listeners: Disposable[] = [
    picker.onDidChangeValue(search),
    picker.onDidTriggerItemButton(({ button, item }) =>
      act(actions.get(button) ?? "errorCodes.showDetails", item.code),
    ),
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      const command = window.activeTextEditor ? "errorCodes.insert" : "errorCodes.showDetails";
      if (picked) act(command, picked.code);
    }),
    picker.onDidHide(() => {
      picker.dispose();
      for (const listener of listeners) listener.dispose();
    }),
  ];
  picker.value = query;
  picker.show();
  search(query);
}

function toPick(code: CodeItem, buttons: QuickInputButton[]): Pick {
  const status = code.httpStatus.length > 0 ? ` · HTTP ${code.httpStatus.join(", ")}` : "";
  return {
    label: code.code,
    description: `${code.providerName} · ${code.serviceName}${status}`,
    detail: [code.summary, code.messages[0]].filter(Boolean).join(" — "),
    buttons,
    // The search has matched already, by more than the editor's own filter looks at.
    alwaysShow: true,
    code,
  };
}

/** What is selected in the editor, where it can be a code. */
function selectedText(): string {
  const editor = window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? "";
  return /^[\w.]{1,120}$/.test(text) ? text : "";
}

/** A search whose late answers give way to those of newer queries. */
function latest(work: (query: string, isCurrent: () => boolean) => Promise<void>): (query: string) => void {
  let newest = 0;
  return (query) => {
    const mine = ++newest;
    work(query, () => mine === newest).catch((error) => console.error(error));
  };
}
