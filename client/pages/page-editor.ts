import {
  CancellationTokenSource,
  commands,
  type ExtensionContext,
  env,
  l10n,
  Range,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import {
  type DetailsPage,
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  type UsagesParams,
  type UsagesResult,
  usagesRequest,
} from "../../server/protocol/index.ts";
import { deepLinkOf, isKey, keyOf } from "../language-server/keys.ts";
import { addressOf, paramsOf, scheme } from "../language-server/page-address.ts";
import type { Server } from "../language-server/server.ts";
import type { Found } from "./page.ts";
import { shell } from "./page-shell.ts";

/** The languages of snippets, most wanted first; the reader can choose one. */
interface Languages {
  readonly latest: readonly string[];
  choose(id: string): void;
}

/** One open page: its HTML is made here and sent to a shell that only shows it and tells what was clicked. */
export class PageEditor {
  readonly #context: ExtensionContext;
  readonly #client: Server;
  readonly #params: DetailsParams;
  readonly #panel: WebviewPanel;
  readonly #languages: Languages;
  #page: DetailsPage | undefined;
  #found: Found | undefined;
  #search: CancellationTokenSource | undefined;

  constructor(
    context: ExtensionContext,
    client: Server,
    uri: Uri,
    panel: WebviewPanel,
    languages: Languages,
  ) {
    this.#context = context;
    this.#client = client;
    this.#params = paramsOf(uri);
    this.#panel = panel;
    this.#languages = languages;
    const { webview } = panel;
    panel.title = this.#params.code;
    webview.options = { enableScripts: true, localResourceRoots: [] };
    webview.onDidReceiveMessage((message) => this.#act(message));
    panel.onDidDispose(() => this.#search?.cancel());
    webview.html = shell(this.#params.code, crypto.randomUUID());
  }

  /** Asks the server again, and shows what it says now. */
  async refresh(): Promise<void> {
    await this.#client.start();
    const languages = [...this.#languages.latest];
    const params: DetailsParams = { ...this.#params, ...this.#client.place.origin, languages };
    this.#page = (await this.#client.sendRequest<DetailsResult>(detailsRequest, params)) ?? undefined;
    if (this.#page && !this.#found?.scanned && !this.#search) this.#found = await this.#usages(false);
    await this.#show();
  }

  async #show(): Promise<void> {
    const { toHtml } = await import("./page.ts");
    if (!this.#page) {
      const html = `<p>${l10n.t("This code is not in the catalog.")}</p>`;
      await this.#panel.webview.postMessage({ html, lang: env.language });
      return;
    }
    const html = toHtml({
      page: this.#page,
      found: this.#found,
      finding: this.#search !== undefined,
      link: deepLinkOf(this.#page, env.uriScheme, this.#context.extension.id),
    });
    await this.#panel.webview.postMessage({ html, lang: this.#page.reading });
  }

  async #act({ act, text }: { act?: unknown; text?: unknown }): Promise<void> {
    if (act === "ready") await this.refresh();
    if (act === "find") await this.#find();
    if (act === "cancel") this.#search?.cancel();
    if (typeof text !== "string") return;
    if (act === "copy") await env.clipboard.writeText(text);
    if (act === "open") await follow(text);
    if (act === "language") {
      this.#languages.choose(text);
      await this.refresh();
    }
  }

  async #find(): Promise<void> {
    if (this.#search) return;
    const search = new CancellationTokenSource();
    this.#search = search;
    try {
      await this.#show();
      await this.#say(this.#page?.labels.finding);
      this.#found = await this.#usages(true, search);
    } finally {
      this.#search = undefined;
      search.dispose();
    }
    await this.#show();
    const { said } = await import("./page.ts");
    if (this.#page) await this.#say(said(this.#found, this.#page.labels));
  }

  async #usages(scan: boolean, { token } = new CancellationTokenSource()): Promise<Found> {
    const params: UsagesParams = { ...keyOf(this.#params), ...this.#client.place.origin, scan };
    const result = await this.#client.sendRequest<UsagesResult>(usagesRequest, params, token);
    return { ...result, scanned: scan };
  }

  /** Tells a screen reader. */
  async #say(status: string | undefined): Promise<void> {
    await this.#panel.webview.postMessage({ status });
  }
}

/** Follows a link of a page: to another page, to a place in a file, or to the web; all else does nothing. */
async function follow(href: string): Promise<void> {
  if (href.startsWith("/")) {
    const key = paramsOf(Uri.parse(`${scheme}:${href}`));
    if (!isKey(key)) return;
    // Where the next page takes the place of this one, Go Back does not find it again.
    await commands.executeCommand("workbench.action.keepEditor");
    await commands.executeCommand("vscode.open", addressOf(keyOf(key)), { preview: true });
  } else if (href.startsWith("?")) {
    const place = new URLSearchParams(href);
    const line = Number(place.get("line") ?? 0);
    await openPlace(place.get("uri") ?? "", Number.isSafeInteger(line) && line >= 0 ? line : 0);
  } else if (/^https:\/\//.test(href)) {
    await env.openExternal(Uri.parse(href));
  }
}

async function openPlace(uri: string, line: number): Promise<void> {
  const at = new Range(line, 0, line, 0);
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  await window.showTextDocument(document, { selection: at, preview: true });
}
