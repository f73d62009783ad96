import {
  CancellationTokenSource,
  commands,
  type ExtensionContext,
  env,
  l10n,
  Range,
  SnippetString,
  type TextEditor,
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
  type PageMarkdownResult,
  pageMarkdownRequest,
  type UsagesParams,
  type UsagesResult,
  usagesRequest,
} from "../../server/protocol/index.ts";
import { deepLinkOf, entryKeyOf, isEntryKey } from "../language-server/keys.ts";
import type { LastEditor } from "../language-server/last-editor.ts";
import { detailsParamsOf, pageScheme, pageUriOf } from "../language-server/page-uri.ts";
import type { Server } from "../language-server/server.ts";
import type { FoundUsages } from "./page.ts";
import { renderShell } from "./page-shell.ts";

/** The languages preferred for snippets, most preferred first; the user can choose one on the page. */
interface Languages {
  readonly latest: readonly string[];
  choose(id: string): void;
}

/** What the pages share: the languages, and the editor that is inserted into. */
export interface PageServices {
  languages: Languages;
  lastEditor: LastEditor;
}

/** One open page. Renders the HTML and posts it to the shell, which only shows it and posts what was clicked. */
export class PageEditor {
  readonly #context: ExtensionContext;
  readonly #server: Server;
  readonly #params: DetailsParams;
  readonly #panel: WebviewPanel;
  readonly #languages: Languages;
  readonly #lastEditor: LastEditor;
  #page: DetailsPage | undefined;
  #found: FoundUsages | undefined;
  #search: CancellationTokenSource | undefined;

  constructor(
    context: ExtensionContext,
    server: Server,
    uri: Uri,
    panel: WebviewPanel,
    { languages, lastEditor }: PageServices,
  ) {
    this.#context = context;
    this.#server = server;
    this.#params = detailsParamsOf(uri);
    this.#panel = panel;
    this.#languages = languages;
    this.#lastEditor = lastEditor;
    const { webview } = panel;
    panel.title = this.#params.code;
    const icon = (theme: string) => Uri.joinPath(context.extensionUri, "images", `page-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    webview.options = { enableScripts: true, localResourceRoots: [] };
    webview.onDidReceiveMessage((message) => this.#handleMessage(message));
    panel.onDidDispose(() => this.#search?.cancel());
    webview.html = renderShell(this.#params.code, crypto.randomUUID());
  }

  /** Requests the page from the server again and shows it. */
  async refresh(): Promise<void> {
    await this.#server.start();
    this.#page =
      (await this.#server.sendRequest<DetailsResult>(detailsRequest, this.#detailsParams())) ?? undefined;
    if (this.#page && !this.#found?.scanned && !this.#search) this.#found = await this.#usages(false);
    await this.#show();
  }

  #detailsParams(): DetailsParams {
    return { ...this.#params, ...this.#server.place.origin, languages: [...this.#languages.latest] };
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

  async #handleMessage({ act, text }: { act?: unknown; text?: unknown }): Promise<void> {
    if (act === "ready") await this.refresh();
    if (act === "find") await this.#find();
    if (act === "cancel") this.#search?.cancel();
    if (typeof text !== "string") return;
    if (act === "copy") await env.clipboard.writeText(text);
    if (act === "copyMarkdown") await this.#copyMarkdown();
    if (act === "insert") await commands.executeCommand("errorCodes.insert", { code: text });
    if (act === "insertText") await this.#insert(text);
    if (act === "open") await followLink(text);
    if (act === "language") {
      this.#languages.choose(text);
      await this.refresh();
    }
  }

  async #copyMarkdown(): Promise<void> {
    const params = this.#detailsParams();
    const text = await this.#server.sendRequest<PageMarkdownResult>(pageMarkdownRequest, params);
    if (text !== null) await env.clipboard.writeText(text);
  }

  async #insert(text: string): Promise<void> {
    const editor = await this.#lastEditor.show();
    if (editor) await insertLines(editor, text);
    else window.showInformationMessage(l10n.t("There is no editor to insert the snippet into."));
  }

  async #find(): Promise<void> {
    if (this.#search) return;
    const search = new CancellationTokenSource();
    this.#search = search;
    try {
      await this.#show();
      await this.#announce(this.#page?.labels.finding);
      this.#found = await this.#usages(true, search);
    } finally {
      this.#search = undefined;
      search.dispose();
    }
    await this.#show();
    const { usageSummary } = await import("./page.ts");
    if (this.#page) await this.#announce(usageSummary(this.#found, this.#page.labels));
  }

  async #usages(scan: boolean, { token } = new CancellationTokenSource()): Promise<FoundUsages> {
    const params: UsagesParams = { ...entryKeyOf(this.#params), ...this.#server.place.origin, scan };
    const result = await this.#server.sendRequest<UsagesResult>(usagesRequest, params, token);
    return { ...result, scanned: scan };
  }

  /** Announces a status to screen readers. */
  async #announce(status: string | undefined): Promise<void> {
    await this.#panel.webview.postMessage({ status });
  }
}

/** Inserts lines at the cursor, indented as its line: in it if it is blank, else above or below what stands in it. */
async function insertLines(editor: TextEditor, text: string): Promise<void> {
  const { active } = editor.selection;
  const { isEmptyOrWhitespace, firstNonWhitespaceCharacterIndex, range } = editor.document.lineAt(active);
  const lines = new SnippetString();
  if (isEmptyOrWhitespace) {
    await editor.insertSnippet(lines.appendText(text), active);
  } else if (active.character <= firstNonWhitespaceCharacterIndex) {
    const start = active.with({ character: firstNonWhitespaceCharacterIndex });
    await editor.insertSnippet(lines.appendText(`${text}\n`), start);
  } else await editor.insertSnippet(lines.appendText(`\n${text}`), range.end);
}

/** Follows a link of a page: to another page, to a line of a file, or to the web. Other links are ignored. */
async function followLink(href: string): Promise<void> {
  if (href.startsWith("/")) {
    const key = detailsParamsOf(Uri.parse(`${pageScheme}:${href}`));
    if (!isEntryKey(key)) return;
    // Go Back would not find this page again if the next one replaced it as the preview.
    await commands.executeCommand("workbench.action.keepEditor");
    await commands.executeCommand("vscode.open", pageUriOf(entryKeyOf(key)), { preview: true });
  } else if (href.startsWith("?")) {
    const query = new URLSearchParams(href);
    const line = Number(query.get("line") ?? 0);
    await openLine(query.get("uri") ?? "", Number.isSafeInteger(line) && line >= 0 ? line : 0);
  } else if (/^https:\/\//.test(href)) {
    await env.openExternal(Uri.parse(href));
  }
}

async function openLine(uri: string, line: number): Promise<void> {
  const selection = new Range(line, 0, line, 0);
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  await window.showTextDocument(document, { selection, preview: true });
}
