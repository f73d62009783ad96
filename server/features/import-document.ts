import { Utils } from "vscode-uri";
import { documentProblems } from "../../catalog/importers/document-problems.ts";
import { readDocument } from "../../catalog/importers/documents.ts";
import type { ImportResult } from "../../catalog/importers/imported.ts";
import { merge } from "../../catalog/importers/merge.ts";
import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { nameInMessage } from "../../catalog/text/name-in-message.ts";
import { shortened } from "../../catalog/text/shortened.ts";
import { configurationNames } from "../configuration/configuration.ts";
import { inSlices } from "../configuration/in-slices.ts";
import { loadAnyDocument } from "../constants/source-document.ts";
import { folderContaining, normalizeUri, parseUri, relativePath } from "../documents/uris.ts";
import type { EditedFile } from "../fixes/edit.ts";
import { existingFile, newFile, type Target } from "../fixes/files.ts";
import { addToList } from "../fixes/listing.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import {
  type ImportOutcome,
  type ImportParams,
  type ImportPreviewParams,
  type ImportPreviewResult,
  importPreviewRequest,
  importRequest,
} from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Shows what a document states of error codes, and adds it to the catalogs. */
export const importDocument: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(importPreviewRequest, ({ uri }: ImportPreviewParams) => previewOf(context, uri));
    connection.onRequest(
      importRequest,
      (params: ImportParams): Promise<ImportOutcome> => importInto(context, params),
    );
  },
};

type ReadDocument = ImportResult & { format: string; text: string };

/** Reads a document of any format; undefined if the file cannot be read, or its format is not known. */
async function read({ host }: FeatureContext, uri: string): Promise<ReadDocument | undefined> {
  const source = await host.read(uri);
  if ("failure" in source) return undefined;
  const { text, bytes = new TextEncoder().encode(source.text) } = source;
  const name = Utils.basename(parseUri(uri));
  try {
    const loaded = await loadAnyDocument({ text, bytes }, name, inSlices);
    const result = await inSlices(readDocument(text, name, {}, loaded));
    return result && { ...result, text: loaded?.text ?? text };
  } catch (error) {
    // A text that is nested too deeply for its reader.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function previewOf(context: FeatureContext, uri: string): Promise<ImportPreviewResult> {
  const language = context.displayLanguage();
  const found = await read(context, uri);
  const { catalog, catalogUris } = await context.projects.of(uri);
  const own = new Set(
    catalog.services
      .filter(({ provider }) => !context.projects.builtIn.provider(provider))
      .map(({ provider }) => provider),
  );
  const providers = limited(
    catalog.providers.map(({ id, name }) => ({
      id,
      name: localize(name, language) || id,
      isOwn: own.has(id),
    })),
  );
  const about = {
    providers,
    canStay: folderContaining(context.folders(), uri) !== undefined,
    isCatalog: catalogUris.has(normalizeUri(uri)),
  };
  if (!found) return { format: undefined, rows: [], notes: [], ...about };
  const rows = found.rows.map(({ code, line, httpStatus, name, message, description }) => ({
    code,
    line,
    text: shortened(
      [httpStatus.join("/"), name, description ?? message].filter(Boolean).join(" · ").replace(/\s+/g, " "),
      200,
    ),
  }));
  const problems = documentProblems(found.text, uri, found).map(({ line, message }) => ({
    line,
    text: localize(message, language),
  }));
  const unused = found.unused.map(({ line, columns }) => ({
    line,
    text: localize(unusedColumns(columns), language),
  }));
  return { format: found.format, rows: limited(rows), notes: limited([...problems, ...unused]), ...about };
}

function unusedColumns(columns: readonly string[]): LocalizedText {
  const names = columns.map(nameInMessage);
  return {
    en: `Columns that are not read: ${names.join(", ")}.`,
    "zh-CN": `未读取的列：${names.join("、")}。`,
  };
}

/** Changes the configuration, and writes a catalog if that is asked for, by an edit that the client applies. */
async function importInto(
  context: FeatureContext,
  { uri, provider, writes }: ImportParams,
): Promise<ImportOutcome> {
  const language = context.displayLanguage();
  const refused = (message: LocalizedText): ImportOutcome => ({
    changed: [],
    refused: localize(message, language),
  });
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(provider)) return refused(wrongProvider);
  const configuration = await configurationAround(context, uri);
  if (!configuration) return refused(noFolder);
  const folder = Utils.dirname(parseUri(configuration.document.uri));
  const written = writes ? await writtenCatalog(context, uri, provider, folder.toString()) : undefined;
  if (writes && !written) return refused(noCodes);
  const catalogUri = written?.document.uri ?? uri;
  const path = relativePath(folder.toString(), catalogUri);
  const row =
    path &&
    addToList(configuration.document.getText(), ["catalogs"], { path, ...(writes ? {} : { provider }) });
  if (!row) return refused(noFolder);
  const files: EditedFile[] = [...(written ? [written] : []), { ...configuration, edits: [row] }];
  const edit = toWorkspaceEdit({ files }, context.client);
  if (!edit) return refused(noFolder);
  const { applied } = await context.connection.workspace.applyEdit({
    label: localize(label, language),
    edit,
  });
  return applied ? { changed: files.map(({ document }) => document.uri) } : refused(notApplied);
}

/** Returns the configuration that governs a file, or the one to create in its workspace folder, else in the first one. */
async function configurationAround(context: FeatureContext, uri: string): Promise<Target | undefined> {
  const folder = folderContaining(context.folders(), uri) ?? context.folders()[0];
  if (folder === undefined) return undefined;
  const governing = (await context.projects.of(folderContaining([folder], uri) ? uri : `${folder}/x`)).uri;
  const own = governing ?? Utils.joinPath(parseUri(folder), configurationNames[0] ?? "").toString();
  return (await existingFile(context, own)) ?? newFile(own);
}

/** Returns a new catalog with the codes of a document; undefined if it has none. */
async function writtenCatalog(
  context: FeatureContext,
  uri: string,
  provider: string,
  folder: string,
): Promise<EditedFile | undefined> {
  const found = await read(context, uri);
  if (!found || found.rows.length === 0) return undefined;
  const document = Utils.basename(parseUri(uri)).replace(/\.\w+$/, "");
  const { text } = merge(undefined, [{ document, rows: found.rows }], { provider, descriptions: true });
  for (let count = 1; count < 100; count++) {
    const name = `${provider}-codes${count === 1 ? "" : `-${count}`}.yaml`;
    const target = Utils.joinPath(parseUri(folder), name).toString();
    if (await existingFile(context, target)) continue;
    return { ...newFile(target), edits: [{ start: 0, end: 0, text }] };
  }
  return undefined;
}

const label: LocalizedText = { en: "Import catalog", "zh-CN": "导入目录" };
const wrongProvider: LocalizedText = {
  en: "A provider is named by lower-case letters and digits, joined by '-'.",
  "zh-CN": "厂商 id 只能由小写字母和数字组成，以“-”连接。",
};
const noFolder: LocalizedText = {
  en: "The configuration cannot be changed: no folder is open, or it has errors.",
  "zh-CN": "无法修改配置：未打开文件夹，或配置有错误。",
};
const noCodes: LocalizedText = {
  en: "No error codes were found in this document.",
  "zh-CN": "未在此文档中找到错误码。",
};
const notApplied: LocalizedText = {
  en: "The editor did not apply the change.",
  "zh-CN": "编辑器未应用更改。",
};
