import {
  commands,
  type ExtensionContext,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from "vscode";
import { type CodeFix, type FixesResult, fixesRequest } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";
import { applyChanges, type CodeChange } from "./code-changes.ts";
import { FixPreview } from "./fix-preview.ts";

/** Registers **Error Codes: Fix All in Workspace…**, which shows what it would change before anything is changed. */
export function registerFixAll({ subscriptions }: ExtensionContext, server: Server): void {
  const preview = new FixPreview();
  subscriptions.push(
    preview,
    commands.registerCommand("errorCodes.fixAllInWorkspace", async () => {
      const fixes = await fixesOf(server);
      if (fixes.length === 0) {
        void window.showInformationMessage(l10n.t("There is nothing for which one code is certain."));
        return;
      }
      const chosen = await choose(fixes, preview);
      await preview.close();
      if (chosen.length > 0) await applyChanges(changesOf(chosen), l10n.t("Fixed: {0}.", countOf(chosen)));
    }),
  );
}

function fixesOf(server: Server): Thenable<FixesResult> {
  const title = l10n.t("Looking for error codes to fix");
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => server.sendRequest<FixesResult>(fixesRequest, {}, token),
  );
}

interface Row extends QuickPickItem {
  fix: CodeFix;
}

/** Lets the user choose the changes to make; all are chosen at first, and a button shows them side by side. */
function choose(fixes: readonly CodeFix[], preview: FixPreview): Promise<CodeFix[]> {
  const picker = window.createQuickPick<Row>();
  picker.title = l10n.t("Fix All: {0}", countOf(fixes));
  picker.placeholder = l10n.t("The changes to make");
  picker.canSelectMany = true;
  picker.matchOnDetail = true;
  // The list stays while the changes are shown.
  picker.ignoreFocusOut = true;
  picker.items = fixes.map(rowOf);
  picker.selectedItems = picker.items;
  picker.buttons = [{ iconPath: new ThemeIcon("diff-multiple"), tooltip: l10n.t("Show the Changes") }];
  const selected = () => picker.selectedItems.map(({ fix }) => fix);
  return new Promise((resolve) => {
    picker.onDidTriggerButton(() => preview.show(changesOf(selected())));
    picker.onDidAccept(() => {
      resolve(selected());
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve([]);
      picker.dispose();
    });
    picker.show();
  });
}

function rowOf(fix: CodeFix): Row {
  const places = fix.places.map(
    ({ uri, range }) => `${workspace.asRelativePath(Uri.parse(uri))}:${range.start.line + 1}`,
  );
  return {
    label: plainText(`${fix.written} → ${fix.code}`),
    description: countOf([fix]),
    detail: plainText(places.slice(0, 5).join(", ") + (places.length > 5 ? ", …" : "")),
    fix,
  };
}

/** Returns in how many places and files fixes change a code. */
function countOf(fixes: readonly CodeFix[]): string {
  const places = fixes.flatMap((one) => one.places);
  const files = new Set(places.map(({ uri }) => uri)).size;
  const [place, file] = [places.length === 1, files === 1];
  if (place) return l10n.t("1 place");
  return file
    ? l10n.t("{0} places in 1 file", places.length)
    : l10n.t("{0} places in {1} files", places.length, files);
}

function changesOf(fixes: readonly CodeFix[]): CodeChange[] {
  return fixes.flatMap(({ written, code, places }) => places.map((place) => ({ ...place, written, code })));
}
