import {
  type Command,
  env,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  Uri,
  workspace,
} from "vscode";
import type { StatusResult } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import { documentSelector } from "../language-server/selector.ts";

/** So many providers have an item of their own; the menu lists all. */
const maximumProviders = 3;

type Row = Pick<LanguageStatusItem, "text" | "detail" | "severity" | "command">;

/** The language status items of the active document: its providers, each with its reason, and what governs it. */
export class StatusItems {
  readonly #items: LanguageStatusItem[] = [];

  /** Shows the status of a document in place of the one before. */
  show(status: StatusResult): void {
    const rows = [...providerRows(status), documentRow(status)];
    for (const [index, row] of rows.entries()) {
      this.#items[index] ??= itemOf(index);
      Object.assign(this.#items[index], row);
    }
    for (const item of this.#items.splice(rows.length)) item.dispose();
  }

  dispose(): void {
    for (const item of this.#items) item.dispose();
  }
}

function itemOf(index: number): LanguageStatusItem {
  // VS Code lists items by their ids.
  const item = languages.createLanguageStatusItem(`errorCodes.status${index}`, documentSelector);
  item.name = l10n.t("Error codes");
  return item;
}

const menu = (): Command => ({ command: "errorCodes.showStatus", title: l10n.t("More…") });

function providerRows({ providers, pinned, parsed }: StatusResult): Row[] {
  const icon = pinned ? "pinned" : "cloud";
  const severity = LanguageStatusSeverity.Information;
  const rows = providers.slice(0, maximumProviders).map(
    ({ name, reason }): Row => ({
      text: `$(${icon}) ${plainText(name)}`,
      detail: plainText(reason),
      severity,
      command: undefined,
    }),
  );
  const none = parsed ? l10n.t("Nothing in the file indicates a provider.") : "";
  const [first = { text: `$(cloud) ${l10n.t("No provider")}`, detail: none, severity }, ...others] = rows;
  return [{ ...first, command: menu() }, ...others];
}

/** How many codes a document has, or why it cannot be read, and the configuration that governs it. */
function documentRow({ codes, known, configuration, unreadable }: StatusResult): Row {
  const size = known.toLocaleString(env.language);
  const count =
    codes === 1
      ? l10n.t("1 error code here, {0} in the catalog", size)
      : l10n.t("{0} error codes here, {1} in the catalog", codes, size);
  const uri = configuration === null ? undefined : Uri.parse(configuration);
  return {
    text: unreadable ?? count,
    detail: uri ? plainText(workspace.asRelativePath(uri)) : l10n.t("No configuration applies."),
    severity: unreadable === null ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning,
    command: uri && { command: "vscode.open", title: l10n.t("Open"), arguments: [uri] },
  };
}
