import { Utils } from "vscode-uri";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { Analysis } from "../analysis/analysis.ts";
import { isConfiguration } from "../configuration/configuration.ts";
import { patternFor } from "../configuration/pins.ts";
import { fileUriOf, folderContaining, parseUri, relativePath } from "../documents/uris.ts";
import { configurationFor, displayPathOf, type Target } from "../fixes/files.ts";
import { canCreateFiles } from "../fixes/workspace-edit.ts";
import { reasonOf } from "../inference/reasons.ts";
import type { PinOffer, PinScope } from "../protocol/index.ts";
import { limited } from "../protocol/limits.ts";
import type { FeatureContext } from "./feature.ts";

/** A document whose provider can be pinned, and the configuration that the pin is written to. */
export interface PinTarget {
  uri: string;
  analysis: Analysis;
  target: Target;
}

/** Returns what is needed to pin a document's provider, or the reason, for users, why it cannot be pinned. */
export async function findPinTarget(
  context: FeatureContext,
  uri: string,
): Promise<PinTarget | { refused: LocalizedText }> {
  const { scheme, path } = parseUri(uri);
  if (scheme === "untitled") return { refused: refusals.untitled };
  const document = context.documents.get(uri);
  if (!document) return { refused: refusals.unread };
  if (isConfiguration(path)) return { refused: refusals.configuration };
  const isFile = fileUriOf(uri).startsWith("file:") || folderContaining(context.folders(), uri) !== undefined;
  if (!isFile) return { refused: refusals.elsewhere };
  const analysis = await context.analyzer.analyze(document);
  const target = await configurationFor({ context, document, analysis });
  if (!target) return { refused: refusals.outside };
  if (target.isNew && !canCreateFiles(context.client)) return { refused: refusals.noFiles };
  return { uri: fileUriOf(uri), analysis, target };
}

const refusals = {
  unread: {
    en: "This document is not searched for error codes, so no provider can be pinned.",
    "zh-CN": "未在此文档中查找错误码，无法指定厂商。",
  },
  untitled: {
    en: "Save the file first: its provider is pinned in the .error-codes.yaml of its folder.",
    "zh-CN": "请先保存文件：厂商写在其所在文件夹的 .error-codes.yaml 中。",
  },
  configuration: {
    en: "This is the configuration itself; open the file whose provider you want to pin.",
    "zh-CN": "这是配置文件本身；请打开要指定厂商的文件。",
  },
  elsewhere: {
    en: "This file is not on disk, so no .error-codes.yaml applies to it and its provider cannot be pinned.",
    "zh-CN": "此文件不在磁盘上，.error-codes.yaml 对其不生效，因此无法指定厂商。",
  },
  outside: {
    en: "This file is outside the open folders. Open its folder first: the provider is pinned in the .error-codes.yaml there.",
    "zh-CN": "此文件不在已打开的文件夹中；请先打开其所在文件夹，厂商写在其中的 .error-codes.yaml 里。",
  },
  noFiles: {
    en: "There is no .error-codes.yaml, and this editor does not support creating one. Create an empty one first.",
    "zh-CN": "没有 .error-codes.yaml，且此编辑器不支持自动新建；请先手动新建一个空文件。",
  },
} satisfies Record<string, LocalizedText>;

/** Returns the providers and scopes that can be chosen for a document, and the pins that apply to it now. */
export function pinOfferFor(context: FeatureContext, pinnable: PinTarget): PinOffer {
  const { uri, analysis, target } = pinnable;
  const { project, inferredProviders } = analysis;
  const displayLanguage = context.displayLanguage();
  const [pin, next] = project.pinsOf(uri);
  const names = (ids: readonly string[]) => namesOf(ids, analysis, displayLanguage);
  const nextPin = next && { path: next.path, providers: names(next.providers) };
  return {
    document: displayPathOf(context, uri),
    configuration: {
      uri: target.document.uri,
      name: displayPathOf(context, target.document.uri),
      isNew: target.isNew === true,
    },
    providers: providersOf(context, analysis),
    ...(pin ? { pin: { path: pin.path, ...(nextPin ? { next: nextPin } : {}) } } : {}),
    inferred: names(inferredProviders.map(({ provider }) => provider)),
    scopes: scopesOf(context, pinnable).map((one) => {
      const now = Object.entries(project.configuration.pins).find(([path]) => path === one.path)?.[1];
      return { ...one, ...(now ? { now: names(now) } : {}) };
    }),
  };
}

/** Returns all providers: first those of the document, pinned or inferred, with their reasons, then the others. */
function providersOf(context: FeatureContext, analysis: Analysis): PinOffer["providers"] {
  const { project, providers, inferredProviders } = analysis;
  const displayLanguage = context.displayLanguage();
  const file = project.uri ? displayPathOf(context, project.uri) : "";
  const present = [
    ...providers,
    ...inferredProviders.filter((one) => !providers.some((other) => isSame(other, one))),
  ];
  const others = limited([...project.catalog.providers])
    .filter(({ id }) => !present.some(({ provider }) => provider === id))
    .map(({ id }) => ({ id, name: namesOf([id], analysis, displayLanguage), pinned: false }));
  return [
    ...present.map((one) => ({
      id: one.provider,
      name: namesOf([one.provider], analysis, displayLanguage),
      reason: localize(reasonOf(one, file), displayLanguage),
      pinned: one.sign === "pin",
    })),
    ...others,
  ];
}

function isSame(one: { provider: string }, other: { provider: string }): boolean {
  return one.provider === other.provider;
}

function namesOf(ids: readonly string[], { project }: Analysis, displayLanguage: DisplayLanguage): string {
  return ids.map((id) => localize(project.catalog.providerNamed(id)?.name, displayLanguage) || id).join(", ");
}

/**
 * Returns the scopes for which a provider can be pinned: the file, its folder, and everything that lies both in the
 * workspace folder and in the folder of the configuration.
 */
export function scopesOf(context: FeatureContext, { uri, target }: PinTarget): Omit<PinScope, "now">[] {
  const governed = Utils.dirname(parseUri(target.document.uri)).toString();
  const opened = folderContaining(context.folders(), fileUriOf(uri)) ?? governed;
  // The workspace folder may be a subfolder of the configuration's folder.
  const base = relativePath(governed, opened) ?? "";
  const path = relativePath(governed, uri) ?? "";
  const folder = path.split("/").slice(0, -1).join("/");
  const baseName = Utils.basename(parseUri(base === "" ? governed : opened));
  return [
    { scope: "file", path: patternFor(path, false), name: displayPathOf(context, uri) },
    ...(folder === base
      ? []
      : [
          {
            scope: "folder" as const,
            path: patternFor(folder, true),
            name: `${nameOfFolder(context, uri)}/`,
          },
        ]),
    { scope: "all", path: patternFor(base, base !== ""), name: baseName },
  ];
}

function nameOfFolder(context: FeatureContext, uri: string): string {
  return displayPathOf(context, uri).split("/").slice(0, -1).join("/");
}
