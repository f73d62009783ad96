import {
  type Command,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from "vscode";
import type {
  CodeItem,
  CodeUseLocation,
  UsedCode,
  UsedFolder,
  UsedGroup,
} from "../../server/protocol/index.ts";
import { codeRow } from "./code-row.ts";

export interface FolderNode {
  id: string;
  parent?: undefined;
  folder: UsedFolder;
}
export interface GroupNode {
  id: string;
  parent?: FolderNode;
  group: UsedGroup;
  /** The URI of the workspace folder. */
  uri: string;
}
/** A used code. Commands take the node as their `CodeItem`. */
export interface CodeNode extends Partial<CodeItem> {
  id: string;
  parent: GroupNode;
  code: string;
  used: UsedCode;
}
/** A code that may be meant by a wrong one. It has a row of its own, where nothing cuts it. */
export interface SuggestionNode {
  id: string;
  parent: CodeNode;
  suggestion: string;
}
export interface PlaceNode {
  id: string;
  parent: CodeNode;
  place: CodeUseLocation;
  label: string;
}

export function folderRow({ id, folder }: FolderNode): TreeItem {
  const row = new TreeItem(folder.name, TreeItemCollapsibleState.Expanded);
  row.id = id;
  row.iconPath = new ThemeIcon("root-folder");
  const count = folder.groups.reduce((sum, { codes }) => sum + codes.length, 0);
  row.description = String(count);
  row.accessibilityInformation = { label: l10n.t("{0}, {1} codes", folder.name, count) };
  return row;
}

export function groupRow({ id, group }: GroupNode): TreeItem {
  const row = new TreeItem(group.name, TreeItemCollapsibleState.Expanded);
  row.id = id;
  row.iconPath = group.provider
    ? new ThemeIcon("cloud")
    : new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  row.description = String(group.codes.length);
  row.accessibilityInformation = { label: l10n.t("{0}, {1} codes", group.name, group.codes.length) };
  return row;
}

/** With so many places, the row of a wrong code is open at first. */
const maximumOpen = 10;

/** Returns the row of a code: it lists what may be meant and its places, or opens the only one. */
export function usedRow({ id, used, parent }: CodeNode): TreeItem {
  const { code, count, item, suggestions, place } = used;
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const isOpen = suggestions.length > 0 && count <= maximumOpen;
  const state = isOpen ? Expanded : place ? None : Collapsed;
  const row = item ? codeRow(id, item, [], state) : new TreeItem(code, state);
  row.id = id;
  if (place) row.command = openCommand(place);
  const [nearest] = suggestions;
  const where = place ? placeName(place) : String(count);
  const parts = item ? [count, row.description] : isOpen ? [] : [nearest && `→ ${nearest}`, where];
  const meaning = item ? row.description : nearest && l10n.t("did you mean {0}?", nearest);
  row.description = parts.filter(Boolean).join(" · ");
  row.accessibilityInformation = {
    label: [code, l10n.t("places: {0}", count), meaning].filter(Boolean).join(", "),
  };
  if (item) return row;
  row.contextValue = nearest ? "name wrong" : "name";
  const written = nearest ? `${code} → ${suggestions.join(", ")}` : code;
  row.tooltip = [written, ...(place ? [where, place.line] : [])].join("\n");
  if (parent.group.provider) row.iconPath = new ThemeIcon("symbol-enum-member");
  else
    row.iconPath = nearest
      ? new ThemeIcon("warning", new ThemeColor("list.warningForeground"))
      : new ThemeIcon("question");
  return row;
}

/** Returns the row of a suggestion: what the code can be changed to, before where or how often it stands. */
export function suggestionRow({ id, suggestion, parent: { used } }: SuggestionNode): TreeItem {
  const { code, count, place } = used;
  const row = new TreeItem(`→ ${suggestion}`);
  row.id = id;
  row.description = place ? placeName(place) : String(count);
  row.tooltip = l10n.t("Change all “{0}” to “{1}” (places: {2})", code, suggestion, count);
  row.accessibilityInformation = { label: l10n.t("did you mean {0}?", suggestion) };
  row.contextValue = "suggestion";
  return row;
}

export function placeRow({ id, label, place }: PlaceNode): TreeItem {
  const { uri, range, line } = place;
  const row = new TreeItem(label);
  row.id = id;
  row.iconPath = ThemeIcon.File;
  row.resourceUri = Uri.parse(uri);
  row.description = line;
  row.tooltip = `${workspace.asRelativePath(row.resourceUri)}:${range.start.line + 1}\n${line}`;
  row.accessibilityInformation = { label: `${label}, ${line}` };
  row.contextValue = "place";
  row.command = openCommand(place);
  return row;
}

/** Returns the name of a place's file and its line, counted from one. */
export function placeName({ uri, range }: CodeUseLocation): string {
  return `${fileName(uri)}:${range.start.line + 1}`;
}

export function fileName(uri: string): string {
  return Uri.parse(uri).path.split("/").at(-1) ?? uri;
}

function openCommand({ uri, range: { start, end } }: CodeUseLocation): Command {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return { command: "vscode.open", title: l10n.t("Open"), arguments: [Uri.parse(uri), { selection }] };
}
