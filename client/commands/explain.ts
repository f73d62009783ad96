import { commands, type ExtensionContext, env, l10n, type QuickPickItem, window } from "vscode";
import { type CodeItem, type ExplainResult, explainRequest } from "../../server/protocol/index.ts";
import { entryKeyOf } from "../language-server/keys.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { openPage } from "../pages/details.ts";

/** How long to wait for the clipboard, in milliseconds. */
const clipboardTimeout = 500;

/** A page that can be opened: an entry, with the message and request id of a concrete response. */
export interface Choice {
  item: CodeItem;
  message?: string;
  requestId?: string;
}

/** Registers **Error Codes: Explain Error Response…**, for the selection, else the clipboard, else a pasted text. */
export function registerExplain({ subscriptions }: ExtensionContext, server: Server): void {
  const explain = async (text: string) => {
    await server.start();
    return server.sendRequest<ExplainResult>(explainRequest, { text, ...server.place.origin });
  };
  subscriptions.push(
    commands.registerCommand("errorCodes.explain", async (given?: unknown) => {
      const selected = typeof given === "string" ? given : selectedText();
      if (selected.trim() !== "") return show(await explain(selected));
      const copied = await clipboardText();
      const explained = copied.trim() === "" ? undefined : await explain(copied);
      if (explained && choicesOf(explained).length > 0) return show(explained);
      const pasted = await window.showInputBox({
        title: l10n.t("Explain Error Response"),
        prompt: l10n.t("Paste a response (JSON or XML), the text of an exception or a log line."),
        ignoreFocusOut: true,
      });
      if (pasted?.trim()) await show(await explain(pasted));
    }),
  );
}

/** Returns the text of the clipboard, or an empty string if a browser asks the user for permission to read it first. */
function clipboardText(): Promise<string> {
  const timeout = new Promise<string>((resolve) => setTimeout(resolve, clipboardTimeout, ""));
  return Promise.race([env.clipboard.readText(), timeout]);
}

function selectedText(): string {
  const editor = window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : "";
}

async function show(explained: ExplainResult): Promise<void> {
  const choices = choicesOf(explained);
  if (choices.length > 0) return openChoice(choices, l10n.t("Several codes were found"));
  const [unknown] = explained.found;
  if (explained.nearest.length === 0) {
    await window.showInformationMessage(
      unknown
        ? l10n.t("{0} is not in the catalog.", plainText(unknown.code))
        : l10n.t("No error code was found."),
    );
    return;
  }
  const nearest = explained.nearest.map((item) => ({ item }));
  const placeHolder = unknown
    ? l10n.t("{0} is not in the catalog. Nearest codes:", plainText(unknown.code))
    : l10n.t("No error code was found. Nearest codes:");
  await pick(nearest, placeHolder);
}

function choicesOf({ found }: ExplainResult): Choice[] {
  return found.flatMap(({ items, code: _, ...response }) => items.map((item) => ({ item, ...response })));
}

/** Opens the page of the only choice, or lets the user choose one of several. */
export async function openChoice(choices: readonly Choice[], placeHolder: string): Promise<void> {
  const [first, ...others] = choices;
  if (!first) return;
  if (others.length === 0) await open(first);
  else await pick(choices, placeHolder);
}

async function pick(choices: readonly Choice[], placeHolder: string): Promise<void> {
  const items = choices.map((choice): QuickPickItem & { choice: Choice } => ({
    label: plainText(choice.item.code),
    description: plainText(`${choice.item.providerName} · ${choice.item.serviceName}`),
    detail: plainText(choice.message ?? choice.item.summary),
    choice,
  }));
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (picked) await open(picked.choice);
}

async function open({ item, ...response }: Choice): Promise<void> {
  const { message, requestId } = response;
  await openPage(entryKeyOf(item), { ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) });
}
