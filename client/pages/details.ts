import {
  type CustomDocument,
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  languages as editorLanguages,
  type FileChangeEvent,
  FilePermission,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  type Memento,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from "vscode";
import { type DetailsResult, detailsRequest, type EntryKey } from "../../server/protocol/index.ts";
import { onDidChangeCatalog } from "../language-server/changes.ts";
import { isEntryKey } from "../language-server/keys.ts";
import { LastEditor } from "../language-server/last-editor.ts";
import { detailsParamsOf, pageScheme, pageUriOf } from "../language-server/page-uri.ts";
import type { Server } from "../language-server/server.ts";
import { PageEditor } from "./page-editor.ts";

const viewType = "errorCodes.page";
/** The key in the workspace's storage for the recent languages, and how many are stored. */
const languagesKey = "pages.languages";
const maximumLanguages = 5;

/** Registers the details pages: read-only editors, each with its URI, so that Go Back and Go Forward reach them. */
export function registerDetails(context: ExtensionContext, server: Server): void {
  const open = new Set<PageEditor>();
  const refresh = () => {
    for (const editor of open) editor.refresh();
  };
  const languages = new Languages(context.workspaceState, refresh);
  const lastEditor = new LastEditor();
  context.subscriptions.push(
    languages,
    lastEditor,
    // As in a peeked definition; only the name of a file would say so.
    workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === pageScheme)
        void editorLanguages.setTextDocumentLanguage(document, "markdown");
    }),
    workspace.registerFileSystemProvider(pageScheme, pageFiles(server), {
      isReadonly: true,
      isCaseSensitive: true,
    }),
    window.registerCustomEditorProvider(
      viewType,
      {
        openCustomDocument: (uri): CustomDocument => ({ uri, dispose: () => {} }),
        resolveCustomEditor: (document, panel) => {
          const editor = new PageEditor(context, server, document.uri, panel, { languages, lastEditor });
          open.add(editor);
          panel.onDidDispose(() => open.delete(editor));
        },
      },
      { supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } },
    ),
    onDidChangeCatalog(server)(refresh),
    commands.registerCommand("errorCodes.showDetails", async (item?: unknown) => {
      if (isEntryKey(item)) await openPage(item);
    }),
  );
}

/** Opens the page of an entry, with what a concrete response states. */
export async function openPage(key: EntryKey, response?: Parameters<typeof pageUriOf>[1]): Promise<void> {
  await commands.executeCommand("vscode.openWith", pageUriOf(key, response), viewType, { preview: true });
}

/** Returns a file system of the pages: an editor opens only a file that exists. Reading a file returns its Markdown. */
function pageFiles(server: Server): FileSystemProvider {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const refuse = (uri: Uri) => {
    throw FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat: () => ({
      type: FileType.File,
      ctime: 0,
      mtime: 0,
      size: 0,
      permissions: FilePermission.Readonly,
    }),
    readFile: async (uri) => {
      await server.start();
      const page = await server.sendRequest<DetailsResult>(detailsRequest, {
        ...detailsParamsOf(uri),
        ...server.place.origin,
      });
      const { toText } = await import("./page.ts");
      return new TextEncoder().encode(page ? toText(page) : l10n.t("This code is not in the catalog."));
    },
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}

/** The languages of the text editors that were active, newest first; a page itself has no language. */
class Languages implements Disposable {
  readonly #memory: Memento;
  readonly #listener: Disposable;

  constructor(memory: Memento, onDidChange: () => void) {
    this.#memory = memory;
    this.#chooseFrom(window.activeTextEditor);
    this.#listener = window.onDidChangeActiveTextEditor((editor) => {
      if (this.#chooseFrom(editor)) onDidChange();
    });
  }

  get latest(): readonly string[] {
    return this.#memory.get<string[]>(languagesKey, []);
  }

  /** Puts a language first; returns false if it was first already. */
  choose(id: string): boolean {
    if (this.latest[0] === id) return false;
    const others = this.latest.filter((one) => one !== id);
    void this.#memory.update(languagesKey, [id, ...others].slice(0, maximumLanguages));
    return true;
  }

  #chooseFrom(editor: TextEditor | undefined): boolean {
    return (
      editor !== undefined &&
      editor.document.uri.scheme !== "output" &&
      this.choose(editor.document.languageId)
    );
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
