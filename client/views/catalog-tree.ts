import {
  type CancellationToken,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { unnamedService } from "../../catalog/schema/terms.ts";
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
import { type OmittedNode, omittedIn, omittedRow } from "./omitted-row.ts";

interface Branch {
  id: string;
  parent?: Branch;
  row: { provider: ServiceItem } | { service: ServiceItem } | { group: GroupItem };
  /** Whether it has no row of its own: its children stand below its parent. */
  isHidden?: boolean;
}

/** A code in the tree. Commands take the node as their `CodeItem`. */
export interface CodeNode extends CodeItem {
  id: string;
  parent?: Branch;
  /** The matched parts of the code as [start, end) in UTF-16 units; only in the results of a filter. */
  ranges?: [number, number][];
}

/** A node of the tree. */
export type Node = Branch | CodeNode | OmittedNode<Branch>;

/** The number of results that a filter shows; nobody reads more. */
export const maximumFound = 200;

/** The catalog as a tree: provider → service → group → code, or as the list of a filter's results. */
export class CatalogTree implements TreeDataProvider<Node> {
  readonly #server: Server;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** The children of each service by the id of its node, cached until `refresh`. */
  #services = new Map<string, Promise<Node[]>>();
  #roots: Promise<CatalogResult> | undefined;
  grouping: Grouping;
  /** The results of the filter; undefined if there is no filter. */
  #found: CodeNode[] | undefined;

  constructor(server: Server, grouping: Grouping) {
    this.#server = server;
    this.grouping = grouping;
  }

  /** Clears the cache, so that everything is requested again. */
  refresh(): void {
    this.#services = new Map();
    this.#roots = undefined;
    this.#changed.fire(undefined);
  }

  /** Shows only these codes, or the whole catalog if undefined. */
  show(found: CodeNode[] | undefined): void {
    this.#found = found;
    this.#changed.fire(undefined);
  }

  /** Returns the codes that match a filter, best first. */
  async find(query: string): Promise<CodeNode[]> {
    const params: SearchParams = { query, limit: maximumFound, ...this.#server.place.origin };
    await this.#server.start();
    const found = await this.#server.sendRequest<SearchResult>(searchRequest, params);
    return found.map((item) => ({ ...item, id: `found ${item.provider} ${item.service} ${item.code}` }));
  }

  /** Returns the node of an entry in the whole catalog, or undefined if the catalog does not have it. */
  async nodeOf({ provider, service, code }: EntryKey): Promise<CodeNode | undefined> {
    const isEntry = (node: Node): node is CodeNode => "code" in node && node.code === code;
    const root = (await this.#providers()).find(({ id }) => id === provider);
    const branch = root && (await this.#servicesOf(root)).find(({ id }) => id === `${provider} ${service}`);
    if (!branch) return undefined;
    for (const node of await this.getChildren(branch)) {
      if (isEntry(node)) return node;
      const found = (await this.getChildren(node)).find(isEntry);
      if (found) return found;
    }
    return undefined;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.#found ?? this.#providers();
    if ("code" in node || "omitted" in node) return [];
    if ("group" in node.row) return codesIn(node, node.row.group.codes);
    if ("service" in node.row) return this.#codesOf(node);
    const services = await this.#servicesOf(node);
    const [first] = services;
    return first?.isHidden ? this.#codesOf(first) : services;
  }

  getParent({ parent }: Node): Node | undefined {
    return parent?.isHidden ? parent.parent : parent;
  }

  getTreeItem(node: Node): TreeItem {
    if ("omitted" in node) return omittedRow(node);
    if (!("code" in node)) return branchRow(node);
    const row = codeRow(node.id, node, node.ranges);
    const rest = afterFamily(node);
    if (rest !== undefined) row.label = rest;
    if (node.ranges)
      row.description = [node.providerName, node.serviceName, row.description].filter(Boolean).join(" · ");
    return row;
  }

  async resolveTreeItem(row: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    const tooltip = "code" in node ? await codeTooltip(this.#server, node, token) : undefined;
    if (tooltip) row.tooltip = tooltip;
    return row;
  }

  async #catalog(): Promise<CatalogResult> {
    this.#roots ??= this.#server
      .start()
      .then(() => this.#server.sendRequest<CatalogResult>(catalogRequest, this.#server.place.origin))
      .catch((error) => {
        this.#roots = undefined;
        throw error;
      });
    return this.#roots;
  }

  async #providers(): Promise<Branch[]> {
    return (await this.#catalog()).map((provider) => ({ id: provider.id, row: { provider } }));
  }

  /** Returns the services of a provider; that of users who have named none is hidden, if it is the only one. */
  async #servicesOf(node: Branch): Promise<Branch[]> {
    const services = (await this.#catalog()).find(({ id }) => id === node.id)?.services ?? [];
    const isHidden =
      services.length === 1 && services[0]?.id === unnamedService && services[0].name === unnamedService;
    return services.map((service) => ({
      id: `${node.id} ${service.id}`,
      parent: node,
      row: { service },
      isHidden,
    }));
  }

  #codesOf(node: Branch): Promise<Node[]> {
    let codes = this.#services.get(node.id);
    if (!codes) {
      codes = this.#requestCodes(node);
      codes.catch(() => this.#services.delete(node.id));
      this.#services.set(node.id, codes);
    }
    return codes;
  }

  async #requestCodes(node: Branch): Promise<Node[]> {
    const [provider = "", service = ""] = node.id.split(" ");
    const params: CodesParams = { provider, service, grouping: this.grouping, ...this.#server.place.origin };
    const { groups, codes, omitted } = await this.#server.sendRequest<CodesResult>(codesRequest, params);
    const branches = groups.map((group) => ({
      id: `${node.id} ${params.grouping} ${group.id}`,
      parent: node,
      row: { group },
    }));
    return [...branches, ...codesIn(node, codes), ...omittedIn(node.id, omitted, node)];
  }
}

/**
 * Returns what follows the family in a code, if the code stands below its family: in a narrow sidebar, nothing else would
 * be in view.
 */
function afterFamily({ parent, code }: CodeNode): string | undefined {
  if (!parent || !("group" in parent.row)) return undefined;
  const family = parent.row.group.name;
  return code.startsWith(`${family}.`) ? code.slice(family.length) : undefined;
}

function codesIn(parent: Branch, codes: readonly CodeItem[]): CodeNode[] {
  return codes.map((item) => ({ ...item, id: `${parent.id} : ${item.code}`, parent }));
}

function branchRow({ id, row }: Branch): TreeItem {
  const { name } = "provider" in row ? row.provider : "service" in row ? row.service : row.group;
  const node = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
  const count =
    "group" in row ? row.group.codes.length : "provider" in row ? row.provider.count : row.service.count;
  const hasOwn = "group" in row ? false : "provider" in row ? row.provider.own : row.service.own;
  node.id = id;
  node.iconPath =
    "provider" in row
      ? new ThemeIcon("cloud")
      : "service" in row
        ? new ThemeIcon(hasOwn ? "notebook" : "package")
        : row.group.kind
          ? kindIcon(row.group.kind)
          : new ThemeIcon("symbol-enum");
  node.description = hasOwn ? l10n.t("{0} · including your own", count) : String(count);
  node.contextValue = "branch";
  node.accessibilityInformation = { label: l10n.t("{0}, {1} codes", name, count) };
  return node;
}
