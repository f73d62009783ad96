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

/**
 * Reloads the window once VS Code has stored that a page with this text in its URI is open.
 *
 * VS Code in a browser stores its state every few seconds; what is newer can be lost in a reload.
 */
export async function reload(page: Page, text: string): Promise<void> {
  await page.waitForFunction(isStored, text, { polling: 500 });
  await page.reload();
}

/** Runs in the browser: whether an editor with a text in its URI is stored as open. */
async function isStored(text: string): Promise<boolean> {
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
      const editors = await answerTo(items.get("memento/workbench.parts.editor"));
      if (typeof editors === "string" && editors.includes(text)) return true;
    } finally {
      database.close();
    }
  }
  return false;
}
