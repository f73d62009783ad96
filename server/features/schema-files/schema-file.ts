import { isOwnFormat } from "../../../catalog/importers/yaml-catalog.ts";
import { isConfiguration } from "../../configuration/configuration.ts";
import type { Project } from "../../configuration/project.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { parseUri } from "../../documents/uris.ts";
import type { UsageIndex } from "../../workspace/usages.ts";
import { catalogKeys } from "./catalog-keys.ts";
import { configurationKeys } from "./configuration-keys.ts";
import type { FileKind } from "./file-keys.ts";
import { jsonPositionAt } from "./json-position.ts";
import type { ValueContext } from "./key-values.ts";
import type { WrittenPosition } from "./written-position.ts";
import { wordAt, yamlPositionAt } from "./yaml-position.ts";

/** Returns what a document can contain if it is a configuration or a catalog in our own format; undefined if it is neither. */
export function fileKindOf({ uri, text }: TrackedDocument, project: Project): FileKind | undefined {
  const { path } = parseUri(uri);
  if (isConfiguration(path)) return configurationKeys;
  return project.isCatalog(uri) && isOwnFormat(path, text) ? catalogKeys : undefined;
}

/** Returns the position of an offset in the structure of a document. */
export function positionIn({ uri, text }: TrackedDocument, offset: number): WrittenPosition | undefined {
  if (!isJson(uri)) return yamlPositionAt(text, offset);
  const found = jsonPositionAt(text, offset);
  if (!found) return undefined;
  const { isInString, ...position } = found;
  return { ...position, word: wordAt(text, offset), needsQuotes: !isInString, column: undefined };
}

/** Returns whether a file is in JSON, where editors complete a configuration by its schema. */
export function isJson(uri: string): boolean {
  return uri.endsWith(".json");
}

const codeLine = /^\s*(?:-\s+|\{\s*)*["']?code["']?\s*:\s*["']?(?<code>[^"'\s#,}]+)/gm;

/** Returns what the values in a document can be chosen from. */
export function valueContextOf(
  { text }: TrackedDocument,
  { catalog }: Project,
  usageIndex: UsageIndex,
): ValueContext {
  return {
    catalog,
    unknownCodes: () => {
      const uses = [...usageIndex.files.values()].flat();
      return [...new Set(uses.flatMap(({ code, provider }) => (provider === undefined ? code : [])))].sort();
    },
    ownCodes: () => [...new Set([...text.matchAll(codeLine)].flatMap(({ groups }) => groups?.code ?? []))],
  };
}
