import {
  commands,
  type ExtensionContext,
  l10n,
  type Tab,
  TabInputWebview,
  Uri,
  window,
  workspace,
} from "vscode";
import { type WhyResult, whyRequest } from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";

const scheme = "error-code-why";

/** Registers **Error Codes: Why Is Nothing Shown Here?**, which shows its answer as a rendered page. */
export function registerWhy({ subscriptions }: ExtensionContext, server: Server): void {
  let text = "";
  let count = 0;
  subscriptions.push(
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => text }),
    commands.registerCommand("errorCodes.why", async () => {
      const editor = window.activeTextEditor;
      if (!editor) {
        await window.showInformationMessage(l10n.t("Put the cursor in a string in an editor first."));
        return;
      }
      await server.start();
      const { document, selection } = editor;
      const { line, character } = selection.active;
      const why = await server.sendRequest<WhyResult>(whyRequest, {
        uri: document.uri.toString(),
        position: { line, character },
      });
      if (why === null) {
        await window.showInformationMessage(notAnalyzed());
        return;
      }
      text = why;
      // A preview may show the old text of a URI that it has shown before, so each page gets a new URI.
      const page = Uri.from({ scheme, path: `/${l10n.t("Why")}.md`, query: String(++count) });
      await closePreviews(page);
      await commands.executeCommand("markdown.showPreviewToSide", page);
    }),
  );
}

/** Closes the previews of a document: if one of them has the focus, the next one would open beside it. */
async function closePreviews({ path }: Uri): Promise<void> {
  const isPreview = ({ input, label }: Tab) =>
    input instanceof TabInputWebview &&
    input.viewType.endsWith("markdown.preview") &&
    label.includes(path.slice(1));
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isPreview)));
}

/** Returns the answer for a document that the server does not know. */
export function notAnalyzed(): string {
  return l10n.t("This document is not searched for error codes.");
}
