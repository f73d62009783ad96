import { commands, Range, Selection, type TextEditor, Uri, window, workspace } from "vscode";
import {
  type ConfigureDeed,
  type ConfigureResult,
  configureRequest,
  type StatusResult,
  statusRequest,
  type WhyDeed,
  type WhyParams,
} from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { settle } from "./written.ts";

/** Does what a button of an explanation says, for the place that the explanation is about. */
export async function follow(server: Server, place: WhyParams, deed: WhyDeed): Promise<void> {
  if (deed.act === "evidence" || deed.act === "rule") return configure(server, place.uri, deed);
  if (deed.act === "configuration") return openConfiguration(server, place.uri, deed.find);
  if (deed.act === "setting") {
    await commands.executeCommand("workbench.action.openSettings", `@id:${deed.setting}`);
    return;
  }
  // What follows is about the active editor, which is not that of the explanation.
  const editor = await editorOf(place);
  if (deed.act === "line") select(editor, editor.document.lineAt(deed.line).range);
  else await commands.executeCommand(commandsOf[deed.act]);
}

const commandsOf = {
  pin: "errorCodes.pinProvider",
  language: "workbench.action.editor.changeLanguageMode",
  actions: "editor.action.quickFix",
};

/** Shows the editor of a place, where it is shown already if it is, with the cursor there. */
async function editorOf({ uri, position: { line, character } }: WhyParams): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const shown = window.visibleTextEditors.find((one) => one.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn ?? 1);
  select(editor, new Range(line, character, line, character));
  return editor;
}

function select(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

async function configure(server: Server, uri: string, deed: ConfigureDeed): Promise<void> {
  const result = await server.sendRequest<ConfigureResult>(configureRequest, { uri, deed });
  if (result.refused === undefined) await settle(result.written);
  else await window.showWarningMessage(plainText(result.refused));
}

/** Opens the configuration of a document beside the explanation, at the first place of a text. */
async function openConfiguration(server: Server, uri: string, find: string | undefined): Promise<void> {
  const status = await server.sendRequest<StatusResult | null>(statusRequest, { uri });
  if (!status?.configuration) return;
  const document = await workspace.openTextDocument(Uri.parse(status.configuration, true));
  const editor = await window.showTextDocument(document, 1);
  const at = find === undefined ? -1 : document.getText().indexOf(find);
  if (at >= 0)
    select(editor, new Range(document.positionAt(at), document.positionAt(at + (find?.length ?? 0))));
}
