import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { groupBy } from "../../catalog/model/group-by.ts";
import { type DisplayLanguage, localize } from "../../catalog/model/localized-text.ts";
import { normalizeUri } from "../documents/uris.ts";
import {
  type CodeItem,
  type PlacesParams,
  type PlacesResult,
  placesRequest,
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
import { languages } from "../syntax/languages/index.ts";
import { Scan } from "../workspace/scan.ts";
import { anyProvider, type CodeUse } from "../workspace/usages.ts";
import { providersOf } from "./catalog-tree.ts";
import { toCodeItem } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** A pause in the changes of files after which clients are told, in milliseconds. */
const tellDelay = 200;

const reads = { en: "Looking for error codes", "zh-CN": "正在查找错误码" };

/** The codes that the files of the workspace use: read when somebody asks, and from then on kept up. */
export const usedCodes: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, usageIndex } = context;
    const scan = new Scan(context);
    connection.onRequest(scanRequest, async ({ workDoneToken }: ScanParams, token): Promise<ScanResult> => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      const speak = (files: number, codes: number) =>
        progress.report(
          localize(
            { en: `${files} files, ${codes} codes`, "zh-CN": `${files} 个文件，${codes} 处错误码` },
            context.displayLanguage(),
          ),
        );
      const first = !usageIndex.scanned;
      progress.begin(localize(reads, context.displayLanguage()));
      const result = await scan.all(token, speak).finally(() => progress.done());
      if (first && !result.cancelled) watch(context);
      return result;
    });
    connection.onRequest(usedRequest, () => used(context));
    connection.onRequest(placesRequest, (params: PlacesParams) => places(context, params));
    documents.onDidSave(({ document }) => void scan.again([document.uri]));
    documents.onDidClose(({ document }) => void scan.again([document.uri]));
    context.onFilesChanged((uris) => void scan.again(uris));
    // Other catalogs, settings or folders: all files may say something else.
    context.onChange(() => scan.refresh());
    let timer: NodeJS.Timeout | undefined;
    usageIndex.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void connection.sendNotification(usedChangedNotification), tellDelay);
    });
  },
};

/** Has the client tell of every file that can hold codes; before the first scan nobody needs to know. */
function watch({ connection, client }: FeatureContext): void {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const extensions = [...new Set(languages.flatMap((one) => one.extensions))];
  const watchers = [{ globPattern: `**/*{${extensions.join(",")}}` }];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error) => connection.console.error(String(error)));
}

async function used(context: FeatureContext): Promise<UsedResult> {
  const { usageIndex } = context;
  const folders = await Promise.all(context.folders().map((uri) => usedIn(context, uri)));
  return { scanned: usageIndex.scanned, folders: folders.filter(({ groups }) => groups.length > 0) };
}

/** A use, and the catalog that counts in its file: a folder below may have one of its own. */
interface Governed {
  use: CodeUse;
  catalog: Catalog;
}

async function usedIn(context: FeatureContext, uri: string): Promise<UsedFolder> {
  const files = filesBelow(context, uri).map(async ([file, uses]) => {
    const { catalog } = await context.projects.of(file);
    return uses.map((use): Governed => ({ use, catalog }));
  });
  const displayLanguage = context.displayLanguage();
  const byProvider = groupBy((await Promise.all(files)).flat(), ({ use }) => use.provider);
  const groups = [...byProvider].map(([provider, uses]) => groupOf(provider, uses, displayLanguage));
  // In the order of the tree of the catalog above it, in every language.
  const { catalog } = await context.projects.ofFolder(uri);
  const places = new Map(providersOf(catalog, displayLanguage).map(({ id }, index) => [id, index]));
  const place = ({ provider = "" }: UsedGroup) => places.get(provider) ?? places.size;
  groups.sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
  return { uri, name: URI.parse(uri).path.replace(/\/$/, "").split("/").at(-1) ?? uri, groups };
}

function groupOf(
  provider: string | undefined,
  uses: readonly Governed[],
  displayLanguage: DisplayLanguage,
): UsedGroup {
  const codes = [...groupBy(uses, ({ use }) => use.code)].map(([code, same]): UsedCode => {
    const item = itemOf(code, same, displayLanguage);
    const suggestions = [...new Set(same.flatMap(({ use }) => use.suggestions ?? []))];
    return { code, count: same.length, suggestions, ...(item ? { item } : {}) };
  });
  const named = provider && uses.flatMap(({ catalog }) => catalog.provider(provider)?.name ?? [])[0];
  const text = provider === undefined ? unknown : provider === anyProvider ? several : named || undefined;
  const name = localize(text, displayLanguage);
  return { name: name || (provider ?? ""), codes: codes.sort(order), ...(provider ? { provider } : {}) };
}

/** What a code is in the first file where it is explained. */
function itemOf(
  code: string,
  uses: readonly Governed[],
  displayLanguage: DisplayLanguage,
): CodeItem | undefined {
  for (const { use, catalog } of uses) {
    const entry = use.entry && catalog.find(use.entry.provider, use.entry.service, code);
    if (entry) return toCodeItem(entry, catalog, displayLanguage);
  }
  return undefined;
}

const unknown = { en: "Unknown or misspelled", "zh-CN": "未知或拼写有误" };
const several = { en: "Of several providers", "zh-CN": "多个厂商共有" };

function rank({ provider }: UsedGroup): number {
  return provider === undefined ? 0 : provider === anyProvider ? 2 : 1;
}

/** What is near to a known code stands first: it can be mended. */
function order(a: UsedCode, b: UsedCode): number {
  return Math.sign(b.suggestions.length) - Math.sign(a.suggestions.length) || (a.code < b.code ? -1 : 1);
}

function places(context: FeatureContext, { folder, provider, code }: PlacesParams): PlacesResult {
  return filesBelow(context, folder).flatMap(([uri, uses]) =>
    uses
      .filter((use) => use.code === code && use.provider === provider)
      .map(({ range, line }) => ({ uri, range, line })),
  );
}

/** The files whose nearest folder of the workspace this is. */
function filesBelow(
  { usageIndex, folders }: FeatureContext,
  folder: string,
): (readonly [string, readonly CodeUse[]])[] {
  const below = (uri: string) => `${normalizeUri(uri).replace(/\/$/, "")}/`;
  const own = below(folder);
  const inner = folders()
    .map(below)
    .filter((one) => one !== own && one.startsWith(own));
  return [...usageIndex.files]
    .filter(([uri]) => uri.startsWith(own) && !inner.some((one) => uri.startsWith(one)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
