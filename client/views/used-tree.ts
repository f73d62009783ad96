import {
  type CancellationToken,
  type Command,
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from "vscode";
import {
  type CodeItem,
  type CodeUseLocation,
  type CodeUsesParams,
  type CodeUsesResult,
  codeUsesRequest,
  type UsedCode,
  type UsedFolder,
  type UsedGroup,
  type UsedResult,
  usedRequest,
} from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";
import { codeRow, codeTooltip } from "./code-row.ts";
import { type OmittedNode, omittedIn, omittedRow } from "./omitted-row.ts";

interface FolderNode {
  id: string;
  parent?: undefined;
  folder: UsedFolder;
}
interface GroupNode {
  id: string;
  parent?: FolderNode;
  group: UsedGroup;
  uri: string;
}
/** A used code. Commands take the node as their `CodeItem`. */
interface CodeNode extends Partial<CodeItem> {
  id: string;
  parent: GroupNode;
  code: string;
  used: UsedCode;
}
interface PlaceNode {
  id: string;
  parent: CodeNode;
  place: CodeUseLocation;
  label: string;
}

/** A node of the tree. */
export type UsedCodesNode = FolderNode | GroupNode | CodeNode | PlaceNode | OmittedNode<FolderNode>;

/** The codes that files of the workspace use: provider → code → location, below folders if there are several. */
export class UsedCodesTree implements TreeDataProvider<UsedCodesNode> {
  readonly #server: Server;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #used: UsedResult | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** The folders with their used codes, in the order of the server. */
  get folders(): readonly UsedFolder[] {
    return this.#used?.folders ?? [];
  }

  /** Requests the used codes again; returns whether all files of the workspace have been scanned. */
  async refresh(): Promise<boolean> {
    await this.#server.start();
    this.#used = await this.#server.sendRequest<UsedResult>(usedRequest);
    this.#changed.fire(undefined);
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
    return "used" in node ? this.#placesOf(node) : [];
  }

  getParent(node: UsedCodesNode): UsedCodesNode | undefined {
    return node.parent;
  }

  getTreeItem(node: UsedCodesNode): TreeItem {
    if ("omitted" in node) return omittedRow(node);
    if ("folder" in node) return folderRow(node);
    if ("group" in node) return groupRow(node);
    return "used" in node ? usedRow(node) : placeRow(node);
  }

  async resolveTreeItem(row: TreeItem, node: UsedCodesNode, token: CancellationToken): Promise<TreeItem> {
    if (!("used" in node) || !node.used.item) return row;
    const tooltip = await codeTooltip(this.#server, node.used.item, token);
    if (tooltip) row.tooltip = tooltip;
    return row;
  }

  #roots(): (FolderNode | GroupNode | OmittedNode<FolderNode>)[] {
    const isSingle = (workspace.workspaceFolders ?? []).length < 2;
    return this.folders.flatMap((folder): (FolderNode | GroupNode | OmittedNode<FolderNode>)[] =>
      isSingle ? childrenOf(folder) : [{ id: folder.uri, folder }],
    );
  }

  async #placesOf(node: CodeNode): Promise<PlaceNode[]> {
    const { uri, group } = node.parent;
    const { provider } = group;
    const params: CodeUsesParams = { folder: uri, code: node.code, ...(provider ? { provider } : {}) };
    const places = await this.#server.sendRequest<CodeUsesResult>(codeUsesRequest, params);
    const files = new Map(places.map((place) => [place.uri, nameOf(place.uri)]));
    const isUnique = (name: string) => [...files.values()].filter((one) => one === name).length === 1;
    return places.map((place) => {
      const { line, character } = place.range.start;
      const name = nameOf(place.uri);
      const file = isUnique(name) ? name : workspace.asRelativePath(Uri.parse(place.uri), false);
      const id = `${node.id} ${place.uri} ${line}:${character}`;
      return { id, parent: node, place, label: `${file}:${line + 1}` };
    });
  }
}

function nameOf(uri: string): string {
  return Uri.parse(uri).path.split("/").at(-1) ?? uri;
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

function folderRow({ id, folder }: FolderNode): TreeItem {
  const row = new TreeItem(folder.name, TreeItemCollapsibleState.Expanded);
  row.id = id;
  row.iconPath = new ThemeIcon("root-folder");
  const count = folder.groups.reduce((sum, { codes }) => sum + codes.length, 0);
  row.description = String(count);
  row.accessibilityInformation = { label: l10n.t("{0}, {1} codes", folder.name, count) };
  return row;
}

function groupRow({ id, group }: GroupNode): TreeItem {
  const row = new TreeItem(group.name, TreeItemCollapsibleState.Expanded);
  row.id = id;
  row.iconPath = group.provider
    ? new ThemeIcon("cloud")
    : new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  row.description = String(group.codes.length);
  row.accessibilityInformation = { label: l10n.t("{0}, {1} codes", group.name, group.codes.length) };
  return row;
}

function usedRow({ id, used, parent }: CodeNode): TreeItem {
  const { code, count, item, suggestions } = used;
  const state = TreeItemCollapsibleState.Collapsed;
  const row = item ? codeRow(id, item, [], state) : new TreeItem(code, state);
  const [nearest] = suggestions;
  const detail = item ? row.description : nearest ? l10n.t("did you mean {0}?", nearest) : "";
  row.description = [count, detail].filter(Boolean).join(" · ");
  row.accessibilityInformation = {
    label: [code, l10n.t("places: {0}", count), detail].filter(Boolean).join(", "),
  };
  if (item) return row;
  row.id = id;
  row.contextValue = "name";
  row.tooltip = nearest ? `${code}\n${detail}` : code;
  if (parent.group.provider) row.iconPath = new ThemeIcon("symbol-enum-member");
  else
    row.iconPath = nearest
      ? new ThemeIcon("warning", new ThemeColor("list.warningForeground"))
      : new ThemeIcon("question");
  return row;
}

function placeRow({ id, label, place }: PlaceNode): TreeItem {
  const { uri, range, line } = place;
  const row = new TreeItem(label);
  row.id = id;
  row.iconPath = ThemeIcon.File;
  row.resourceUri = Uri.parse(uri);
  row.description = line;
  row.tooltip = `${workspace.asRelativePath(row.resourceUri)}:${range.start.line + 1}\n${line}`;
  row.accessibilityInformation = { label: `${label}, ${line}` };
  row.contextValue = "place";
  row.command = openCommand(row.resourceUri, range);
  return row;
}

function openCommand(uri: Uri, { start, end }: CodeUseLocation["range"]): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: "vscode.open", title: l10n.t("Open"), arguments: [uri, { selection }] };
}
