import {
  type Connection,
  Emitter,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from "vscode-languageserver";
import { assembleCatalog } from "../catalog/model/built-in.ts";
import { compiledInMemory } from "../catalog/model/compiled/compile.ts";
import type { CompiledCatalog } from "../catalog/model/compiled/compiled-catalog.ts";
import { type DisplayLanguage, localize } from "../catalog/text/localized-text.ts";
import { Analyzer } from "./analysis/analyzer.ts";
import { Projects } from "./configuration/projects.ts";
import { displayLanguage, FolderSettings } from "./configuration/settings.ts";
import type { Host } from "./documents/host.ts";
import { TrackedDocument } from "./documents/tracked-document.ts";
import { type EncodedPositions, openDocuments } from "./encoded-positions.ts";
import { agentTools } from "./features/agent-tools.ts";
import { catalog } from "./features/catalog.ts";
import { codeActions } from "./features/code-actions.ts";
import { codeChoice } from "./features/code-choice.ts";
import { codeLens } from "./features/code-lens.ts";
import { codesInText } from "./features/codes-in-text.ts";
import { completion } from "./features/completion.ts";
import { configurationProblems } from "./features/configuration-problems.ts";
import { configure } from "./features/configure.ts";
import { definition } from "./features/definition.ts";
import { details } from "./features/details.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { explain } from "./features/explain.ts";
import { exportCodes } from "./features/export-codes.ts";
import type { Feature, FeatureContext } from "./features/feature.ts";
import { highlight } from "./features/highlight.ts";
import { hover } from "./features/hover.ts";
import { importDocument } from "./features/import-document.ts";
import { inlayHints } from "./features/inlay-hints.ts";
import { literals } from "./features/literals.ts";
import { lookup } from "./features/lookup.ts";
import { movedFiles } from "./features/moved-files.ts";
import { pin } from "./features/pin.ts";
import { references } from "./features/references.ts";
import { rename } from "./features/rename.ts";
import { status } from "./features/status.ts";
import { symbols } from "./features/symbols.ts";
import { usages } from "./features/usages.ts";
import { usedCodes } from "./features/used-codes.ts";
import { why } from "./features/why.ts";
import { workspaceCheck } from "./features/workspace-check.ts";
import { workspaceFixes } from "./features/workspace-fixes.ts";
import { Manifests } from "./inference/manifests.ts";
import { initializeResult, prefersUtf8 } from "./initialize-result.ts";
import { linksFor } from "./links.ts";
import { answerRefused } from "./messages.ts";
import type { InitializationOptions } from "./protocol/index.ts";
import { ruleIds } from "./rules/index.ts";
import { InstalledSdks } from "./sdk/installed-sdks.ts";
import { pauses } from "./sdk/pause.ts";
import { languageByPath, languageIdOf } from "./syntax/languages/index.ts";
import { Scan } from "./workspace/scan.ts";
import { UsageIndex } from "./workspace/usages.ts";
import { ClientReady, watchFiles, watchFolders, watchSettings } from "./workspace/watchers.ts";

const features: readonly Feature[] = [
  hover,
  completion,
  diagnostics,
  codeActions,
  codeChoice,
  configurationProblems,
  workspaceCheck,
  workspaceFixes,
  definition,
  highlight,
  inlayHints,
  codeLens,
  status,
  why,
  configure,
  pin,
  catalog,
  lookup,
  details,
  usages,
  usedCodes,
  literals,
  references,
  rename,
  importDocument,
  exportCodes,
  movedFiles,
  symbols,
  explain,
  codesInText,
  agentTools,
];

/**
 * Starts the language server on a connection, with all features. `positions` translates the messages of the connection
 * for clients that prefer UTF-8; undefined if nothing does.
 */
export function startServer(connection: Connection, host: Host, positions?: EncodedPositions): void {
  const documents = new TextDocuments<TrackedDocument>({
    create: (uri, languageId, version, text) =>
      TrackedDocument.of(uri, languageIdOf(languageId, uri), version, text),
    update: (document, changes, version) => document.update(changes, version),
  });
  connection.onInitialize(async (params) => {
    const context = await contextFor(connection, host, documents, params);
    for (const feature of features) feature.register(context);
    documents.onDidClose(({ document }) => context.analyzer.forget(document));
    const positionEncoding = positions && prefersUtf8(params) ? "utf-8" : "utf-16";
    if (positionEncoding === "utf-8")
      positions?.start({
        open: openDocuments((uri) => documents.get(uri)),
        read: (uri) => host.readText(uri),
      });
    return initializeResult(features, host.version, params, positionEncoding);
  });
  answerRefused(connection);
  documents.listen(connection);
  connection.listen();
}

async function contextFor(
  connection: Connection,
  host: Host,
  documents: TextDocuments<TrackedDocument>,
  { capabilities: client, locale, initializationOptions, workspaceFolders, rootUri }: InitializeParams,
): Promise<FeatureContext> {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  const damaged: string[] = [];
  host.onDamaged = (file) => damaged.push(file);
  const projects = new Projects(host, await builtInCatalog(host), ruleIds);
  const manifests = new Manifests(host);
  const changed = new Emitter<void>();
  const analyzer = new Analyzer(host, projects, manifests, undefined, () => changed.fire());
  const ready = new ClientReady(connection);
  let folders = foldersOf(workspaceFolders, rootUri);
  if (options.restricted) projects.restrictTo(folders);
  analyzer.setFolders(folders);
  const filesChanged = new Emitter<readonly string[]>();
  const settings = new FolderSettings(options.settings, ruleIds);
  const currentLanguage = () => displayLanguage(settings.workspaceSettings, locale || host.locale);
  host.onDamaged = (file) => showDamaged(connection, file, currentLanguage());
  ready.add(() => damaged.forEach(host.onDamaged));
  host.onGitFailed = (sentence) => connection.console.warn(sentence);
  const readSettings = watchSettings(
    ready,
    client,
    () => folders,
    (whole, ofFolders) => {
      settings.update(whole, ofFolders);
      changed.fire();
    },
  );
  watchFolders(ready, client, ({ added, removed }) => {
    const removedUris = new Set(removed.map(({ uri }) => uri));
    folders = [...folders.filter((uri) => !removedUris.has(uri)), ...added.map(({ uri }) => uri)];
    if (options.restricted) projects.restrictTo(folders);
    analyzer.setFolders(folders);
    changed.fire();
    // The new folders can have settings of their own.
    return readSettings();
  });
  if (!options.restricted) useInstalledSdks(host, projects, settings, changed);
  watchFiles(ready, client, { documents, projects, manifests }, changed, filesChanged);
  const usageIndex = new UsageIndex();
  const workspace = {
    connection,
    host,
    projects,
    usageIndex,
    analyzer,
    isTrusted: !options.restricted,
    folders: () => folders,
    wantsChanges: options.wantsChanges === true,
    showsChecks: options.showsChecks === true,
    settings: (uri: string) =>
      settings.settingsFor(uri, documents.get(uri)?.languageId ?? languageByPath(uri)?.ids[0]),
  };
  return {
    ...workspace,
    scan: new Scan(workspace),
    client,
    documents,
    onChange: changed.event,
    onFilesChanged: filesChanged.event,
    displayLanguage: currentLanguage,
    ...linksFor(options, currentLanguage),
  };
}

/** Reads the SDKs that are installed for files, in the background; `changed` fires when answers can be other ones. */
function useInstalledSdks(
  { packages }: Host,
  projects: Projects,
  settings: FolderSettings,
  changed: Emitter<void>,
): void {
  const pause = pauses();
  const installed = new InstalledSdks(packages, pause);
  const isOn = (uri: string) => settings.settingsFor(uri).installedSdks;
  let timer: NodeJS.Timeout | undefined;
  const onRead = () => {
    // The SDKs of many folders can be found at once.
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), 100);
  };
  projects.useSdks({ installed, isOn, waits: false, pause, onRead });
}

/** Reads the built-in catalog; without it, the catalogs of users still count. */
function builtInCatalog(host: Host): Promise<CompiledCatalog> {
  return host.readCatalog().catch(() => {
    host.reportDamaged("catalog.bin");
    return compiledInMemory(assembleCatalog([]).data);
  });
}

/** Tells the user that a file of the server is damaged or missing, and what to do. */
function showDamaged(connection: Connection, file: string, displayLanguage: DisplayLanguage): void {
  const text = {
    en: `'${file}' of Error Code IntelliSense is damaged or missing, so some error codes are not recognised. Reinstall Error Code IntelliSense.`,
    "zh-CN": `Error Code IntelliSense 的文件“${file}”已损坏或缺失，部分错误码无法识别。请重新安装 Error Code IntelliSense。`,
  };
  const message = localize(text, displayLanguage);
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
}

/** Returns the URIs of the folders that a client names, as far as these are texts. */
function foldersOf(
  folders: InitializeParams["workspaceFolders"],
  root: InitializeParams["rootUri"],
): string[] {
  const uris: unknown[] = Array.isArray(folders) ? folders.map((one) => one?.uri) : [root];
  return uris.filter((uri) => typeof uri === "string" && uri !== "") as string[];
}
