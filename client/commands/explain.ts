import { commands, type ExtensionContext, env, l10n, type QuickPickItem, window } from "vscode";
import { type CodeItem, type ExplainResult, explainRequest } from "../../server/protocol/index.ts";
import { keyOf } from "../language-server/keys.ts";
import type { Server } from "../language-server/server.ts";
import { openPage } from "../pages/details.ts";

/** In milliseconds. */
const patience = 500;

/** A page that can be opened: an entry, with what a concrete response says. */
export interface Choice {
  item: CodeItem;
  message?: string;
  requestId?: string;
}

/** **Error Codes: Explain Error Response…**: from the selection, else the clipboard, else what is pasted. */
export function registerExplain({ subscriptions }: ExtensionContext, client: Server): void {
  const ask = async (text: string) => {
    await client.start();
    return client.sendRequest<ExplainResult>(explainRequest, { text, ...client.place.origin });
  };
  subscriptions.push(
    commands.registerCommand("errorCodes.explain", async (given?: unknown) => {
      const selected = typeof given === "string" ? given : selection();
      if (selected.trim() !== "") return show(await ask(selected));
      const copied = await clipboard();
      const explained = copied.trim() === "" ? undefined : await ask(copied);
      if (explained && choicesOf(explained).length > 0) return show(explained);
      const pasted = await window.showInputBox({
        title: l10n.t("Explain Error Response"),
        prompt: l10n.t("Paste a response (JSON or XML), the text of an exception or a log line."),
        ignoreFocusOut: true,
      });
      if (pasted?.trim()) await show(await ask(pasted));
    }),
  );
}

/** What was copied; a browser may ask for leave first, which is not waited for. */
function clipboard(): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, patience, ""));
  return Promise.race([env.clipboard.readText(), late]);
}

function selection(): string {
  const editor = window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : "";
}

async function show(explained: ExplainResult): Promise<void> {
  const choices = choicesOf(explained);
  if (choices.length > 0) return choose(choices, l10n.t("Several codes were found"));
  const [unknown] = explained.found;
  if (explained.nearest.length === 0) {
    await window.showInformationMessage(
      unknown ? l10n.t("{0} is not in the catalog.", unknown.code) : l10n.t("No error code was found."),
    );
    return;
  }
  const near = explained.nearest.map((item) => ({ item }));
  const said = unknown
    ? l10n.t("{0} is not in the catalog. The nearest are:", unknown.code)
    : l10n.t("No error code was found. The nearest are:");
  await pick(near, said);
}

function choicesOf({ found }: ExplainResult): Choice[] {
  return found.flatMap(({ items, code: _, ...said }) => items.map((item) => ({ item, ...said })));
}

/** Opens the only page, or lets one be chosen of several. */
export async function choose(choices: readonly Choice[], placeHolder: string): Promise<void> {
  const [first, ...others] = choices;
  if (!first) return;
  if (others.length === 0) await open(first);
  else await pick(choices, placeHolder);
}

async function pick(choices: readonly Choice[], placeHolder: string): Promise<void> {
  const items = choices.map((choice): QuickPickItem & { choice: Choice } => ({
    label: choice.item.code,
    description: `${choice.item.providerName} · ${choice.item.serviceName}`,
    detail: choice.message ?? choice.item.summary,
    choice,
  }));
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (picked) await open(picked.choice);
}

async function open({ item, ...response }: Choice): Promise<void> {
  const { message, requestId } = response;
  await openPage(keyOf(item), { ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) });
}
