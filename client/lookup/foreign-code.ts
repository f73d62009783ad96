import { l10n, type QuickPickItem, ThemeIcon, window } from "vscode";
import type { SearchItem } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";

/**
 * Asks what to do with a code that would be inserted into a file of another provider: returns the command to run on the
 * code, or undefined if the user does neither.
 */
export async function askForeign({
  code,
  providerName,
  fileProviders = "",
}: SearchItem): Promise<string | undefined> {
  const rows: (QuickPickItem & { command: string })[] = [
    { label: l10n.t("Insert Anyway"), iconPath: new ThemeIcon("insert"), command: "errorCodes.insert" },
    { label: l10n.t("Show Details"), iconPath: new ThemeIcon("info"), command: "errorCodes.showDetails" },
  ];
  const title = l10n.t(
    "“{0}” is a code of {1}, but this file works with {2}",
    plainText(code),
    plainText(providerName),
    plainText(fileProviders),
  );
  return (await window.showQuickPick(rows, { title }))?.command;
}
