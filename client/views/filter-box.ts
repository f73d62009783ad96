import { window } from "vscode";
import type { Server } from "../language-server/server.ts";
import { completedBy, type ValuePick, valuePicks } from "./filter-values.ts";

/** What a filter box shows at first. */
interface FilterBox {
  title: string;
  placeholder: string;
  value: string;
}

/**
 * Opens a box that calls `filter` with what the user types, and lists what the filter at its end can be completed to.
 * `accept` is called after what is typed was accepted, and has filtered.
 */
export function openFilterBox(
  server: Server,
  { title, placeholder, value: initial }: FilterBox,
  filter: (query: string) => Promise<void>,
  accept: () => Promise<void>,
): void {
  const box = window.createQuickPick<ValuePick>();
  Object.assign(box, { title, placeholder, value: initial });
  // `sortByLabel` is not in the typings. Without it VS Code sorts the values by their names.
  Object.assign(box, { sortByLabel: false });
  const offer = async (query: string) => {
    const picks = await valuePicks(server, query);
    if (query !== box.value) return;
    box.items = picks;
    // Filters are only shown to choose from: Enter in an empty box shows the whole catalog.
    if (query.trim() === "") box.activeItems = [];
  };
  const change = async (query: string) => {
    await Promise.all([filter(query), offer(query)]);
  };
  box.onDidChangeValue(change);
  box.onDidAccept(async () => {
    const completed = completedBy(box.activeItems[0], box.value);
    if (completed !== undefined) {
      box.value = completed;
      return;
    }
    box.hide();
    await filter(box.value);
    await accept();
  });
  box.onDidHide(() => box.dispose());
  box.show();
  void offer(initial);
}
