import { URI, Utils } from "vscode-uri";
import { type Reading, say, type Text } from "../../catalog/model/localized-text.ts";
import type { Analysis } from "../analysis/analysis.ts";
import { isConfiguration } from "../configuration/configuration.ts";
import { pathFor } from "../configuration/pins.ts";
import { fileOf, folderOf, pathBelow } from "../documents/uris.ts";
import { configurationFor, nameIn, type Target } from "../fixes/files.ts";
import { canCreate } from "../fixes/workspace-edit.ts";
import { reasonOf } from "../inference/reasons.ts";
import type { PinOffer, PinScope } from "../protocol/index.ts";
import type { Context } from "./feature.ts";

/** A document whose provider can be pinned, and the configuration that it is written into. */
export interface Pinnable {
  uri: string;
  analysis: Analysis;
  target: Target;
}

/** What is needed to pin a document's provider; a sentence for people where it cannot be. */
export async function pinnable(context: Context, uri: string): Promise<Pinnable | { refused: Text }> {
  const { scheme, path } = URI.parse(uri);
  if (scheme === "untitled") return { refused: refusals.untitled };
  const source = context.documents.get(uri);
  if (!source) return { refused: refusals.unread };
  if (isConfiguration(path)) return { refused: refusals.configuration };
  if (!fileOf(uri).startsWith("file:")) return { refused: refusals.elsewhere };
  const analysis = await context.reader.read(source);
  const target = await configurationFor({ context, source, analysis });
  if (!target) return { refused: refusals.outside };
  if (target.isNew && !canCreate(context.client)) return { refused: refusals.noFiles };
  return { uri: fileOf(uri), analysis, target };
}

const refusals = {
  unread: {
    en: "This document is not searched for error codes, so that no provider can be pinned.",
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
    en: "This file is not on a disk, and no .error-codes.yaml is read for it: its provider cannot be pinned.",
    "zh-CN": "此文件不在磁盘上，不会读取 .error-codes.yaml，因此无法指定厂商。",
  },
  outside: {
    en: "This file is outside of the open folders; open its folder first: the provider is pinned in the .error-codes.yaml there.",
    "zh-CN": "此文件不在已打开的文件夹中；请先打开其所在文件夹，厂商写在其中的 .error-codes.yaml 里。",
  },
  noFiles: {
    en: "There is no .error-codes.yaml, and this editor does not let one be made; make an empty one first.",
    "zh-CN": "没有 .error-codes.yaml，且此编辑器不支持新建；请先新建一个空文件。",
  },
} satisfies Record<string, Text>;

/** What can be chosen for a document. */
export function offerFor(context: Context, pinnable: Pinnable): PinOffer {
  const { uri, analysis, target } = pinnable;
  const { domain, unpinned } = analysis;
  const reading = context.reading();
  const [pin, next] = domain.pinsOf(uri);
  const names = (ids: readonly string[]) => namesOf(ids, analysis, reading);
  const below = next && { path: next.path, providers: names(next.providers) };
  return {
    document: nameIn(context, uri),
    configuration: {
      uri: target.document.uri,
      name: nameIn(context, target.document.uri),
      isNew: target.isNew === true,
    },
    providers: providersOf(context, analysis),
    ...(pin ? { pin: { path: pin.path, ...(below ? { next: below } : {}) } } : {}),
    inferred: names(unpinned.map(({ provider }) => provider)),
    scopes: scopesOf(context, pinnable).map((one) => {
      const now = Object.entries(domain.configuration.pins).find(([path]) => path === one.path)?.[1];
      return { ...one, ...(now ? { now: names(now) } : {}) };
    }),
  };
}

/** Every provider; those of the document, pinned or not, come first. */
function providersOf(context: Context, analysis: Analysis): PinOffer["providers"] {
  const { domain, providers, unpinned } = analysis;
  const reading = context.reading();
  const file = domain.uri ? nameIn(context, domain.uri) : "";
  const present = [...providers, ...unpinned.filter((one) => !providers.some((own) => isSame(own, one)))];
  const others = domain.catalog.providers
    .filter(({ id }) => !present.some(({ provider }) => provider === id))
    .map(({ id }) => ({ id, name: namesOf([id], analysis, reading), pinned: false }));
  return [
    ...present.map((one) => ({
      id: one.provider,
      name: namesOf([one.provider], analysis, reading),
      reason: say(reasonOf(one, file), reading),
      pinned: one.sign === "pin",
    })),
    ...others,
  ];
}

function isSame(one: { provider: string }, other: { provider: string }): boolean {
  return one.provider === other.provider;
}

function namesOf(ids: readonly string[], { domain }: Analysis, reading: Reading): string {
  return ids.map((id) => say(domain.catalog.providerNamed(id)?.name, reading) || id).join(", ");
}

/** For what a provider can be pinned: the file, its folder, and all that the configuration and the workspace share. */
export function scopesOf(context: Context, { uri, target }: Pinnable): Omit<PinScope, "now">[] {
  const governed = Utils.dirname(URI.parse(target.document.uri)).toString();
  const opened = folderOf(context.folders(), fileOf(uri)) ?? governed;
  // The folder of the workspace may lie below that of the configuration.
  const base = pathBelow(governed, opened) ?? "";
  const path = pathBelow(governed, uri) ?? "";
  const folder = path.split("/").slice(0, -1).join("/");
  const whole = Utils.basename(URI.parse(base === "" ? governed : opened));
  return [
    { scope: "file", path: pathFor(path, false), name: nameIn(context, uri) },
    ...(folder === base
      ? []
      : [{ scope: "folder" as const, path: pathFor(folder, true), name: `${nameOfFolder(context, uri)}/` }]),
    { scope: "all", path: pathFor(base, base !== ""), name: whole },
  ];
}

function nameOfFolder(context: Context, uri: string): string {
  return nameIn(context, uri).split("/").slice(0, -1).join("/");
}
