import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Emitter,
  type FileSystemWatcher,
  type TextDocuments,
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import { configurationNames } from "../configuration/configuration.ts";
import type { Projects } from "../configuration/projects.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { type Manifests, manifestNames } from "../inference/manifests.ts";
import { languageOfPath } from "../syntax/languages/index.ts";

/** What waits until the client can be asked: a connection keeps but one listener for that. */
export class ClientReady {
  readonly connection: Connection;
  readonly #waiting: (() => unknown)[] = [];

  constructor(connection: Connection) {
    this.connection = connection;
    connection.onInitialized(async () => {
      for (const one of this.#waiting) await one();
    });
  }

  to(action: () => unknown): void {
    this.#waiting.push(action);
  }
}

/**
 * Follows the settings: asked for where the client answers, else taken from what it sends; for each folder, too, where
 * there are several. Gives what asks for them again.
 */
export function watchSettings(
  ready: ClientReady,
  { workspace }: ClientCapabilities,
  folders: () => readonly string[],
  apply: (whole: unknown, ofFolders: ReadonlyMap<string, unknown>) => void,
): () => Promise<void> {
  const { connection } = ready;
  if (!workspace?.configuration) {
    connection.onDidChangeConfiguration(({ settings }) => apply(settings?.errorCodes, new Map()));
    return async () => {};
  }
  const section = "errorCodes";
  const ask = async () => {
    const scopes = folders().length > 1 ? folders() : [];
    const asked = [{ section }, ...scopes.map((scopeUri) => ({ scopeUri, section }))];
    const [whole, ...own] = await connection.workspace.getConfiguration(asked);
    apply(whole, new Map(scopes.map((folder, index) => [folder, own[index]])));
  };
  ready.to(async () => {
    if (workspace.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "errorCodes" });
    }
    await ask();
  });
  connection.onDidChangeConfiguration(ask);
  return ask;
}

/** Follows the folders of the workspace. */
export function watchFolders(
  ready: ClientReady,
  { workspace }: ClientCapabilities,
  apply: (event: WorkspaceFoldersChangeEvent) => unknown,
): void {
  if (workspace?.workspaceFolders)
    ready.to(() => ready.connection.workspace.onDidChangeWorkspaceFolders(apply));
}

/** Configurations, and what can be a catalog of a user's: not code. */
function mayBeCatalog(uri: string): boolean {
  return languageOfPath(uri) === undefined || /\.(?:ya?ml|json|md|markdown|mdx)$/i.test(uri);
}

/** What changes with files. */
interface Watched {
  documents: TextDocuments<TrackedDocument>;
  projects: Projects;
  manifests: Manifests;
}

/** Follows configurations, users' catalogs and manifests on the disk, whoever writes them. */
export function watchFiles(
  ready: ClientReady,
  { workspace }: ClientCapabilities,
  { documents, projects, manifests }: Watched,
  changed: Emitter<void>,
  touched: Emitter<readonly string[]>,
): void {
  const { connection } = ready;
  const note = async (uris: string[]) => {
    const isManifest = manifests.changed(uris);
    // Whoever keeps the codes of all files has all of them watched: most can be no catalogs.
    if ((await projects.changed(uris.filter(mayBeCatalog))) || isManifest) changed.fire();
    touched.fire(uris);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => note(changes.map(({ uri }) => uri)));
  const { dynamicRegistration, relativePatternSupport } = workspace?.didChangeWatchedFiles ?? {};
  if (!dynamicRegistration) {
    documents.onDidSave(({ document }) => note([document.uri]));
    return;
  }
  const watch = (watchers: FileSystemWatcher[]) => {
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => connection.console.error(String(error)));
  };
  ready.to(() => watch([{ globPattern: `**/{${[...configurationNames, ...manifestNames].join(",")}}` }]));
  watchCatalogs(projects, watch, relativePatternSupport === true);
}

/** Watches what configurations name, once for each. */
function watchCatalogs(
  projects: Projects,
  watch: (watchers: FileSystemWatcher[]) => void,
  relativePatternSupport: boolean,
): void {
  const watched = new Set<string>();
  projects.onLoaded(({ globs }) => {
    const fresh = globs.filter(({ folder, glob }) => !watched.has(`${folder} ${glob}`));
    for (const { folder, glob } of fresh) watched.add(`${folder} ${glob}`);
    if (fresh.length > 0)
      watch(
        fresh.map(({ folder, glob }) => ({
          globPattern: relativePatternSupport
            ? patternOf(folder, glob)
            : `**/${glob.replace(/^(?:\.{1,2}\/)+/, "")}`,
        })),
      );
  });
}

/** A path with `..` is no glob: what it leaves belongs to the folder. */
function patternOf(folder: string, glob: string): { baseUri: string; pattern: string } {
  let [baseUri, pattern] = [folder, glob.replace(/^\.\//, "")];
  while (pattern.startsWith("../")) {
    baseUri = baseUri.replace(/\/[^/]*$/, "");
    pattern = pattern.slice(3);
  }
  return { baseUri, pattern };
}
