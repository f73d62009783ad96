import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { toRange } from "../language-server/ranges.ts";
import { byFile, type CodeChange } from "./code-changes.ts";

const scheme = "error-code-fixed";

/** Shows what fixes would change, as a list of differences; nothing is changed by it. */
export class FixPreview implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? "",
  });
  readonly #title = l10n.t("Changes of Error Codes");

  async show(changes: readonly CodeChange[]): Promise<void> {
    const resources = await Promise.all(
      [...byFile(changes)].map(async ([key, ofFile]) => {
        const uri = Uri.parse(key, true);
        const fixed = uri.with({ scheme, query: uri.scheme });
        this.#texts.set(fixed.toString(), textAfter(await workspace.openTextDocument(uri), ofFile));
        this.#changed.fire(fixed);
        return [uri, uri, fixed];
      }),
    );
    await commands.executeCommand("vscode.changes", this.#title, resources);
  }

  /** Closes what is shown. */
  async close(): Promise<void> {
    this.#texts.clear();
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const isOwn = (one: (typeof tabs)[number]) =>
      one.label.startsWith(this.#title) ||
      (one.input instanceof TabInputTextDiff && one.input.modified.scheme === scheme);
    await window.tabGroups.close(tabs.filter(isOwn));
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

/** Returns the text of a document with changes, which do not overlap. */
function textAfter(document: TextDocument, changes: readonly CodeChange[]): string {
  const text = document.getText();
  const ordered = changes
    .map(({ code, range }) => ({ code, range: toRange(range) }))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  let end = 0;
  const parts = ordered.flatMap(({ code, range }) => {
    const kept = text.slice(end, document.offsetAt(range.start));
    end = document.offsetAt(range.end);
    return [kept, code];
  });
  return [...parts, text.slice(end)].join("");
}
