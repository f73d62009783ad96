import { commands, type ExtensionContext, l10n, Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import {
  type ChangedUses,
  type ChangeUsesParams,
  type ChangeUsesResult,
  changeUsesRequest,
  type UsedCode,
} from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { RevertibleEdit } from "./revertible-edit.ts";

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
  const edits = await Promise.all(files.map(({ uri }) => RevertibleEdit.before(uri)));
  if (!(await workspace.applyEdit(editOf(files, replacement)))) return;
  const saved = await Promise.all(edits.map((edit) => edit.save()));
  // The command does not wait until the user has answered the notification.
  void report(messageOf(files, params, kept, saved), edits);
}

function editOf(files: readonly ChangedUses[], replacement: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, ranges } of files)
    for (const { start, end } of ranges)
      edit.replace(
        Uri.parse(uri),
        new Range(start.line, start.character, end.line, end.character),
        replacement,
      );
  return edit;
}

function messageOf(
  files: readonly ChangedUses[],
  { code, replacement }: ChangeUsesParams,
  kept: number,
  saved: readonly boolean[],
): string {
  const places = files.reduce((sum, { ranges }) => sum + ranges.length, 0);
  const unsaved = saved.filter((isSaved) => !isSaved).length;
  return [
    l10n.t(
      "Changed “{0}” to “{1}” (places: {2}, files: {3}).",
      plainText(code),
      plainText(replacement),
      places,
      files.length,
    ),
    ...(kept > 0 ? [l10n.t("Left as they are, since another code is meant there: {0}.", kept)] : []),
    ...(unsaved > 0 ? [l10n.t("Not saved, since they had other changes: {0}.", unsaved)] : []),
  ].join(" ");
}

/** Says what was changed, and offers to undo it in all files at once. */
async function report(message: string, edits: readonly RevertibleEdit[]): Promise<void> {
  const undo = l10n.t("Undo");
  if ((await window.showInformationMessage(message, undo)) !== undo) return;
  const undone = await Promise.all(edits.map((edit) => edit.undo()));
  const changed = edits.filter((_, index) => !undone[index]).map(({ uri }) => workspace.asRelativePath(uri));
  if (changed.length > 0)
    window.showWarningMessage(
      l10n.t("Not undone, since they were changed again: {0}.", plainText(changed.join(", "))),
    );
}
