import { commands, type ExtensionContext, env, l10n, Range, Selection, Uri, window } from "vscode";
import {
  type CodeItem,
  type EntryMarkdownParams,
  type EntryMarkdownResult,
  entryMarkdownRequest,
} from "../../server/protocol/index.ts";
import { entryKeyOf, isEntryKey } from "../language-server/keys.ts";
import { LastEditor } from "../language-server/last-editor.ts";
import { literalsAt } from "../language-server/literals.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { changeLiteral } from "./change-literal.ts";
import { canInsert } from "./writing.ts";

/** The argument of a command, if any. It can come from a link that anyone can write, so its fields are checked. */
type Item = Partial<CodeItem> | undefined;

/** Registers the commands on one code, which the trees, the lookup and other extensions run. */
export function registerCodeCommands({ subscriptions }: ExtensionContext, server: Server): void {
  const lastEditor = new LastEditor();
  subscriptions.push(
    lastEditor,
    commands.registerCommand("errorCodes.insert", (item: Item) => insert(server, lastEditor, item?.code)),
    commands.registerCommand("errorCodes.copy", (item: Item) => copy(item?.code)),
    commands.registerCommand("errorCodes.copyMarkdown", (item: Item) => copyMarkdown(server, item)),
    commands.registerCommand("errorCodes.changeCode", changeLiteral),
    commands.registerCommand("errorCodes.openVendorPage", (item: Item) => open(item?.link)),
  );
}

/** Inserts a code at each cursor. It replaces the selection, or else the content of the string around the cursor. */
async function insert(server: Server, lastEditor: LastEditor, code: unknown): Promise<void> {
  if (typeof code !== "string") return;
  const editor = await lastEditor.show();
  if (!editor) {
    window.showInformationMessage(l10n.t("There is no editor to insert “{0}” into.", plainText(code)));
    return;
  }
  const { document, selections } = editor;
  const literals = await literalsAt(
    server,
    document,
    selections.map(({ active }) => active),
  );
  const targets = selections.map((selection, index): Range => {
    const literal = literals[index];
    if (!selection.isEmpty || !literal?.isString) return selection;
    const { start, end } = literal.range;
    return new Range(start.line, start.character, end.line, end.character);
  });
  // Several cursors in one string have the same target, which may be edited only once.
  const ranges = targets.filter((one, index) => targets.findIndex((other) => other.isEqual(one)) === index);
  if (!ranges.every((range) => canInsert(document, range, code))) {
    window.showWarningMessage(
      l10n.t(
        "“{0}” is not inserted: it has characters that would mean something else there.",
        plainText(code),
      ),
    );
    return;
  }
  await editor.edit((edit) => {
    for (const range of ranges) edit.replace(range, code);
  });
  // Otherwise the inserted code would stay selected where there was a selection.
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end));
}

async function copy(code: unknown): Promise<void> {
  if (typeof code === "string") await env.clipboard.writeText(code);
}

async function copyMarkdown(server: Server, item: Item): Promise<void> {
  if (!isEntryKey(item)) return;
  await server.start();
  const params: EntryMarkdownParams = { ...entryKeyOf(item), ...server.place.origin };
  const text = await server.sendRequest<EntryMarkdownResult>(entryMarkdownRequest, params);
  if (text !== null) await env.clipboard.writeText(text);
}

async function open(link: unknown): Promise<void> {
  if (typeof link === "string" && /^https?:\/\//.test(link)) await env.openExternal(Uri.parse(link, true));
}
