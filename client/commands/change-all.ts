import { commands, type ExtensionContext, l10n, Uri, WorkspaceEdit, window, workspace } from "vscode";
import {
  type ChangedUses,
  type ChangeUsesParams,
  type ChangeUsesResult,
  changeUsesRequest,
  type UsedCode,
} from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import { toRange } from "../language-server/ranges.ts";
import type { Server } from "../language-server/server.ts";
import { settle } from "./written.ts";

/** What the command needs of the row of a wrong code in **In This Workspace**. */
interface UsedRow {
  used: Pick<UsedCode, "code" | "suggestions">;
  parent: { uri: string; group: { provider?: string } };
}

/** And of the row of one of its suggestions. */
interface SuggestionRow {
  suggestion: string;
  parent: UsedRow;
}

/** Registers the command on a wrong code that changes all its uses in the workspace to the code that is meant. */
export function registerChangeAll({ subscriptions }: ExtensionContext, server: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.changeAll", async (row: unknown) => {
      const { suggestion, parent } = (row ?? {}) as Partial<SuggestionRow>;
      if (isUsedRow(row)) await changeAll(server, row);
      else if (typeof suggestion === "string" && isUsedRow(parent))
        await changeAll(server, { ...parent, used: { ...parent.used, suggestions: [suggestion] } });
    }),
  );
}

/** Other extensions can run the command as well, with anything. */
function isUsedRow(value: unknown): value is UsedRow {
  const { used, parent } = (value ?? {}) as Partial<UsedRow>;
  return typeof used?.code === "string" && Array.isArray(used.suggestions) && typeof parent?.uri === "string";
}

async function changeAll(server: Server, { used, parent }: UsedRow): Promise<void> {
  const { code, suggestions } = used;
  const title = l10n.t("Change all “{0}” to", plainText(code));
  const replacement =
    suggestions.length > 1 ? await window.showQuickPick(suggestions, { title }) : suggestions[0];
  if (replacement === undefined) return;
  const { provider } = parent.group;
  const params: ChangeUsesParams = {
    folder: parent.uri,
    code,
    replacement,
    ...(provider ? { provider } : {}),
  };
  const { files, kept } = await server.sendRequest<ChangeUsesResult>(changeUsesRequest, params);
  if (files.length === 0) {
    window.showInformationMessage(l10n.t("No use of “{0}” can be changed.", plainText(code)));
    return;
  }
  const isDirty = new Set(
    workspace.textDocuments.filter((one) => one.isDirty).map(({ uri }) => uri.toString()),
  );
  if (!(await workspace.applyEdit(editOf(files, replacement)))) return;
  await settle({
    message: messageOf(files, params, kept),
    files: files.map(({ uri, ranges }) => ({
      uri,
      isNew: false,
      isDirty: isDirty.has(Uri.parse(uri, true).toString()),
      reversal: rangesAfter(ranges, replacement.length).map((range) => ({ range, newText: code })),
    })),
  });
}

function editOf(files: readonly ChangedUses[], replacement: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, ranges } of files)
    for (const range of ranges) edit.replace(Uri.parse(uri, true), toRange(range), replacement);
  return edit;
}

/** Returns where texts of a length stand that have replaced ranges, none of which goes over several lines. */
function rangesAfter(ranges: ChangedUses["ranges"], length: number): ChangedUses["ranges"] {
  const ordered = ranges.toSorted(
    (a, b) => a.start.line - b.start.line || a.start.character - b.start.character,
  );
  const shifts = new Map<number, number>();
  return ordered.map(({ start, end }) => {
    const shift = shifts.get(start.line) ?? 0;
    shifts.set(start.line, shift + length - (end.character - start.character));
    const character = start.character + shift;
    return {
      start: { line: start.line, character },
      end: { line: start.line, character: character + length },
    };
  });
}

function messageOf(
  files: readonly ChangedUses[],
  { code, replacement }: ChangeUsesParams,
  kept: number,
): string {
  const places = files.reduce((sum, { ranges }) => sum + ranges.length, 0);
  return [
    l10n.t("Changed “{0}” to “{1}” (places: {2}, files: {3}).", code, replacement, places, files.length),
    ...(kept > 0 ? [l10n.t("Left as they are, since another code is meant there: {0}.", kept)] : []),
  ].join(" ");
}
