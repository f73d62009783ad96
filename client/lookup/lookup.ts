import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type QuickInputButton,
  type QuickPick,
  type TextEditor,
  ThemeIcon,
  window,
  workspace,
} from "vscode";
import {
  type EntryKey,
  type SearchParams,
  type SearchResult,
  searchRequest,
} from "../../server/protocol/index.ts";
import { literalsAt } from "../language-server/literals.ts";
import type { Server } from "../language-server/server.ts";
import { type Actions, type CodePick, toPicks } from "./lookup-row.ts";
import { Recent } from "./recent.ts";

/** A pause in typing after which is searched, in milliseconds. */
const pause = 40;
/** So long the box waits for what stands under the cursor, in milliseconds: a server that starts takes longer. */
const patience = 500;
/** Of what is selected: a message is shorter. */
const maximumQuery = 500;
const maximumFound = 100;

/** Where a look-up starts. */
interface Start {
  query: string;
  /** What the string under the cursor is now. */
  literal?: string;
}

/** **Error Codes: Look Up…**: results of the catalog's search as one types. */
export function registerLookup({ subscriptions, globalState }: ExtensionContext, client: Server): void {
  const recent = new Recent(globalState);
  subscriptions.push(
    commands.registerCommand("errorCodes.lookUp", async (given?: unknown) => {
      const start = typeof given === "string" ? { query: given } : await startIn(client);
      lookUp(client, recent, start);
    }),
  );
}

/** What is selected, else the string under the cursor. */
async function startIn(client: Server): Promise<Start> {
  const editor = window.activeTextEditor;
  if (!editor) return { query: "" };
  const { document, selection } = editor;
  const selected = document.getText(selection).slice(0, maximumQuery).replace(/\s+/g, " ").trim();
  if (selected !== "") return { query: selected };
  const asked = literalsAt(client, document, [selection.active]).catch(() => []);
  const late = new Promise<undefined[]>((resolve) => setTimeout(() => resolve([undefined]), patience));
  const [found] = await Promise.race([asked, late]);
  // A word of a text that is no string is asked for only where it is a code.
  if (!found || !(found.isString || found.items.length > 0)) return { query: "" };
  return { query: found.text, literal: found.text };
}

/** What can be done with a code of the list, each with the command that does it. */
function buttons(): Actions {
  return new Map<QuickInputButton, string>([
    [{ iconPath: new ThemeIcon("insert"), tooltip: l10n.t("Insert at Cursor") }, "errorCodes.insert"],
    [{ iconPath: new ThemeIcon("info"), tooltip: l10n.t("Show Details") }, "errorCodes.showDetails"],
    [{ iconPath: new ThemeIcon("copy"), tooltip: l10n.t("Copy Code") }, "errorCodes.copy"],
    [
      { iconPath: new ThemeIcon("link-external"), tooltip: l10n.t("Open Vendor Page") },
      "errorCodes.openVendorPage",
    ],
  ]);
}

function lookUp(client: Server, recent: Recent, { query, literal }: Start): void {
  const actions = buttons();
  const inserts = canInsert(window.activeTextEditor);
  const title = inserts
    ? l10n.t("Look Up Error Codes (Enter inserts)")
    : l10n.t("Look Up Error Codes (Enter shows details)");
  const picker = window.createQuickPick<CodePick>();
  picker.title = title;
  picker.placeholder = l10n.t("Code, meaning, message, @provider, status:403, kind:quota, retry:backoff");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // Not in the types: without it VS Code sorts what matches by its letters, and drops the separators.
  Object.assign(picker, { sortByLabel: false });
  const search = searching(client, recent, actions, title, picker);
  const act = async (command: string, { code }: CodePick) => {
    if (!code) return;
    picker.hide();
    await recent.add(code);
    await commands.executeCommand(command, code);
  };
  const listeners: Disposable[] = [
    search,
    picker.onDidChangeValue((value) => search.after(pause, value)),
    picker.onDidTriggerItemButton(({ button, item }) =>
      act(actions.get(button) ?? "errorCodes.showDetails", item),
    ),
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      const isThere = picked?.code?.code === literal;
      if (picked) act(inserts && !isThere ? "errorCodes.insert" : "errorCodes.showDetails", picked);
    }),
    picker.onDidHide(() => {
      picker.dispose();
      for (const listener of listeners) listener.dispose();
    }),
  ];
  picker.value = query;
  picker.show();
  search.after(0, query);
}

/** Whether a code can be put into what is shown; logs and files of others cannot be edited. */
function canInsert(editor: TextEditor | undefined): boolean {
  const scheme = editor?.document.uri.scheme;
  return scheme !== undefined && scheme !== "output" && workspace.fs.isWritableFileSystem(scheme) !== false;
}

/** Searches that fill a picker, whose late answers give way to those of newer queries. */
function searching(
  client: Server,
  recent: Recent,
  actions: Actions,
  title: string,
  picker: QuickPick<CodePick>,
): Disposable & { after(milliseconds: number, query: string): void } {
  let newest = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = async (query: string, isCurrent: () => boolean) => {
    try {
      const found = await ask(client, query, recent.keys);
      if (!isCurrent()) return;
      const isNear = found[0]?.because === "nearest";
      picker.title = isNear ? l10n.t("Nothing found for “{0}”: these are the nearest", query) : title;
      picker.items = toPicks(found, actions, query);
    } finally {
      if (isCurrent()) picker.busy = false;
    }
  };
  return {
    after(milliseconds, query) {
      const mine = ++newest;
      picker.busy = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        run(query, () => mine === newest).catch((error) => console.error(error));
      }, milliseconds);
    },
    dispose() {
      newest++;
      clearTimeout(timer);
    },
  };
}

async function ask(client: Server, query: string, recent: EntryKey[]): Promise<SearchResult> {
  const wanted = { limit: maximumFound, orNearest: true, everywhere: true };
  const params: SearchParams = { query, recent, ...wanted, ...client.place.origin };
  await client.start();
  return client.sendRequest<SearchResult>(searchRequest, params);
}
