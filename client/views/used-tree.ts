import {
  type CancellationToken,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  Uri,
  workspace,
} from "vscode";
import {
  type CodeUsesParams,
  type CodeUsesResult,
  codeUsesRequest,
  type UsedFolder,
  type UsedGroup,
  type UsedResult,
  usedRequest,
} from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";
import { codeTooltip } from "./code-row.ts";
import { type OmittedNode, omittedIn, omittedRow } from "./omitted-row.ts";
import { type UsedFilter, wordsFilter } from "./used-filter.ts";
import {
  type CodeNode,
  type FolderNode,
  fileName,
  folderRow,
  type GroupNode,
  groupRow,
  type PlaceNode,
  placeName,
  placeRow,
  type SuggestionNode,
  suggestionRow,
  usedRow,
} from "./used-rows.ts";

/** A node of the tree. */
export type UsedCodesNode =
  | FolderNode
  | GroupNode
  | CodeNode
  | SuggestionNode
  | PlaceNode
  | OmittedNode<FolderNode>;

/** By what the codes of a provider are sorted: as the server does, wrong ones first, or those with most uses first. */
export type UsedOrder = "name" | "count";

/** The codes that files of the workspace use: provider → code → location, below folders if there are several. */
export class UsedCodesTree implements TreeDataProvider<UsedCodesNode> {
  readonly #server: Server;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #used: UsedResult | undefined;
  /** What is shown of these: filtered and sorted. */
  #folders: readonly UsedFolder[] = [];
  #filter: UsedFilter | undefined;
  #order: UsedOrder;

  constructor(server: Server, order: UsedOrder) {
    this.#server = server;
    this.#order = order;
  }

  /** The folders with their used codes, in the order of the server. */
  get folders(): readonly UsedFolder[] {
    return this.#used?.folders ?? [];
  }

  /** The number of different codes that are shown. */
  get shownCodes(): number {
    const groups = this.#folders.flatMap((folder) => folder.groups);
    return new Set(groups.flatMap(({ codes }) => codes.map(({ code }) => code))).size;
  }

  /** Shows only the codes with all words of a query, or all codes if it is empty. */
  filter(query: string): void {
    this.#filter = query === "" ? undefined : wordsFilter(query);
    this.#show();
  }

  sort(order: UsedOrder): void {
    this.#order = order;
    this.#show();
  }

  /** Requests the used codes again; returns whether all files of the workspace have been scanned. */
  async refresh(): Promise<boolean> {
    await this.#server.start();
    this.#used = await this.#server.sendRequest<UsedResult>(usedRequest);
    this.#show();
    return this.#used.scanned;
  }

  /** Returns the node of a code, preferably that of a provider, or undefined if the code is not used. */
  nodeOf(code: string, provider: string | undefined): UsedCodesNode | undefined {
    const groups = this.#roots().flatMap((node) => {
      if ("folder" in node) return groupsIn(node.folder, node);
      return "group" in node ? node : [];
    });
    const nodes = groups.flatMap((group) => codesIn(group)).filter((node) => node.code === code);
    return nodes.find(({ parent }) => parent.group.provider === provider) ?? nodes[0];
  }

  async getChildren(node?: UsedCodesNode): Promise<UsedCodesNode[]> {
    if (!node) return this.#roots();
    if ("folder" in node) return childrenOf(node.folder, node);
    if ("group" in node) return codesIn(node);
    return "used" in node ? [...suggestionsOf(node), ...(await this.#placesOf(node))] : [];
  }

  getParent(node: UsedCodesNode): UsedCodesNode | undefined {
    return node.parent;
  }

  getTreeItem(node: UsedCodesNode): TreeItem {
    if ("omitted" in node) return omittedRow(node);
    if ("folder" in node) return folderRow(node);
    if ("group" in node) return groupRow(node);
    if ("suggestion" in node) return suggestionRow(node);
    return "used" in node ? usedRow(node) : placeRow(node);
  }

  async resolveTreeItem(row: TreeItem, node: UsedCodesNode, token: CancellationToken): Promise<TreeItem> {
    if (!("used" in node) || !node.used.item) return row;
    const tooltip = await codeTooltip(this.#server, node.used.item, token);
    if (tooltip) row.tooltip = tooltip;
    return row;
  }

  #show(): void {
    const shownCodes = (group: UsedGroup) => {
      const codes = group.codes.filter((one) => this.#filter?.(one, group) ?? true);
      return this.#order === "count" ? codes.sort((a, b) => b.count - a.count) : codes;
    };
    this.#folders = this.folders.flatMap((folder) => {
      const groups = folder.groups
        .map((group) => ({ ...group, codes: shownCodes(group) }))
        .filter(({ codes }) => codes.length > 0);
      return groups.length > 0 ? [{ ...folder, groups }] : [];
    });
    this.#changed.fire(undefined);
  }

  #roots(): (FolderNode | GroupNode | OmittedNode<FolderNode>)[] {
    const isSingle = (workspace.workspaceFolders ?? []).length < 2;
    return this.#folders.flatMap((folder): (FolderNode | GroupNode | OmittedNode<FolderNode>)[] =>
      isSingle ? childrenOf(folder) : [{ id: folder.uri, folder }],
    );
  }

  async #placesOf(node: CodeNode): Promise<PlaceNode[]> {
    // The row itself opens the only one.
    if (node.used.place) return [];
    const { uri, group } = node.parent;
    const { provider } = group;
    const params: CodeUsesParams = { folder: uri, code: node.code, ...(provider ? { provider } : {}) };
    const places = await this.#server.sendRequest<CodeUsesResult>(codeUsesRequest, params);
    const files = Map.groupBy(new Set(places.map((place) => place.uri)), fileName);
    return places.map((place) => {
      const { line, character } = place.range.start;
      const path = () => `${workspace.asRelativePath(Uri.parse(place.uri), false)}:${line + 1}`;
      const id = `${node.id} ${place.uri} ${line}:${character}`;
      return {
        id,
        parent: node,
        place,
        label: files.get(fileName(place.uri))?.length === 1 ? placeName(place) : path(),
      };
    });
  }
}

function suggestionsOf(parent: CodeNode): SuggestionNode[] {
  return parent.used.suggestions.map((suggestion) => ({
    id: `${parent.id} → ${suggestion}`,
    parent,
    suggestion,
  }));
}

function childrenOf(folder: UsedFolder, parent?: FolderNode): (GroupNode | OmittedNode<FolderNode>)[] {
  return [...groupsIn(folder, parent), ...omittedIn(folder.uri, folder.omitted, parent)];
}

function groupsIn(folder: UsedFolder, parent?: FolderNode): GroupNode[] {
  return folder.groups.map((group) => ({
    id: `${folder.uri} ${group.provider ?? "?"}`,
    uri: folder.uri,
    group,
    ...(parent ? { parent } : {}),
  }));
}

function codesIn(parent: GroupNode): CodeNode[] {
  return parent.group.codes.map((used) => ({
    ...used.item,
    id: `${parent.id} ${used.code}`,
    code: used.code,
    parent,
    used,
  }));
}
