import { decompress } from "brotli/decompress";
import { Utils } from "vscode-uri";
import { CompiledCatalog } from "../../../catalog/model/compiled/compiled-catalog.ts";
import { openSections } from "../../../catalog/model/compiled/sections.ts";
import { textsFromName } from "../../../catalog/naming/explain-by-name.ts";
import type { Host, TreeSitter } from "../../documents/host.ts";
import type { PackageFiles } from "../../documents/package-files.ts";
import { parseUri } from "../../documents/uris.ts";
import type { FileService } from "../../protocol/index.ts";
import { filesMatching, textBelow, textsBelow } from "./folders.ts";

/** What is used of the platform: the type libraries of Node.js do not declare it. */
declare const WebAssembly: { Module: new (bytes: Uint8Array) => object };

/** Files with more bytes are not catalogs. */
const maximumBytes = 20_000_000;

/** Evaluates the source of a CommonJS module, and returns what it exports. */
export type EvaluateModule = (source: string) => unknown;

/** Returns a host for a worker in a browser, whose files, its own and those of the user, a service reads. */
export function browserHost(files: FileService, evaluate: EvaluateModule): Host {
  const reported = new Set<string>();
  let binding: Promise<string> | undefined;
  return {
    onDamaged: () => {},
    onGitFailed: () => {},
    reportDamaged(file) {
      if (!reported.has(file)) this.onDamaged(file);
      reported.add(file);
    },
    version: process.env.ERROR_CODES_VERSION ?? "0",
    packages: noPackages,
    async readCatalog() {
      const bytes = await files.readOwn("dist/catalog.bin");
      // A copy: numbers of several bytes are read where they are aligned.
      const read = (offset: number, length: number) => bytes.slice(offset, offset + length);
      return new CompiledCatalog(openSections({ size: bytes.length, read }), textsFromName);
    },
    readParserFile: async (file) => decompressed(await files.readOwn(`dist/grammars/${file}.br`)),
    compileWasm: (bytes) => new WebAssembly.Module(bytes),
    async loadTreeSitter() {
      binding ??= files.readOwn("dist/grammars/web-tree-sitter.cjs").then(textOf);
      return evaluate(await binding) as TreeSitter;
    },
    async read(uri) {
      const bytes = await files.read(uri, maximumBytes);
      return typeof bytes === "string" ? { failure: bytes } : { text: textOf(bytes), bytes };
    },
    async readText(uri) {
      const bytes = await files.read(uri, maximumBytes);
      return typeof bytes === "string" ? undefined : textOf(bytes);
    },
    realUri: (uri) => realUri(files, uri),
    async existingNames(folder, names) {
      const all = new Set((await files.list(folder)).map(({ name }) => name));
      return names.filter((name) => all.has(name));
    },
    filesMatching: (folder, pattern) => filesMatching(files, folder, pattern),
    readTextsBelow: (folder, selection) => textsBelow(files, folder, selection),
    readTextBelow: (folder, uri, selection) => textBelow(files, folder, uri, selection),
  };
}

/** Returns the text of bytes, without a byte order mark. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A damaged file is read as an empty one, as on Node.js. */
function decompressed(bytes: Uint8Array): Uint8Array {
  try {
    return decompress(bytes);
  } catch {
    return new Uint8Array();
  }
}

/**
 * Returns a URI in which the last symbolic link of the path, with all before it, is one name: where it leads is not
 * known, so it is neither inside a folder before it nor outside one behind it.
 */
async function realUri(files: FileService, uri: string): Promise<string> {
  let place = parseUri(uri);
  let below = "";
  while (place.path !== "/" && place.path !== "") {
    if (await files.isLink(place.toString()))
      return place
        .with({ scheme: "link", path: `/${encodeURIComponent(place.toString())}${below}` })
        .toString();
    below = `/${Utils.basename(place)}${below}`;
    place = Utils.dirname(place);
  }
  return uri;
}

/** Packages are installed where programs run. */
const noPackages: PackageFiles = {
  home: "",
  foldersIn: () => [],
  list: async () => [],
  matching: async () => [],
  read: async () => undefined,
  unpack: async function* () {},
  realUri: async (uri) => uri,
  cache: { read: async () => undefined, write: async () => {} },
};
