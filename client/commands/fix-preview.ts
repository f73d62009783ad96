import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
} from "vscode";
import type { CodeFix } from "../../server/protocol/index.ts";
import { toRange } from "../language-server/ranges.ts";

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

  async show(fixes: readonly CodeFix[]): Promise<void> {
    const changes = new Map<string, { fix: CodeFix; range: CodeFix["places"][number]["range"] }[]>();
    for (const fix of fixes)
      for (const { uri, range } of fix.places)
        changes.set(uri, [...(changes.get(uri) ?? []), { fix, range }]);
    const resources = await Promise.all(
      [...changes].map(async ([key, all]) => {
        const uri = Uri.parse(key, true);
        const document = await workspace.openTextDocument(uri);
        let text = document.getText();
        const later = all.toSorted(
          (a, b) => document.offsetAt(toRange(b.range).start) - document.offsetAt(toRange(a.range).start),
        );
        for (const { fix, range } of later) {
          const [start, end] = [toRange(range).start, toRange(range).end].map((one) =>
            document.offsetAt(one),
          );
          text = text.slice(0, start) + fix.code + text.slice(end);
        }
        const fixed = uri.with({ scheme, query: uri.scheme });
        this.#texts.set(fixed.toString(), text);
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
