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
import { Glob } from "../globs/glob.ts";
import { type Manifests, manifestNames } from "../inference/manifests.ts";
import { packageLists } from "../sdk/ecosystems/index.ts";
import { languageByPath } from "../syntax/languages/index.ts";

/** Runs actions when the client is initialized, since a connection supports only one listener for that. */
export class ClientReady {
  readonly connection: Connection;
  readonly #actions: (() => unknown)[] = [];

  constructor(connection: Connection) {
    this.connection = connection;
    connection.onInitialized(async () => {
      // One that fails, since the client refuses a request, must not keep the others from running.
      for (const action of this.#actions) await settled(connection, action);
    });
  }

  /** Adds an action to run when the client is initialized, after those that were added before. */
  add(action: () => unknown): void {
    this.#actions.push(action);
  }
}

/** Runs an action that sends a request to the client; logs the error if it answers with one. */
async function settled(connection: Connection, action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    connection.console.error(String(error));
  }
}

/**
 * Watches the settings, also of each folder if there are several. They are pulled from the client if it supports that,
 * else taken from its notifications. Returns a function that pulls them again.
 */
export function watchSettings(
  ready: ClientReady,
  { workspace }: ClientCapabilities,
  folders: () => readonly string[],
  apply: (whole: unknown, byFolder: ReadonlyMap<string, unknown>) => void,
): () => Promise<void> {
  const { connection } = ready;
  if (!workspace?.configuration) {
    connection.onDidChangeConfiguration(({ settings }) => apply(settings?.errorCodes, new Map()));
    return async () => {};
  }
  const section = "errorCodes";
  const pull = () => settled(connection, pullNow);
  const pullNow = async () => {
    const scopes = folders().length > 1 ? folders() : [];
    const items = [{ section }, ...scopes.map((scopeUri) => ({ scopeUri, section }))];
    const answer: unknown = await connection.workspace.getConfiguration(items);
    const [whole, ...byScope] = Array.isArray(answer) ? answer : [];
    apply(whole, new Map(scopes.map((folder, index) => [folder, byScope[index]])));
  };
  ready.add(async () => {
    if (workspace.didChangeConfiguration?.dynamicRegistration) {
      await settled(connection, () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: "errorCodes" }),
      );
    }
    await pull();
  });
  connection.onDidChangeConfiguration(pull);
  return pull;
}

/** Watches the folders of the workspace. */
export function watchFolders(
  ready: ClientReady,
  { workspace }: ClientCapabilities,
  apply: (event: WorkspaceFoldersChangeEvent) => unknown,
): void {
  if (workspace?.workspaceFolders)
    ready.add(() => ready.connection.workspace.onDidChangeWorkspaceFolders(apply));
}

/** Returns whether a file is a configuration or more likely a user catalog than code, wherever it is. */
function mayBeCatalog(uri: string): boolean {
  return languageByPath(uri) === undefined || /\.(?:ya?ml|json|md|markdown|mdx)$/i.test(uri);
}

/** What depends on files on disk. */
interface FileDependents {
  documents: TextDocuments<TrackedDocument>;
  projects: Projects;
  manifests: Manifests;
}

/**
 * Watches configurations, user catalogs and manifests on disk, whichever program writes them. `analysesChanged` fires
 * if analyses depend on a changed file, `filesChanged` with the URIs of all changed files.
 */
export function watchFiles(
  ready: ClientReady,
  { workspace }: ClientCapabilities,
  { documents, projects, manifests }: FileDependents,
  analysesChanged: Emitter<void>,
  filesChanged: Emitter<readonly string[]>,
): void {
  const { connection } = ready;
  const handleChanges = async (uris: string[]) => {
    const isAnyManifest = manifests.invalidate(uris);
    const isAnyInstalled = uris.some((uri) => packageLists.some((name) => uri.endsWith(`/${name}`)));
    if (isAnyInstalled) projects.refreshSdks();
    // After a scan, all files of the workspace are watched: most of them cannot be catalogs.
    const isCatalog = await Promise.all(
      uris.map(async (uri) => mayBeCatalog(uri) || (await projects.isNamedAsCatalog(uri))),
    );
    const catalogs = uris.filter((_, index) => isCatalog[index]);
    if ((await projects.invalidate(catalogs)) || isAnyManifest || isAnyInstalled) analysesChanged.fire();
    filesChanged.fire(uris);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => handleChanges(changes.map(({ uri }) => uri)));
  const { dynamicRegistration, relativePatternSupport } = workspace?.didChangeWatchedFiles ?? {};
  if (!dynamicRegistration) {
    documents.onDidSave(({ document }) => handleChanges([document.uri]));
    return;
  }
  const watch = (watchers: FileSystemWatcher[]) => {
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) => connection.console.error(String(error)));
  };
  ready.add(() =>
    watch([
      {
        globPattern: `**/{${[...new Set([...configurationNames, ...manifestNames, ...packageLists])].join(",")}}`,
      },
    ]),
  );
  watchCatalogs(projects, watch, relativePatternSupport === true);
}

/** Watches the catalog files that configurations name, each path or glob once. */
function watchCatalogs(
  projects: Projects,
  watch: (watchers: FileSystemWatcher[]) => void,
  relativePatternSupport: boolean,
): void {
  const watched = new Set<string>();
  projects.onLoaded(({ catalogGlobs }) => {
    const unwatched = catalogGlobs.filter(({ folder, glob }) => !watched.has(`${folder} ${glob}`));
    for (const { folder, glob } of unwatched) watched.add(`${folder} ${glob}`);
    if (unwatched.length > 0)
      watch(
        unwatched.map(({ folder, glob }) => ({
          globPattern: relativePatternSupport
            ? patternOf(folder, Glob.widened(glob))
            : `**/${Glob.widened(glob).replace(/^(?:\.{1,2}\/)+/, "")}`,
        })),
      );
  });
}

/** Returns a relative pattern. Globs do not support `..`, so leading parent folders are resolved in the base URI. */
function patternOf(folder: string, glob: string): { baseUri: string; pattern: string } {
  let [baseUri, pattern] = [folder, glob.replace(/^\.\//, "")];
  while (pattern.startsWith("../")) {
    baseUri = baseUri.replace(/\/[^/]*$/, "");
    pattern = pattern.slice(3);
  }
  return { baseUri, pattern };
}
