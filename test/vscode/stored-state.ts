import type { Page } from "playwright-core";

/** The parts of IndexedDB that are used here; the project is compiled without the types of the DOM. */
interface Answer<T> {
  result: T;
  error: unknown;
  onsuccess(): void;
  onerror(): void;
}
interface Database {
  objectStoreNames: { contains(name: string): boolean };
  transaction(store: string): { objectStore(name: string): { get(key: string): Answer<unknown> } };
  close(): void;
}
declare const indexedDB: { databases(): Promise<{ name?: string }[]>; open(name: string): Answer<Database> };

/** What VS Code stores of its groups of editors; `mru` holds indexes of editors, the last used one first. */
type Group =
  | { type: "branch"; data: Group[] }
  | { type: "leaf"; data: { editors: { value: string }[]; mru: number[] } };

/**
 * Reloads the window once VS Code has stored which editors are open, and that the active one has this text in its URI.
 *
 * VS Code in a browser stores its state every few seconds; what is newer can be lost in a reload.
 */
export async function reload(page: Page, text: string): Promise<void> {
  const opened = await page.locator(".tabs-container .tab").count();
  await page.waitForFunction(isStored, { text, opened }, { polling: 500 });
  await page.reload();
}

/** Runs in the browser: whether that many editors are stored as open, the last used one with a text in its URI. */
async function isStored({ text, opened }: { text: string; opened: number }): Promise<boolean> {
  const answerTo = <T>(request: Answer<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith("vscode-web-state-db")) continue;
    const database = await answerTo(indexedDB.open(name));
    try {
      if (!database.objectStoreNames.contains("ItemTable")) continue;
      const items = database.transaction("ItemTable").objectStore("ItemTable");
      const stored = await answerTo(items.get("memento/workbench.parts.editor"));
      if (typeof stored !== "string") continue;
      const groups: Group[] = [JSON.parse(stored)["editorpart.state"].serializedGrid.root];
      for (const { type, data } of groups) {
        if (type === "branch") {
          groups.push(...data);
          continue;
        }
        const last = data.editors[data.mru[0] ?? 0];
        if (data.editors.length === opened && last?.value.includes(text)) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
}
