import { commands, type ExtensionContext, l10n, ThemeIcon, type TreeView, window } from "vscode";
import {
  type EntryKey,
  type Grouping,
  groupings,
  type ProjectResult,
  projectRequest,
} from "../../server/protocol/index.ts";
import { onDidChangeCatalog } from "../language-server/changes.ts";
import { isEntryKey } from "../language-server/keys.ts";
import { literalsAt } from "../language-server/literals.ts";
import type { Server } from "../language-server/server.ts";
import { unknownFilterIn } from "../language-server/unknown-filters.ts";
import { CatalogTree, maximumFound, type Node } from "./catalog-tree.ts";
import { createDragController } from "./code-row.ts";
import { openFilterBox } from "./filter-box.ts";
import { messageOf } from "./filter-message.ts";

const groupingKey = "errorCodes.grouping";

/** Registers the **Catalog** view: a tree that can be grouped in several ways, be filtered, and reveal a code. */
export function registerCatalogView(context: ExtensionContext, server: Server): void {
  const view = new CatalogView(context, server);
  context.subscriptions.push(
    view.view,
    onDidChangeCatalog(server)(() => view.refresh()),
    server.place.onDidMove(() => view.follow()),
    server.onDidStart(() => view.follow()),
    commands.registerCommand("errorCodes.groupBy", () => view.groupBy()),
    commands.registerCommand("errorCodes.filter", (query?: unknown) =>
      typeof query === "string" ? view.filter(query) : view.openFilter(),
    ),
    commands.registerCommand("errorCodes.clearFilter", () => view.filter("")),
    commands.registerCommand("errorCodes.reveal", (key?: unknown) => view.reveal(server, key)),
  );
}

class CatalogView {
  readonly view: TreeView<Node>;
  readonly #tree: CatalogTree;
  readonly #memory: ExtensionContext["globalState"];
  readonly #server: Server;
  /** The id of the catalog that is shown, the `id` of the server's `ProjectResult`. */
  #governing = "";
  #query = "";
  #queryCount = 0;

  constructor({ globalState }: ExtensionContext, server: Server) {
    const stored = globalState.get<Grouping>(groupingKey);
    this.#memory = globalState;
    this.#server = server;
    this.#tree = new CatalogTree(server, groupings.find((one) => one === stored) ?? "family");
    this.view = window.createTreeView("errorCodes.catalog", {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      dragAndDropController: createDragController(),
    });
  }

  async refresh(): Promise<void> {
    this.#tree.refresh();
    await this.#updateFolder();
    if (this.#query !== "") await this.filter(this.#query);
  }

  /** Shows the catalog that governs the active document, if it is another one. */
  async follow(): Promise<void> {
    if (await this.#updateFolder()) await this.refresh();
  }

  /** Shows the folder whose catalog governs, if the workspace has several; returns whether another one governs now. */
  async #updateFolder(): Promise<boolean> {
    if (!this.#server.isRunning()) return false;
    const { origin } = this.#server.place;
    const { id, folder } = await this.#server.sendRequest<ProjectResult>(projectRequest, origin);
    // The user has moved to another document meanwhile.
    if (origin.uri !== this.#server.place.origin.uri) return false;
    this.view.description = folder ?? "";
    const isOther = id !== this.#governing;
    this.#governing = id;
    return isOther;
  }

  /** Shows only the results of a query; an empty query shows the whole catalog. */
  async filter(query: string): Promise<void> {
    const id = ++this.#queryCount;
    this.#query = query.trim();
    const found = this.#query === "" ? undefined : await this.#tree.find(this.#query);
    const unknown = found?.length === 0 ? await unknownFilterIn(this.#server, this.#query) : undefined;
    // A later query has started meanwhile.
    if (id !== this.#queryCount) return;
    this.#tree.show(found);
    const count = found ? messageOf(this.#query, found.length, maximumFound) : "";
    this.view.message = unknown ? `${unknown.problem} ${unknown.remedy}` : count;
    await commands.executeCommand("setContext", "errorCodes.filtered", found !== undefined);
    const [first] = found ?? [];
    // The list keeps its scroll position, which may hide the best result. The next query may already have removed it.
    if (first && this.view.visible)
      await this.view.reveal(first, { select: false }).then(undefined, () => {});
  }

  /**
   * Opens a box that filters while the user types, and offers filters and their values; accepting what is typed moves the
   * focus to the first result.
   */
  async openFilter(): Promise<void> {
    if (!this.view.visible) await commands.executeCommand("errorCodes.catalog.focus");
    const title = l10n.t("Filter the Catalog");
    const placeholder = l10n.t("Code, meaning, message or HTTP status");
    openFilterBox(
      this.#server,
      { title, placeholder, value: this.#query },
      (query) => this.filter(query),
      async () => {
        const [first] = this.#query === "" ? [] : await this.#tree.getChildren();
        if (first) await this.view.reveal(first, { focus: true });
      },
    );
  }

  async groupBy(): Promise<void> {
    const names: Record<Grouping, string> = {
      family: l10n.t("Family"),
      kind: l10n.t("Kind"),
      status: l10n.t("HTTP Status"),
      concept: l10n.t("Concept"),
    };
    const details: Record<Grouping, string> = {
      family: l10n.t("The first part of the code, such as AuthFailure"),
      kind: l10n.t("What kind of failure it is, such as permission"),
      status: l10n.t("The status of the response, such as 403"),
      concept: l10n.t("What it means on all clouds, such as an expired signature"),
    };
    const current = this.#tree.grouping;
    const items = groupings.map((grouping) => ({
      grouping,
      label: names[grouping],
      description: details[grouping],
      iconPath: new ThemeIcon(grouping === current ? "check" : "blank"),
    }));
    const picked = await window.showQuickPick(items, { title: l10n.t("Group the Codes of a Service By") });
    if (!picked || picked.grouping === current) return;
    this.#tree.grouping = picked.grouping;
    await this.#memory.update(groupingKey, picked.grouping);
    this.#tree.refresh();
  }

  /** Reveals a code in the tree: the given one, or else the one under the cursor. */
  async reveal(server: Server, given?: unknown): Promise<void> {
    await this.follow();
    const key = isEntryKey(given) ? given : await keyAtCursor(server);
    if (key && this.#query !== "") await this.filter("");
    const node = key && (await this.#tree.nodeOf(key));
    if (node) await this.view.reveal(node, { select: true, focus: true });
    else window.showInformationMessage(l10n.t("There is no code from the catalog at the cursor."));
  }
}

async function keyAtCursor(server: Server): Promise<EntryKey | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const [literal] = await literalsAt(server, editor.document, [editor.selection.active]);
  return literal?.items[0];
}
