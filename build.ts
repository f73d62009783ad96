import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { toJsonSchema } from "@valibot/to-json-schema";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { assembleCatalog } from "./catalog/model/built-in.ts";
import { compileCatalog, compiledInMemory } from "./catalog/model/compiled/compile.ts";
import { toFile } from "./catalog/model/compiled/sections.ts";
import { explainByName, withoutTextsFromNames } from "./catalog/naming/explain-by-name.ts";
import { formatProblem } from "./catalog/schema/checked-file.ts";
import { fileSchema } from "./catalog/schema/schema.ts";
import { indexSections } from "./catalog/search/index/write-index.ts";
import { pinyinOf } from "./catalog/search/pinyin-table.ts";
import { lazyLibraries, libraryBundles } from "./lazy-libraries.ts";
import manifest from "./package.json" with { type: "json" };
import { configurationJsonSchema } from "./server/configuration/json-schema.ts";
import { ruleIds } from "./server/rules/index.ts";
import { languages } from "./server/syntax/languages/index.ts";
import { compiledQueryFile } from "./server/syntax/parsing/grammars.ts";
import { Runtime, runtimeFile } from "./server/syntax/parsing/runtime.ts";
import { nodeHost } from "./server/workspace/host.node.ts";
import { compressedSuffix } from "./server/workspace/storage/compressed-file.node.ts";
import { thirdPartyNotices } from "./third-party-notices.ts";

const root = import.meta.dirname;
const out = join(root, "dist");
const production = process.argv.includes("--production");

/** The oldest version of Node.js that runs the programs. */
const oldestNode = manifest.engines.node.replace(/^>=/, "");

const shared: BuildOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: `node${oldestNode}`,
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  absWorkingDir: root,
  mainFields: ["module", "main"],
  define: {
    "process.env.ERROR_CODES_VERSION": JSON.stringify(manifest.version),
    "process.env.ERROR_CODES_PAGES": JSON.stringify(
      `${manifest.repository.url.replace(/\.git$/, "")}/blob/main`,
    ),
  },
};

/** The bundles that a program loads itself, by the file that it imports on demand. */
const parts: Record<string, string> = {
  "/language-client.node.ts": "./language-client.js",
  "/page.ts": "./page.js",
  "/main.node.ts": "./language-server.js",
  "/main.ts": "./command-line.js",
  "/protocol-server.ts": "./mcp.js",
};

/**
 * Keeps these modules out of a bundle: loading them takes longer than the rest, or has to wait for something. They are
 * loaded with `require`: `import()` would start the loader of ECMAScript modules.
 */
const loadedLater: BuildOptions & { plugins: Plugin[] } = {
  supported: { "dynamic-import": false },
  plugins: [
    {
      name: "loaded-later",
      setup: (build) => {
        build.onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
          const part = parts[path.slice(path.lastIndexOf("/"))];
          return part && kind === "dynamic-import" ? { path: part, external: true } : undefined;
        });
      },
    },
  ],
};

// An older Node.js fails at some line of the bundle, with words that do not name the cause.
const program = {
  js: `#!/usr/bin/env node
"use strict";
if (parseInt(process.versions.node, 10) < ${oldestNode}) {
  console.error("error-codes needs Node.js ${oldestNode} or newer; this is Node.js " + process.versions.node + ".");
  process.exit(2);
}`,
};

/**
 * The library that writes files would listen to signals, to remove its temporary files: a signal would not end a program
 * that parses meanwhile. What an ended run leaves is removed by the next one.
 */
const deafToSignals: Plugin = {
  name: "deaf-to-signals",
  setup(build) {
    const contents = "export default () => () => {};";
    build.onLoad({ filter: /[\\/]when-exit[\\/]dist[\\/]\w+[\\/]index\.js$/ }, () => ({ contents }));
  },
};

const withLazyLibraries: BuildOptions & { plugins: Plugin[] } = {
  plugins: [lazyLibraries, deafToSignals],
  external: ["./libraries/*"],
};

const bundles: Record<string, BuildOptions> = {
  "client.js": { entryPoints: ["client/main.node.ts"], external: ["vscode"], ...loadedLater },
  "language-client.js": {
    entryPoints: ["client/language-server/language-client.node.ts"],
    external: ["vscode"],
  },
  "page.js": { entryPoints: ["client/pages/page.ts"], external: ["vscode"] },
  "server.js": { entryPoints: ["server/start.node.ts"], banner: program, ...loadedLater },
  "language-server.js": { entryPoints: ["server/main.node.ts"], ...withLazyLibraries },
  "grammars/web-tree-sitter.cjs": { entryPoints: ["node_modules/web-tree-sitter/web-tree-sitter.cjs"] },
  "cli.js": { entryPoints: ["server/cli/start.ts"], banner: program, ...loadedLater },
  "command-line.js": {
    entryPoints: ["server/cli/main.ts"],
    ...withLazyLibraries,
    ...loadedLater,
    plugins: [...withLazyLibraries.plugins, ...loadedLater.plugins],
  },
  "mcp.js": { entryPoints: ["server/cli/mcp/protocol-server.ts"] },
  "index.js": { entryPoints: ["server/cli/api/index.ts"], ...withLazyLibraries },
