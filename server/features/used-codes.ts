import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { groupBy } from "../../catalog/group-by.ts";
import { say } from "../../catalog/text.ts";
import { normal } from "../addresses.ts";
import type { Context, Feature } from "../feature.ts";
import { toItem } from "../item.ts";
import { languages } from "../languages/index.ts";
import {
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
} from "../protocol.ts";
import { Scan } from "../scan.ts";
import { anyProvider, type Use } from "../usage.ts";

/** A pause in the changes of files after which clients are told, in milliseconds. */
const tellDelay = 200;

const reads = { en: "Looking for error codes", "zh-CN": "正在查找错误码" };

/** The codes that the files of the workspace use: read when somebody asks, and from then on kept up. */
export const usedCodes: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, usages } = context;
    const scan = new Scan(context);
    connection.onRequest(scanRequest, async ({ workDoneToken }: ScanParams, token): Promise<ScanResult> => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      const speak = (files: number, codes: number) =>
        progress.report(
          say(
            { en: `${files} files, ${codes} codes`, "zh-CN": `${files} 个文件，${codes} 处错误码` },
            context.reading(),
          ),
        );
      const first = !usages.scanned;
      progress.begin(say(reads, context.reading()));
      const result = await scan.all(token, speak).finally(() => progress.done());
      if (first && !result.cancelled) watch(context);
      return result;
    });
    connection.onRequest(usedRequest, () => used(context));
    connection.onRequest(placesRequest, (params: PlacesParams) => places(context, params));
    documents.onDidSave(({ document }) => void scan.again([document.uri]));
    documents.onDidClose(({ document }) => void scan.again([document.uri]));
    context.onFiles((uris) => void scan.again(uris));
    // Other catalogs, settings or folders: all files may say something else.
    context.onChange(() => scan.refresh());
    let timer: NodeJS.Timeout | undefined;
    usages.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void connection.sendNotification(usedChangedNotification), tellDelay);
    });
  },
};

/** Has the client tell of every file that can hold codes; before the first scan nobody needs to know. */
function watch({ connection, client }: Context): void {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const extensions = [...new Set(languages.flatMap((one) => one.extensions))];
  const watchers = [{ globPattern: `**/*{${extensions.join(",")}}` }];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error) => connection.console.error(String(error)));
}

async function used(context: Context): Promise<UsedResult> {
  const { usages } = context;
  const folders = await Promise.all(context.folders().map((uri) => usedIn(context, uri)));
  return { scanned: usages.scanned, folders: folders.filter(({ groups }) => groups.length > 0) };
}

async function usedIn(context: Context, uri: string): Promise<UsedFolder> {
  const { catalog } = await context.domains.ofFolder(uri);
  const reading = context.reading();
  const byProvider = groupBy(
    filesBelow(context, uri).flatMap(([, uses]) => uses),
    ({ provider }) => provider,
  );
  const groups = [...byProvider].map(([provider, uses]): UsedGroup => {
    const codes = [...groupBy(uses, ({ code }) => code)].map(([code, same]): UsedCode => {
      const key = same.find(({ entry }) => entry)?.entry;
      const entry = key && catalog.find(key.provider, key.service, code);
      const item = entry && toItem(entry, catalog, reading);
      const suggestions = [...new Set(same.flatMap((one) => one.suggestions ?? []))];
      return { code, count: same.length, suggestions, ...(item ? { item } : {}) };
    });
    const text =
      provider === undefined
        ? unknown
        : provider === anyProvider
          ? several
          : catalog.provider(provider)?.name;
    const name = say(text, reading);
    return { name: name || (provider ?? ""), codes: codes.sort(order), ...(provider ? { provider } : {}) };
  });
  groups.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return { uri, name: URI.parse(uri).path.replace(/\/$/, "").split("/").at(-1) ?? uri, groups };
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

function places(context: Context, { folder, provider, code }: PlacesParams): PlacesResult {
  return filesBelow(context, folder).flatMap(([uri, uses]) =>
    uses
      .filter((use) => use.code === code && use.provider === provider)
      .map(({ range, line }) => ({ uri, range, line })),
  );
}

/** The files whose nearest folder of the workspace this is. */
function filesBelow({ usages, folders }: Context, folder: string): (readonly [string, readonly Use[]])[] {
  const below = (uri: string) => `${normal(uri).replace(/\/$/, "")}/`;
  const own = below(folder);
  const inner = folders()
    .map(below)
    .filter((one) => one !== own && one.startsWith(own));
  return [...usages.files]
    .filter(([uri]) => uri.startsWith(own) && !inner.some((one) => uri.startsWith(one)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
