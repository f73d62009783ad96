import {
  EventEmitter,
  type ExtensionContext,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type CatalogResult,
  type CodeItem,
  catalogRequest,
  changedNotification,
  type DetailsResult,
  hoverRequest,
  type ProviderItem,
} from "../server/protocol.ts";

type ServiceItem = ProviderItem["services"][number];
type Item = ProviderItem | ServiceItem | CodeItem;

const icons: Record<string, [icon: string, color: string]> = {
  authentication: ["key", "charts.purple"],
  permission: ["lock", "charts.red"],
  "invalid-request": ["edit", "charts.yellow"],
  "not-found": ["search-stop", "charts.blue"],
  conflict: ["git-merge", "charts.purple"],
  quota: ["dashboard", "charts.yellow"],
  throttling: ["watch", "charts.blue"],
  billing: ["credit-card", "charts.green"],
  unsupported: ["circle-slash", "foreground"],
  unavailable: ["debug-disconnect", "charts.red"],
  internal: ["bug", "charts.red"],
  notice: ["info", "foreground"],
};

/** The **Catalog** view: provider → service → code. */
export function registerSidebar({ subscriptions }: ExtensionContext, client: BaseLanguageClient): void {
  const tree = new CatalogTree(client);
  subscriptions.push(
    window.createTreeView("errorCodes.catalog", { treeDataProvider: tree, showCollapseAll: true }),
    client.onNotification(changedNotification, () => tree.refresh()),
  );
}

class CatalogTree implements TreeDataProvider<Item> {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(item?: Item): Promise<Item[]> {
    if (!item) {
      await this.#client.start();
      return this.#client.sendRequest<CatalogResult>(catalogRequest);
    }
    if ("services" in item) return item.services;
    return "codes" in item ? item.codes : [];
  }

  getTreeItem(item: Item): TreeItem {
    if ("code" in item) return codeItem(item);
    const isProvider = "services" in item;
    const node = new TreeItem(item.name, TreeItemCollapsibleState.Collapsed);
    node.iconPath = new ThemeIcon(isProvider ? "cloud" : "package");
    const codes = isProvider ? item.services.flatMap((service) => service.codes) : item.codes;
    node.description = String(codes.length);
    return node;
  }

  async resolveTreeItem(node: TreeItem, item: Item): Promise<TreeItem> {
    if (!("code" in item)) return node;
    const { provider, service, code } = item;
    const text = await this.#client.sendRequest<DetailsResult>(hoverRequest, { provider, service, code });
    if (text !== null) node.tooltip = new MarkdownString(text);
    return node;
  }
}

function codeItem(item: CodeItem): TreeItem {
  const node = new TreeItem(item.code);
  const [icon, color] = icons[item.kind ?? ""] ?? ["symbol-enum-member", "foreground"];
  node.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  node.description = item.summary;
  node.contextValue = "code";
  const { provider, service, code } = item;
  node.command = {
    command: "errorCodes.showDetails",
    title: "",
    arguments: [{ provider, service, code }],
  };
  return node;
}
