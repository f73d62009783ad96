import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { type DisplayLanguage, localize } from "../../catalog/text/localized-text.ts";
import { normalizeUri, parseUri } from "../documents/uris.ts";
import {
  type CodeItem,
  type CodeUsesParams,
  type CodeUsesResult,
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
import { Scan } from "../workspace/scan.ts";
import { anyProvider, type CodeUse, type UsageIndex } from "../workspace/usages.ts";
import { vendoredNote } from "../workspace/vendored-note.ts";
import { providersOf } from "./catalog-tree.ts";
import { toCodeItem } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** How long after the last change clients are notified, in milliseconds. */
const notifyDelay = 200;

const scanTitle = { en: "Looking for error codes", "zh-CN": "正在查找错误码" };

/** Lists the codes that the files of the workspace use: scanned on request, and kept up to date from then on. */
export const usedCodes: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, usageIndex } = context;
    const scan = new Scan(context);
    connection.onRequest(scanRequest, async ({ workDoneToken }: ScanParams, token): Promise<ScanResult> => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      const report = (files: number, codes: number) =>
        progress.report(
          localize(
            { en: `${files} files, ${codes} codes`, "zh-CN": `${files} 个文件，${codes} 处错误码` },
            context.displayLanguage(),
          ),
        );
      const isFirst = !usageIndex.isScanned;
      progress.begin(localize(scanTitle, context.displayLanguage()));
      const { files, cancelled, vendored } = await scan.scanAll(token, report).finally(() => progress.done());
      if (isFirst && !cancelled) watchCodeFiles(context);
      const note = vendoredNote(vendored, context.folders(), context.displayLanguage());
      return { files, cancelled, ...(note ? { note } : {}) };
    });
    connection.onRequest(usedRequest, () => usedResult(context));
    connection.onRequest(codeUsesRequest, (params: CodeUsesParams) => placesOf(context, params));
    documents.onDidSave(({ document }) => void scan.rescan([document.uri]));
    documents.onDidClose(({ document }) => void scan.rescan([document.uri]));
    context.onFilesChanged((uris) => void scan.rescan(uris));
    // Changed catalogs, settings or folders can change the codes of every file.
    context.onChange(() => scan.refresh());
    if (!context.wantsChanges) return;
    let timer: NodeJS.Timeout | undefined;
    usageIndex.onChange(() => {
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

/** A use of a code, and the catalog of its file's project: a subfolder may have a configuration of its own. */
interface UseInProject {
  use: CodeUse;
  catalog: Catalog;
}

async function toUsedFolder(context: FeatureContext, uri: string): Promise<UsedFolder> {
  const files = filesBelow(context, uri).map(async ([file, uses]) => {
    const { catalog } = await context.projects.of(file);
    return uses.map((use): UseInProject => ({ use: withoutDoubtful(use, context.usageIndex), catalog }));
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
    return { code, count: ofCode.length, suggestions, ...(item ? { item } : {}) };
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
  const places = filesBelow(context, folder).flatMap(([uri, uses]) =>
    uses
      .filter((use) => use.code === code && use.provider === provider)
      .map(({ range, line }) => ({ uri, range, line })),
  );
  return limited(places);
}

/** Returns the files for which this is the nearest workspace folder, with their uses, sorted by URI. */
function filesBelow(
  { usageIndex, folders }: FeatureContext,
  folder: string,
): (readonly [string, readonly CodeUse[]])[] {
  const prefixOf = (uri: string) => `${normalizeUri(uri).replace(/\/$/, "")}/`;
  const prefix = prefixOf(folder);
  const inner = folders()
    .map(prefixOf)
    .filter((one) => one !== prefix && one.startsWith(prefix));
  return [...usageIndex.files]
    .filter(([uri]) => uri.startsWith(prefix) && !inner.some((one) => uri.startsWith(one)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
