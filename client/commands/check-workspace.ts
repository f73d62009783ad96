import {
  commands,
  type ExtensionContext,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  window,
} from "vscode";
import { type CheckedParams, checkedNotification } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";

/** Registers what shows the result of **Error Codes: Check Workspace**, until the user has read it. */
export function registerCheckWorkspace({ subscriptions }: ExtensionContext, server: Server): void {
  const result = new CheckResult();
  subscriptions.push(
    result,
    server.onNotification(checkedNotification, (checked: CheckedParams) => void result.show(checked)),
    commands.registerCommand("errorCodes.showChecked", () => result.showAgain()),
  );
}

/** The result of the last check: a notification, which VS Code hides after a while, and an item of the status bar. */
class CheckResult {
  #item: StatusBarItem | undefined;
  #last: CheckedParams | undefined;

  async show(checked: CheckedParams): Promise<void> {
    this.#last = checked;
    const item = this.#newItem(checked);
    if (checked.problems > 0) await showProblems(true);
    await this.#ask(checked);
    if (this.#item === item) this.dispose();
  }

  /** Shows the notification again; the item has been read. */
  async showAgain(): Promise<void> {
    this.dispose();
    if (!this.#last) return;
    if (this.#last.problems > 0) await showProblems(true);
    await this.#ask(this.#last);
  }

  dispose(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }

  #newItem({ message, problems }: CheckedParams): StatusBarItem {
    this.dispose();
    const item = window.createStatusBarItem("errorCodes.checked", StatusBarAlignment.Left);
    const count = problems === 1 ? l10n.t("1 problem") : l10n.t("{0} problems", problems);
    item.name = l10n.t("Result of the Check");
    item.text = problems > 0 ? `$(checklist) ${count}` : `$(pass) ${l10n.t("No problems")}`;
    item.tooltip = plainText(message);
    item.command = "errorCodes.showChecked";
    item.show();
    this.#item = item;
    return item;
  }

  async #ask({ message, problems, fixable }: CheckedParams): Promise<void> {
    const show = l10n.t("Show Problems");
    const fix = l10n.t("Fix All…");
    const choices = [...(problems > 0 ? [show] : []), ...(fixable > 0 ? [fix] : [])];
    const answer = await window.showInformationMessage(plainText(message), ...choices);
    if (answer === show) await showProblems(false);
    if (answer === fix) await commands.executeCommand("errorCodes.fixAllInWorkspace");
  }
}

async function showProblems(preserveFocus: boolean): Promise<void> {
  await commands.executeCommand("workbench.panel.markers.view.focus", { preserveFocus });
}
