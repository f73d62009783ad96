import {
  commands,
  type ExtensionContext,
  env,
  l10n,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from "vscode";
import { type WhyParams, type WhyResult, whyRequest } from "../../server/protocol/index.ts";
import { onDidChangeCatalog } from "../language-server/changes.ts";
import type { Server } from "../language-server/server.ts";
import { renderShell } from "../pages/page-shell.ts";
import { follow } from "./why-deeds.ts";

/** Registers **Error Codes: Why Is Nothing Shown Here?**, which shows its answer beside the editor. */
export function registerWhy({ subscriptions }: ExtensionContext, server: Server): void {
  const view = new WhyView(server);
  subscriptions.push(
    view,
    onDidChangeCatalog(server)(() => view.refresh()),
    commands.registerCommand("errorCodes.why", async () => {
      const editor = window.activeTextEditor ?? view.editor;
      if (!editor) {
        await window.showInformationMessage(l10n.t("Put the cursor in a string in an editor first."));
        return;
      }
      const { document, selection } = editor;
      const { line, character } = selection.active;
      await view.show({ uri: document.uri.toString(), position: { line, character } });
    }),
  );
}

/** The one view that shows explanations: the next one replaces the last. The editor keeps the focus. */
class WhyView {
  readonly #server: Server;
  #panel: WebviewPanel | undefined;
  #asked: WhyParams | undefined;
  /** Whether the script of the page listens. */
  #isReady = false;

  constructor(server: Server) {
    this.#server = server;
  }

  /** The editor that the explanation is about, while the view has the focus in its place. */
  get editor(): TextEditor | undefined {
    if (!this.#panel?.active) return undefined;
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#asked?.uri);
  }

  async show(params: WhyParams): Promise<void> {
    await this.#server.start();
    if ((await this.#ask(params)) === null) {
      await window.showInformationMessage(notAnalyzed());
      return;
    }
    this.#asked = params;
    this.#panel ??= this.#create();
    this.#panel.reveal(undefined, true);
    await this.refresh();
  }

  /** Asks again: the configuration has changed. */
  async refresh(): Promise<void> {
    if (!this.#panel || !this.#isReady || !this.#asked) return;
    const why = await this.#ask(this.#asked);
    if (why === null) return;
    const { toWhyHtml } = await import("../pages/page.ts");
    await this.#panel?.webview.postMessage({ html: toWhyHtml(why), lang: why.language });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #ask(params: WhyParams): Promise<WhyResult> {
    return this.#server.sendRequest<WhyResult>(whyRequest, params);
  }

  #create(): WebviewPanel {
    const title = l10n.t("Why");
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel("errorCodes.why", title, column, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    panel.webview.onDidReceiveMessage((message) => this.#handle(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#isReady = false;
    });
    panel.webview.html = renderShell(title, crypto.randomUUID());
    return panel;
  }

  async #handle({ act, text }: { act?: unknown; text?: unknown }): Promise<void> {
    if (act === "ready") {
      this.#isReady = true;
      await this.refresh();
    }
    if (typeof text !== "string") return;
    if (act === "copy") await env.clipboard.writeText(text);
    if (act === "open" && /^https:\/\//.test(text)) await env.openExternal(Uri.parse(text));
    if (act === "do" && this.#asked) await follow(this.#server, this.#asked, JSON.parse(text));
  }
}

/** Returns the answer for a document that the server does not know. */
export function notAnalyzed(): string {
  return l10n.t("This document is not searched for error codes.");
}
