import {
  commands,
  type ExtensionContext,
  env,
  InputBoxValidationSeverity,
  l10n,
  type QuickPickItem,
  window,
} from "vscode";
import {
  type CodeItem,
  type ExplainedError,
  type ExplainResult,
  explainRequest,
} from "../../server/protocol/index.ts";
import { entryKeyOf } from "../language-server/keys.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { openPage } from "../pages/details.ts";

/** How long to wait for the clipboard, in milliseconds. */
const clipboardTimeout = 500;

/** A page that can be opened: an entry, with what a concrete response states. */
export interface Choice extends Pick<ExplainedError, "message" | "requestId" | "action"> {
  item: CodeItem;
}

type Explain = (text: string) => Promise<ExplainResult>;

/** Registers **Error Codes: Explain Error Response…**, for the selection, else the clipboard, else a pasted text. */
export function registerExplain({ subscriptions }: ExtensionContext, server: Server): void {
  const explain: Explain = async (text) => {
    await server.start();
    return server.sendRequest<ExplainResult>(explainRequest, { text, ...server.place.origin });
  };
  subscriptions.push(
    commands.registerCommand("errorCodes.explain", async (given?: unknown) => {
      const selected = typeof given === "string" ? given : selectedText();
      if (selected.trim() !== "") {
        const explained = await explain(selected);
        return hasAnswer(explained) ? show(explained) : ask(explain, selected);
      }
      const copied = await clipboardText();
      const explained = copied.trim() === "" ? undefined : await explain(copied);
      return explained?.found.some(({ items }) => items.length > 0) ? show(explained) : ask(explain);
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

function hasAnswer({ found, nearest }: ExplainResult): boolean {
  return found.length > 0 || nearest.length > 0;
}

/** Asks for a text until errors are found in it; one without errors stays, with what was looked for below it. */
function ask(explain: Explain, text = ""): Promise<void> {
  const box = window.createInputBox();
  box.title = l10n.t("Explain Error Response");
  box.prompt = l10n.t("Paste a response (JSON or XML), the text of an exception or a log line.");
  box.ignoreFocusOut = true;
  box.value = text.replace(/\s+/g, " ").trim();
  const nothing = {
    message: l10n.t(
      "No error was found. Looked for answers in JSON or XML, headers, texts of exceptions, log lines, and known messages.",
    ),
    severity: InputBoxValidationSeverity.Info,
  };
  if (text !== "") box.validationMessage = nothing;
  return new Promise((resolve) => {
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidHide(() => {
      box.dispose();
      resolve();
    });
    box.onDidAccept(async () => {
      if (box.value.trim() === "") return box.hide();
      box.busy = true;
      const explained = await explain(box.value);
      box.busy = false;
      if (!hasAnswer(explained)) {
        box.validationMessage = nothing;
        return;
      }
      box.hide();
      await show(explained);
    });
    box.show();
  });
}

/** A row of the list of errors; one without a choice has no page. */
interface Row extends QuickPickItem {
  choice?: Choice;
  error?: ExplainedError;
}

/** Opens the page of the only error that was found, or lets the user choose one of several. */
async function show({ found, nearest }: ExplainResult): Promise<void> {
  const rows = found.flatMap(rowsOf);
  const [first] = rows;
  if (nearest.length > 0) {
    const unknown = found[0]?.code;
    const placeHolder = unknown
      ? l10n.t("{0} is not in the catalog. Nearest codes:", plainText(unknown))
      : l10n.t("No error code was found. Nearest codes:");
    const near = nearest.map((item) => rowOf({ item }));
    await pick(rows.length > 1 ? [...rows, ...near] : near, placeHolder);
  } else if (first && rows.length === 1) await open(first);
  else await pick(rows, l10n.t("Several codes were found"));
}

function rowsOf(error: ExplainedError): Row[] {
  const { items, message, code, note } = error;
  if (items.length > 0) return items.map((item) => rowOf({ item, ...statedBy(error) }));
  return [
    {
      label: code === undefined ? l10n.t("No code") : plainText(code),
      description: code === undefined ? "" : l10n.t("not in the catalog"),
      detail: plainText(message ?? note ?? ""),
      error,
    },
  ];
}

/** Returns what the page of a code can show of an error. */
function statedBy({ message, requestId, action }: Omit<Choice, "item">): Omit<Choice, "item"> {
  return {
    ...(message ? { message } : {}),
    ...(requestId ? { requestId } : {}),
    ...(action ? { action } : {}),
  };
}

function rowOf(choice: Choice): Row {
  return {
    label: plainText(choice.item.code),
    description: plainText(
      [choice.item.providerName, choice.item.serviceName, choice.action].filter(Boolean).join(" · "),
    ),
    detail: plainText(choice.message ?? choice.item.summary),
    choice,
  };
}

/** Opens the page of the only choice, or lets the user choose one of several. */
export async function openChoice(choices: readonly Choice[], placeHolder: string): Promise<void> {
  const rows = choices.map(rowOf);
  const [first] = rows;
  if (first && rows.length === 1) await open(first);
  else if (first) await pick(rows, placeHolder);
}

async function pick(rows: readonly Row[], placeHolder: string): Promise<void> {
  const picked = await window.showQuickPick(rows, { placeHolder, matchOnDescription: true });
  if (picked) await open(picked);
}

async function open({ choice, error }: Row): Promise<void> {
  if (!choice) return tell(error);
  await openPage(entryKeyOf(choice.item), statedBy(choice));
}

/** Says what is known of an error that has no page. */
async function tell(
  { code, message = "", requestId, note = "" }: ExplainedError = { items: [] },
): Promise<void> {
  const title =
    code === undefined
      ? l10n.t("The response states no error code.")
      : l10n.t("{0} is not in the catalog.", plainText(code));
  const id = requestId === undefined ? "" : l10n.t("Request ID: {0}", requestId);
  const parts = [title, note, message, id].filter((part) => part !== "");
  await window.showInformationMessage(plainText(parts.join(" ")));
}
