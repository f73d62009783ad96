import {
  CancellationTokenSource,
  commands,
  type ExtensionContext,
  l10n,
  type TreeView,
  window,
} from "vscode";
import type {
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from "vscode-languageclient";
import {
  type EntryKey,
  type ScanParams,
  type ScanResult,
  scanRequest,
  usedChangedNotification,
} from "../../server/protocol/index.ts";
import { onDidChangeCatalog } from "../language-server/changes.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { createDragController } from "./code-row.ts";
import { messageOf } from "./filter-message.ts";
import { type UsedCodesNode, UsedCodesTree, type UsedOrder } from "./used-tree.ts";

const viewId = "errorCodes.workspace";
type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** The key in the storage under which it is stored by what the codes are sorted. */
const orderKey = "errorCodes.usedOrder";

/** Registers the **In This Workspace** view: the codes that files use, scanned on demand and then kept up to date. */
export function registerWorkspaceView(context: ExtensionContext, server: Server): void {
  const { subscriptions, globalState } = context;
  const view = new WorkspaceView(server, globalState.get<UsedOrder>(orderKey) === "count" ? "count" : "name");
  const sort = async (order: UsedOrder) => {
    await globalState.update(orderKey, order);
    await view.sort(order);
  };
  const refresh = () => view.refresh().catch((error) => console.error(error));
  subscriptions.push(
    view.view,
    server.onNotification(usedChangedNotification, refresh),
    onDidChangeCatalog(server)(refresh),
    server.onDidStart(() => {
      view.resume().catch((error) => console.error(error));
    }),
    commands.registerCommand("errorCodes.scanWorkspace", () => view.scan()),
    commands.registerCommand("errorCodes.cancelScan", () => view.cancel()),
    commands.registerCommand("errorCodes.sortUsedByCount", () => sort("count")),
    commands.registerCommand("errorCodes.sortUsedByName", () => sort("name")),
    commands.registerCommand("errorCodes.filterUsed", () => view.openFilter()),
    commands.registerCommand("errorCodes.clearUsedFilter", () => view.filter("")),
    commands.registerCommand("errorCodes.findInWorkspace", (item?: Partial<EntryKey>) => view.find(item)),
  );
}

class WorkspaceView {
  readonly view: TreeView<UsedCodesNode>;
  readonly #server: Server;
  readonly #tree: UsedCodesTree;
  /** Whether all files were scanned, by this server or an earlier one. */
  #scanned = false;
  #scanning: { done: Promise<void>; cancellation: CancellationTokenSource } | undefined;
  #scanCount = 0;
  #query = "";
  /** What the last scan passed over, as a sentence. */
  #note = "";

  constructor(server: Server, order: UsedOrder) {
    this.#server = server;
    this.#tree = new UsedCodesTree(server, order);
    void setContext("errorCodes.usedByCount", order === "count");
    this.view = window.createTreeView("errorCodes.workspace", {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      dragAndDropController: createDragController(),
    });
  }

  async refresh(): Promise<void> {
    if (!this.#scanned) return;
    await this.#tree.refresh();
    this.view.description = this.#countCodes();
    if (!this.#scanning) this.#showMessage();
  }

  async sort(order: UsedOrder): Promise<void> {
    this.#tree.sort(order);
    await setContext("errorCodes.usedByCount", order === "count");
  }

  /** Shows only the codes with all words of a query; an empty query shows all. */
  async filter(query: string): Promise<void> {
    this.#query = query.trim();
    this.#tree.filter(this.#query);
    this.#showMessage();
    await setContext("errorCodes.usedFiltered", this.#query !== "");
  }

  /** Opens an input box that filters while the user types; accepting moves the focus to the first result. */
  async openFilter(): Promise<void> {
    await commands.executeCommand(`${viewId}.focus`);
    if (!this.#scanned) await this.scan();
    const box = window.createInputBox();
    box.title = l10n.t("Filter the Codes in This Workspace");
    box.placeholder = l10n.t("Code, meaning, kind or provider");
    box.value = this.#query;
    box.onDidChangeValue((value) => this.filter(value));
    box.onDidAccept(async () => {
      box.hide();
      const [first] = await this.#tree.getChildren();
      if (first) await this.view.reveal(first, { focus: true });
    });
    box.onDidHide(() => box.dispose());
    box.show();
  }

  /** Scans again if files were scanned before: a server that has just started has read none. */
  async resume(): Promise<void> {
    if (this.#scanned && !this.#scanning) await this.scan();
  }

  /** Scans all files, with progress in the view; a call during a scan waits for that scan. */
  async scan(): Promise<void> {
    if (!this.#scanning) {
      const cancellation = new CancellationTokenSource();
      this.#scanning = { cancellation, done: this.#scan(cancellation) };
      await setContext("errorCodes.scanning", true);
    }
    const { done, cancellation } = this.#scanning;
    try {
      await done;
    } finally {
      this.#scanning = undefined;
      cancellation.dispose();
      await setContext("errorCodes.scanning", false);
    }
  }

  cancel(): void {
    this.#scanning?.cancellation.cancel();
  }

  /** Reveals where a code is used, after a scan if there was none; offers a text search if it is not used. */
  async find(item: Partial<EntryKey> = {}): Promise<void> {
    const { code, provider } = item;
    if (typeof code !== "string") return;
    await commands.executeCommand(`${viewId}.focus`);
    if (!this.#scanned || this.#scanning) await this.scan();
    if (!this.#scanned) return;
    if (this.#query !== "" && !this.#tree.nodeOf(code, provider)) await this.filter("");
    const node = this.#tree.nodeOf(code, provider);
    if (node) {
      await this.view.reveal(node, { select: true, focus: true, expand: true });
      return;
    }
    const search = l10n.t("Search Files");
    const answer = await window.showInformationMessage(
      l10n.t("“{0}” is not used as an error code in this workspace.", plainText(code)),
      search,
    );
    if (answer === search)
      await commands.executeCommand("workbench.action.findInFiles", { query: code, triggerSearch: true });
  }

  async #scan(cancellation: CancellationTokenSource): Promise<void> {
    await this.#server.start();
    const workDoneToken = `errorCodes.scan.${++this.#scanCount}`;
    const listener = this.#server.onProgress<Progress>(workDoneToken, (value) => {
      if (value.kind === "begin") this.view.message = value.title;
      else if (value.kind === "report" && value.message) this.view.message = value.message;
    });
    this.#note = "";
    try {
      const params: ScanParams = { workDoneToken };
      const { cancelled, note: passedOver = "" } = await window.withProgress({ location: { viewId } }, () =>
        this.#server.sendRequest<ScanResult>(scanRequest, params, cancellation.token),
      );
      if (!cancelled) {
        this.#note = passedOver;
        this.#scanned = true;
        await setContext("errorCodes.scanned", true);
      }
      await this.refresh();
    } finally {
      listener.dispose();
      this.#showMessage();
    }
  }

  /** Says what is filtered, or else what the scan passed over. */
  #showMessage(): void {
    const count = this.#tree.shownCodes;
    this.view.message = this.#query === "" ? this.#note : messageOf(this.#query, count);
  }

  /** Returns the number of different codes, or an empty string if there are none. */
  #countCodes(): string {
    const codes = this.#tree.folders.flatMap(({ groups }) => groups.flatMap((group) => group.codes));
    return codes.length > 0 ? String(new Set(codes.map(({ code }) => code)).size) : "";
  }
}

async function setContext(key: string, value: boolean): Promise<void> {
  await commands.executeCommand("setContext", key, value);
}
