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
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { unknownFilterIn } from "../language-server/unknown-filters.ts";
import { completedBy, valuePicks } from "../views/filter-values.ts";
import { askForeign } from "./foreign-code.ts";
import { type CodePick, type RowActions, toPicks } from "./lookup-row.ts";
import { RecentCodes } from "./recent.ts";

/** The pause in typing after which the search starts, in milliseconds. */
const typingPause = 40;
/** How long to wait for the literal under the cursor, in milliseconds; a server that is starting takes longer. */
const literalTimeout = 500;
/** The length to which a selection is cut, in UTF-16 units; error messages are shorter. */
const maximumQuery = 500;
const maximumFound = 100;

/** What a lookup starts with. */
interface Start {
  query: string;
  /** The text of the literal under the cursor. */
  literal?: string;
}

/** Registers **Error Codes: Look Up…**, which searches the catalog while the user types. */
export function registerLookup({ subscriptions, globalState }: ExtensionContext, server: Server): void {
  const recent = new RecentCodes(globalState);
  subscriptions.push(
    commands.registerCommand("errorCodes.lookUp", async (given?: unknown) => {
      const start = typeof given === "string" ? { query: given } : await startInEditor(server);
      lookUp(server, recent, start);
    }),
  );
}

/** Returns the selected text, or else the string under the cursor. */
async function startInEditor(server: Server): Promise<Start> {
  const editor = window.activeTextEditor;
  if (!editor) return { query: "" };
  const { document, selection } = editor;
  const selected = document.getText(selection).slice(0, maximumQuery).replace(/\s+/g, " ").trim();
  if (selected !== "") return { query: selected };
  const request = literalsAt(server, document, [selection.active]).catch(() => []);
  const timeout = new Promise<undefined[]>((resolve) =>
    setTimeout(() => resolve([undefined]), literalTimeout),
  );
  const [found] = await Promise.race([request, timeout]);
  // A word outside a string is looked up only if it is a known code.
  if (!found || !(found.isString || found.items.length > 0)) return { query: "" };
  return { query: found.text, literal: found.text };
}

/** Creates the buttons of a row, with the commands that they run. */
function createActions(): RowActions {
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

function lookUp(server: Server, recent: RecentCodes, { query, literal }: Start): void {
  const actions = createActions();
  const isInserting = canInsert(window.activeTextEditor);
  const title = isInserting
    ? l10n.t("Look Up Error Codes (Enter inserts)")
    : l10n.t("Look Up Error Codes (Enter shows details)");
  const picker = window.createQuickPick<CodePick>();
  picker.title = title;
  picker.placeholder = l10n.t(
    "Code, meaning, message, @provider, action:RunInstances, status:403, retry:backoff",
  );
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  // `sortByLabel` is not in the typings. Without it VS Code sorts the matches by label and drops the separators.
  Object.assign(picker, { sortByLabel: false });
  const search = createSearch(server, recent, actions, title, picker);
  const act = async (command: string, pick: CodePick) => {
    const { code } = pick;
    picker.value = completedBy(pick, picker.value) ?? picker.value;
    if (!code) return;
    picker.hide();
    const isForeign = command === "errorCodes.insert" && code.fileProviders !== undefined;
    const chosen = isForeign ? await askForeign(code) : command;
    if (chosen === undefined) return;
    await recent.add(code);
    await commands.executeCommand(chosen, code);
  };
  const listeners: Disposable[] = [
    search,
    picker.onDidChangeValue((value) => search.after(typingPause, value)),
    picker.onDidTriggerItemButton(({ button, item }) =>
      act(actions.get(button) ?? "errorCodes.showDetails", item),
    ),
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      const isUnchanged = picked?.code?.code === literal;
      if (picked) act(isInserting && !isUnchanged ? "errorCodes.insert" : "errorCodes.showDetails", picked);
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

/** Returns whether a code can be inserted into an editor: not into output channels and read-only file systems. */
function canInsert(editor: TextEditor | undefined): boolean {
  const scheme = editor?.document.uri.scheme;
  return scheme !== undefined && scheme !== "output" && workspace.fs.isWritableFileSystem(scheme) !== false;
}

/** Creates a search that fills a picker, and drops results that arrive after a newer query has started. */
function createSearch(
  server: Server,
  recent: RecentCodes,
  actions: RowActions,
  title: string,
  picker: QuickPick<CodePick>,
): Disposable & { after(milliseconds: number, query: string): void } {
  let newest = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = async (query: string, isCurrent: () => boolean) => {
    try {
      const all = await searchCatalog(server, query, recent.keys);
      const values = query.trim() === "" ? [] : await valuePicks(server, query);
      // While a filter is written, there is no result yet.
      const found = values.length > 0 && all[0]?.because === "nearest" ? [] : all;
      const isNear = found[0]?.because === "nearest";
      const unknown =
        values.length === 0 && (found.length === 0 || isNear)
          ? await unknownFilterIn(server, query)
          : undefined;
      if (!isCurrent()) return;
      picker.title = isNear
        ? l10n.t("Nothing found for “{0}”: these are the nearest", plainText(query))
        : title;
      const note =
        unknown === undefined ? [] : [{ label: unknown.problem, detail: unknown.remedy, alwaysShow: true }];
      const isEmpty = found.length === 0 && (unknown !== undefined || values.length > 0);
      picker.items = [...values, ...note, ...(isEmpty ? [] : toPicks(found, actions, query))];
    } finally {
      if (isCurrent()) picker.busy = false;
    }
  };
  return {
    after(milliseconds, query) {
      const id = ++newest;
      picker.busy = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        run(query, () => id === newest).catch((error) => console.error(error));
      }, milliseconds);
    },
    dispose() {
      newest++;
      clearTimeout(timer);
    },
  };
}

async function searchCatalog(server: Server, query: string, recent: EntryKey[]): Promise<SearchResult> {
  const options = { limit: maximumFound, orNearest: true, everywhere: true };
  const params: SearchParams = { query, recent, ...options, ...server.place.origin };
  await server.start();
  return server.sendRequest<SearchResult>(searchRequest, params);
}
