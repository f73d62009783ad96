import { commands, type ExtensionContext, l10n, window } from "vscode";
import {
  type ChangedUses,
  type ChangeUsesParams,
  type ChangeUsesResult,
  changeUsesRequest,
  type UsedCode,
} from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { applyChanges } from "./code-changes.ts";

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
  const changes = files.flatMap(({ uri, ranges }) =>
    ranges.map((range) => ({ uri, range, written: code, code: replacement })),
  );
  await applyChanges(changes, messageOf(files, params, kept));
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
