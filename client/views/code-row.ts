import {
  type CancellationToken,
  DataTransferItem,
  l10n,
  MarkdownString,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { fitsInSource } from "../../catalog/text/source-text.ts";
import {
  type CodeItem,
  type EntryMarkdownParams,
  type EntryMarkdownResult,
  entryMarkdownRequest,
} from "../../server/protocol/index.ts";
import { entryKeyOf } from "../language-server/keys.ts";
import type { Server } from "../language-server/server.ts";
import { codeIcon } from "./icons.ts";

/** Returns a tree item for a code; `ranges` are its highlighted parts as [start, end) in UTF-16 units. */
export function codeRow(
  id: string,
  item: CodeItem,
  ranges: [number, number][] = [],
  state = TreeItemCollapsibleState.None,
): TreeItem {
  const row = new TreeItem({ label: item.code, highlights: ranges }, state);
  row.id = id;
  row.iconPath = codeIcon(item);
  const marks = labelsOf(item);
  const meaning = meaningOf(item);
  row.description = [...marks, meaning].filter(Boolean).join(" · ");
  row.accessibilityInformation = {
    label: [item.code, item.kindName, ...marks, meaning].filter(Boolean).join(", "),
  };
  row.contextValue = item.link ? "code linked" : "code";
  if (state === TreeItemCollapsibleState.None)
    row.command = {
      command: "errorCodes.showDetails",
      title: l10n.t("Show Details"),
      arguments: [entryKeyOf(item)],
    };
  return row;
}

/** Returns what a code means, marked if only its name or an SDK says so; the mark comes last, where it hides nothing. */
export function meaningOf({ basis, summary }: CodeItem): string {
  if (summary === "" || basis === undefined) return summary;
  return basis === "name" ? l10n.t("{0} (from its name)", summary) : l10n.t("{0} (from the SDK)", summary);
}

/** Returns a short label for each unusual property of a code. */
export function labelsOf({ deprecated, officialMisspelling }: CodeItem): string[] {
  return [
    ...(deprecated ? [l10n.t("withdrawn")] : []),
    ...(officialMisspelling ? [l10n.t("official spelling")] : []),
  ];
}

/** Requests the hover of a code as a tooltip; called only when the pointer rests on its row. */
export async function codeTooltip(
  server: Server,
  item: CodeItem,
  token: CancellationToken,
): Promise<MarkdownString | undefined> {
  const params: EntryMarkdownParams = { ...entryKeyOf(item), ...server.place.origin };
  const text = await server.sendRequest<EntryMarkdownResult>(entryMarkdownRequest, params, token);
  return text === null ? undefined : new MarkdownString(text);
}

/** Returns whether a code is nothing else wherever it may be dropped. */
function canStandAnywhere(code: string): boolean {
  return fitsInSource(code, { before: "", after: "", isBareValue: true });
}

/** Returns a controller that lets codes be dragged into an editor, where the bare codes are dropped, one per line. */
export function createDragController<T extends object>(): TreeDragAndDropController<T> {
  return {
    dragMimeTypes: ["text/plain"],
    dropMimeTypes: [],
    handleDrag(items, transfer) {
      const codes = items.flatMap((item) =>
        "code" in item && typeof item.code === "string" && canStandAnywhere(item.code) ? item.code : [],
      );
      if (codes.length > 0) transfer.set("text/plain", new DataTransferItem(codes.join("\n")));
    },
  };
}
