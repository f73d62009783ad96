import {
  type CancellationToken,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import {
  type CatalogResult,
  type CodeItem,
  type CodesParams,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type EntryKey,
  type GroupItem,
  type Grouping,
  type SearchParams,
  type SearchResult,
  type ServiceItem,
  searchRequest,
} from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";
import { codeRow, codeTooltip } from "./code-row.ts";
import { kindIcon } from "./icons.ts";

interface Branch {
  id: string;
  parent?: Branch;
  row: { provider: ServiceItem } | { service: ServiceItem } | { group: GroupItem };
}

/** A code in the tree; as an argument of commands it is the code itself. */
export interface CodeNode extends CodeItem {
  id: string;
  parent?: Branch;
  /** Only in what a filter found. */
  ranges?: [number, number][];
}

/** A node of the tree. */
export type Node = Branch | CodeNode;

/** More than this nobody reads. */
export const maximumFound = 200;

/** The catalog as a tree: provider → service → group → code, or as the list of what a filter finds. */
export class CatalogTree implements TreeDataProvider<Node> {
  readonly #client: Server;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** What the server said, until something changes. */
  #services = new Map<string, Promise<Node[]>>();
  #roots: Promise<CatalogResult> | undefined;
  grouping: Grouping;
  /** What is found by the filter; undefined where there is none. */
  #found: CodeNode[] | undefined;

  constructor(client: Server, grouping: Grouping) {
    this.#client = client;
    this.grouping = grouping;
  }

  /** Asks for everything again. */
  refresh(): void {
    this.#services = new Map();
    this.#roots = undefined;
    this.#changed.fire(undefined);
  }

  /** Shows these codes alone, or all again. */
  show(found: CodeNode[] | undefined): void {
    this.#found = found;
    this.#changed.fire(undefined);
  }

  /** The codes for a filter, best first. */
  async find(query: string): Promise<CodeNode[]> {
    const params: SearchParams = { query, limit: maximumFound, ...this.#client.place.origin };
    await this.#client.start();
    const found = await this.#client.sendRequest<SearchResult>(searchRequest, params);
    return found.map((item) => ({ ...item, id: `found ${item.provider} ${item.service} ${item.code}` }));
  }

  /** The node of an entry among all. */
  async nodeOf({ provider, service, code }: EntryKey): Promise<CodeNode | undefined> {
    const isIt = (node: Node): node is CodeNode => "code" in node && node.code === code;
    const own = (await this.#providers()).find(({ id }) => id === provider);
    const branch = own && (await this.getChildren(own)).find(({ id }) => id === `${provider} ${service}`);
    if (!branch) return undefined;
    for (const node of await this.getChildren(branch)) {
      if (isIt(node)) return node;
      const found = (await this.getChildren(node)).find(isIt);
      if (found) return found;
    }
    return undefined;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#found ?? this.#providers();
    if ("code" in node) return [];
    if ("group" in node.row) return codesIn(node, node.row.group.codes);
    if ("service" in node.row) return this.#codesOf(node);
    const { provider } = node.row;
    const services = (await this.#catalog()).find(({ id }) => id === provider.id)?.services ?? [];
    return services.map((service) => ({ id: `${node.id} ${service.id}`, parent: node, row: { service } }));
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  getTreeItem(node: Node): TreeItem {
    if (!("code" in node)) return branchRow(node);
    const row = codeRow(node.id, node, node.ranges);
    if (node.ranges) row.description = `${node.providerName} · ${node.serviceName} · ${row.description}`;
    return row;
  }

  async resolveTreeItem(row: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    const tooltip = "code" in node ? await codeTooltip(this.#client, node, token) : undefined;
    if (tooltip) row.tooltip = tooltip;
    return row;
  }

  async #catalog(): Promise<CatalogResult> {
    this.#roots ??= this.#client
      .start()
      .then(() => this.#client.sendRequest<CatalogResult>(catalogRequest, this.#client.place.origin))
      .catch((error) => {
        this.#roots = undefined;
        throw error;
      });
    return this.#roots;
  }

  async #providers(): Promise<Branch[]> {
    return (await this.#catalog()).map((provider) => ({ id: provider.id, row: { provider } }));
  }

  #codesOf(node: Branch): Promise<Node[]> {
    let codes = this.#services.get(node.id);
    if (!codes) {
      codes = this.#askCodes(node);
      codes.catch(() => this.#services.delete(node.id));
      this.#services.set(node.id, codes);
    }
    return codes;
  }

  async #askCodes(node: Branch): Promise<Node[]> {
    const [provider = "", service = ""] = node.id.split(" ");
    const params: CodesParams = { provider, service, grouping: this.grouping, ...this.#client.place.origin };
    const { groups, codes } = await this.#client.sendRequest<CodesResult>(codesRequest, params);
    const branches = groups.map((group) => ({
      id: `${node.id} ${params.grouping} ${group.id}`,
      parent: node,
      row: { group },
    }));
    return [...branches, ...codesIn(node, codes)];
  }
}

function codesIn(parent: Branch, codes: readonly CodeItem[]): CodeNode[] {
  return codes.map((item) => ({ ...item, id: `${parent.id} : ${item.code}`, parent }));
}

function branchRow({ id, row }: Branch): TreeItem {
  const { name } = "provider" in row ? row.provider : "service" in row ? row.service : row.group;
  const node = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  const count =
    "group" in row ? row.group.codes.length : "provider" in row ? row.provider.count : row.service.count;
  const own = "group" in row ? false : "provider" in row ? row.provider.own : row.service.own;
  node.id = id;
  node.iconPath =
    "provider" in row
      ? new ThemeIcon("cloud")
      : "service" in row
        ? new ThemeIcon(own ? "notebook" : "package")
        : row.group.kind
          ? kindIcon(row.group.kind)
          : new ThemeIcon("symbol-enum");
  node.description = own ? l10n.t("{0} · with your own", count) : String(count);
  node.contextValue = "branch";
  node.accessibilityInformation = { label: l10n.t("{0}, {1} codes", name, count) };
  return node;
}
