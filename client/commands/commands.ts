import { commands, type ExtensionContext, env, l10n, Range, Selection, Uri, window } from "vscode";
import {
  type CodeItem,
  type HoverParams,
  type HoverResult,
  hoverRequest,
} from "../../server/protocol/index.ts";
import { isKey, keyOf } from "../language-server/keys.ts";
import { literalsAt } from "../language-server/literals.ts";
import type { Server } from "../language-server/server.ts";
import { LastEditor } from "./last-editor.ts";

/** What a command is given, if anything: arguments come from links too, which anyone can write. */
type Item = Partial<CodeItem> | undefined;

/** Commands on one code, from the tree, the lookup or another extension. */
export function registerCommands({ subscriptions }: ExtensionContext, client: Server): void {
  const last = new LastEditor();
  subscriptions.push(
    last,
    commands.registerCommand("errorCodes.insert", (item: Item) => insert(client, last, item?.code)),
    commands.registerCommand("errorCodes.copy", (item: Item) => copy(item?.code)),
    commands.registerCommand("errorCodes.copyMarkdown", (item: Item) => copyMarkdown(client, item)),
    commands.registerCommand("errorCodes.openVendorPage", (item: Item) => open(item?.link)),
  );
}

/** Puts a code in at each cursor: in place of a string's content, of what is selected, else where the cursor is. */
async function insert(client: Server, last: LastEditor, code: unknown): Promise<void> {
  if (typeof code !== "string") return;
  const editor = await last.show();
  if (!editor) {
    window.showInformationMessage(l10n.t("There is no editor to insert “{0}” into.", code));
    return;
  }
  const { document, selections } = editor;
  const literals = await literalsAt(
    client,
    document,
    selections.map(({ active }) => active),
  );
  const targets = selections.map((selection, index): Range => {
    const literal = literals[index];
    if (!selection.isEmpty || !literal?.isString) return selection;
    const { start, end } = literal.range;
    return new Range(start.line, start.character, end.line, end.character);
  });
  // Several cursors in one string are one place.
  const places = targets.filter((one, index) => targets.findIndex((other) => other.isEqual(one)) === index);
  await editor.edit((edit) => {
    for (const place of places) edit.replace(place, code);
  });
  // What was selected would stay selected.
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end));
}

async function copy(code: unknown): Promise<void> {
  if (typeof code === "string") await env.clipboard.writeText(code);
}

async function copyMarkdown(client: Server, item: Item): Promise<void> {
  if (!isKey(item)) return;
  await client.start();
  const params: HoverParams = { ...keyOf(item), ...client.place.origin };
  const text = await client.sendRequest<HoverResult>(hoverRequest, params);
  if (text !== null) await env.clipboard.writeText(text);
}

async function open(link: unknown): Promise<void> {
  if (typeof link === "string" && /^https?:\/\//.test(link)) await env.openExternal(Uri.parse(link, true));
}
