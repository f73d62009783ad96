import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import { parseUri } from "../documents/uris.ts";
import {
  type ChangeUsesParams,
  type CodeItem,
  type CodeUseLocation,
  type CodeUsesParams,
  type CodeUsesResult,
  changeUsesRequest,
  codeUsesRequest,
  type ScanParams,
  type ScanResult,
  scanRequest,
  type UsedCode,
  type UsedFolder,
  type UsedGroup,
  type UsedResult,
  usedChangedNotification,
  usedRequest,
} from "../protocol/index.ts";
import { limited, maximumItems } from "../protocol/limits.ts";
import { languages } from "../syntax/languages/index.ts";
import { anyProvider, type CodeUse, type UsageIndex } from "../workspace/usages.ts";
import { vendoredNote } from "../workspace/vendored-note.ts";
import { providersOf } from "./catalog-tree.ts";
import { changesOf } from "./change-uses.ts";
import { toCodeItem } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { usesInFolder } from "./uses-in-folder.ts";

/** How long after the last change clients are notified, in milliseconds. */
const notifyDelay = 200;

const scanTitle = { en: "Looking for error codes", "zh-CN": "正在查找错误码" };

/** Lists the codes that the files of the workspace use: scanned on request, and kept up to date from then on. */
export const usedCodes: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, usageIndex, scan } = context;
    connection.onRequest(scanRequest, async ({ workDoneToken }: ScanParams, token): Promise<ScanResult> => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      const report = (files: number, codes: number) =>
        progress.report(
          localize(
            { en: `${files} files, ${codes} codes`, "zh-CN": `${files} 个文件，${codes} 处错误码` },
            context.displayLanguage(),
          ),
        );
      progress.begin(localize(scanTitle, context.displayLanguage()));
      const { files, cancelled, vendored } = await scan.scanAll(token, report).finally(() => progress.done());
      const note = vendoredNote(vendored, context.folders(), context.displayLanguage());
      return { files, cancelled, ...(note ? { note } : {}) };
    });
    connection.onRequest(usedRequest, () => usedResult(context));
    connection.onRequest(codeUsesRequest, (params: CodeUsesParams) => placesOf(context, params));
    connection.onRequest(changeUsesRequest, (params: ChangeUsesParams) => changesOf(context, params));
    documents.onDidSave(({ document }) => void scan.rescan([document.uri]));
    documents.onDidClose(({ document }) => void scan.rescan([document.uri]));
    context.onFilesChanged((uris) => void scan.rescan(uris));
    // Changed catalogs, settings or folders can change the codes of every file.
    context.onChange(() => scan.refresh());
    if (!context.wantsChanges) return;
    let timer: NodeJS.Timeout | undefined;
    let isWatched = false;
    usageIndex.onChange(() => {
      if (usageIndex.isScanned && !isWatched) watchCodeFiles(context);
      isWatched ||= usageIndex.isScanned;
      clearTimeout(timer);
      timer = setTimeout(() => void connection.sendNotification(usedChangedNotification), notifyDelay);
    });
  },
};

/** Has the client watch every file that can contain codes; before the first scan, no changes need to be known. */
function watchCodeFiles({ connection, client }: FeatureContext): void {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const extensions = [...new Set(languages.flatMap((one) => one.extensions))];
  const watchers = [{ globPattern: `**/*{${extensions.join(",")}}` }];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error) => connection.console.error(String(error)));
}

async function usedResult(context: FeatureContext): Promise<UsedResult> {
  const { usageIndex } = context;
  const folders = await Promise.all(context.folders().map((uri) => toUsedFolder(context, uri)));
  return { scanned: usageIndex.isScanned, folders: folders.filter(({ groups }) => groups.length > 0) };
}

/** A use of a code, its file, and the catalog of that file's project: a subfolder may have a configuration of its own. */
interface UseInProject {
  use: CodeUse;
  uri: string;
  catalog: Catalog;
}

async function toUsedFolder(context: FeatureContext, uri: string): Promise<UsedFolder> {
  const files = usesInFolder(context, uri).map(async ([file, uses]) => {
    const { catalog } = await context.projects.of(file);
    return uses.map(
      (use): UseInProject => ({ use: withoutDoubtful(use, context.usageIndex), uri: file, catalog }),
    );
  });
  const displayLanguage = context.displayLanguage();
  const byProvider = Map.groupBy((await Promise.all(files)).flat(), ({ use }) => use.provider);
  const groups = [...byProvider].map(([provider, uses]) => groupOf(provider, uses, displayLanguage));
  // In the same order as the catalog tree above it, in every language.
  const { catalog } = await context.projects.ofFolder(uri);
  const indexes = new Map(providersOf(catalog, displayLanguage).map(({ id }, index) => [id, index]));
  const indexOf = ({ provider = "" }: UsedGroup) => indexes.get(provider) ?? indexes.size;
  groups.sort((a, b) => rankOf(a) - rankOf(b) || indexOf(a) - indexOf(b));
  const name = parseUri(uri).path.replace(/\/$/, "").split("/").at(-1) ?? uri;
  return { uri, name, ...limitedGroups(groups) };
}

/** Returns groups with as many codes as an answer may have, and how many are left out. */
function limitedGroups(groups: readonly UsedGroup[]): Pick<UsedFolder, "groups" | "omitted"> {
  let room = maximumItems;
  const kept = groups.map((group) => {
    const codes = group.codes.slice(0, room);
    room -= codes.length;
    return { ...group, codes };
  });
  const omitted = groups.reduce((sum, { codes }) => sum + codes.length, 0) - (maximumItems - room);
  return { groups: kept.filter(({ codes }) => codes.length > 0), ...(omitted > 0 ? { omitted } : {}) };
}

/** Returns a use without uncertain suggestions if its code stands in several files. */
function withoutDoubtful(use: CodeUse, usageIndex: UsageIndex): CodeUse {
  return use.isLikely && usageIndex.isRecurring(use.code) ? { ...use, suggestions: [] } : use;
}

function groupOf(
  provider: string | undefined,
  uses: readonly UseInProject[],
  displayLanguage: DisplayLanguage,
): UsedGroup {
  const codes = [...Map.groupBy(uses, ({ use }) => use.code)].map(([code, ofCode]): UsedCode => {
    const item = itemOf(code, ofCode, displayLanguage);
    const suggestions = [...new Set(ofCode.flatMap(({ use }) => use.suggestions ?? []))];
    const [only, ...others] = ofCode;
    const place = only && others.length === 0 ? { place: locationOf(only.uri, only.use) } : {};
    return { code, count: ofCode.length, suggestions, ...(item ? { item } : {}), ...place };
  });
  const providerName = provider && uses.flatMap(({ catalog }) => catalog.provider(provider)?.name ?? [])[0];
  const text =
    provider === undefined
      ? unknownCodes
      : provider === anyProvider
        ? sharedCodes
        : providerName || undefined;
  const name = localize(text, displayLanguage);
  return {
    name: name || (provider ?? ""),
    codes: codes.sort(compareCodes),
    ...(provider ? { provider } : {}),
  };
}

/** Returns the item of a code, from the first file whose catalog explains it. */
function itemOf(
  code: string,
  uses: readonly UseInProject[],
  displayLanguage: DisplayLanguage,
): CodeItem | undefined {
  for (const { use, catalog } of uses) {
    const entry = use.entry && catalog.find(use.entry.provider, use.entry.service, code);
    if (entry) return toCodeItem(entry, catalog, displayLanguage);
  }
  return undefined;
}

const unknownCodes = { en: "Unknown or misspelled", "zh-CN": "未知或拼写有误" };
const sharedCodes = { en: "Shared by several providers", "zh-CN": "多个厂商共有" };

function rankOf({ provider }: UsedGroup): number {
  return provider === undefined ? 0 : provider === anyProvider ? 2 : 1;
}

/** Orders codes with suggestions first, since these can be fixed, then by code. */
function compareCodes(a: UsedCode, b: UsedCode): number {
  return Math.sign(b.suggestions.length) - Math.sign(a.suggestions.length) || (a.code < b.code ? -1 : 1);
}

function placesOf(context: FeatureContext, { folder, provider, code }: CodeUsesParams): CodeUsesResult {
  const places = usesInFolder(context, folder).flatMap(([uri, uses]) =>
    uses.filter((use) => use.code === code && use.provider === provider).map((use) => locationOf(uri, use)),
  );
  return limited(places);
}

function locationOf(uri: string, { range, line }: CodeUse): CodeUseLocation {
  return { uri, range, line };
}
