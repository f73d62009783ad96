import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { toJsonSchema } from "@valibot/to-json-schema";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { assembleCatalog } from "./catalog/model/built-in.ts";
import { compileCatalog, compiledInMemory } from "./catalog/model/compiled/compile.ts";
import { toFile } from "./catalog/model/compiled/sections.ts";
import { explainByName, withoutTextsFromNames } from "./catalog/naming/explain-by-name.ts";
import { formatProblem } from "./catalog/schema/checked-file.ts";
import { fileSchema } from "./catalog/schema/schema.ts";
import { indexSections } from "./catalog/search/index/write-index.ts";
import { pinyinOf } from "./catalog/search/pinyin-table.ts";
import { forBrowsers } from "./for-browsers.ts";
import { lazyLibraries, libraryBundles } from "./lazy-libraries.ts";
import manifest from "./package.json" with { type: "json" };
import { configurationJsonSchema } from "./server/configuration/json-schema.ts";
import { ruleIds } from "./server/rules/index.ts";
import { languages } from "./server/syntax/languages/index.ts";
import { compiledQueryFile } from "./server/syntax/parsing/grammars.ts";
import { Runtime, runtimeFile } from "./server/syntax/parsing/runtime.ts";
import { nodeHost } from "./server/workspace/host.node.ts";
import { compressedSuffix } from "./server/workspace/storage/compressed-file.node.ts";
import { buildServers, workerFiles } from "./server-bundles.ts";
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

const libraries = await libraryBundles();

const bundles: Record<string, BuildOptions> = {
  "client.js": { entryPoints: ["client/main.node.ts"], external: ["vscode"], ...loadedLater },
  "language-client.js": {
    entryPoints: ["client/language-server/language-client.node.ts"],
    external: ["vscode"],
  },
  "page.js": { entryPoints: ["client/pages/page.ts"], external: ["vscode"] },
  "server.js": { entryPoints: ["server/start.node.ts"], banner: program, ...loadedLater },
  "grammars/web-tree-sitter.cjs": { entryPoints: ["node_modules/web-tree-sitter/web-tree-sitter.cjs"] },
  "cli.js": { entryPoints: ["server/cli/start.ts"], banner: program, ...loadedLater },
  "command-line.js": {
    entryPoints: ["server/cli/main.ts"],
    ...withLazyLibraries,
    ...loadedLater,
    plugins: [...withLazyLibraries.plugins, ...loadedLater.plugins],
  },
  "index.js": { entryPoints: ["server/cli/api/index.ts"], ...withLazyLibraries },
  "mcp.js": { entryPoints: ["server/cli/mcp/protocol-server.ts"] },
  "web/client.js": {
    entryPoints: ["client/main.browser.ts"],
    ...forBrowsers,
    external: ["vscode"],
    define: {
      ...shared.define,
      "process.env.ERROR_CODES_WORKER_FILES": JSON.stringify(workerFiles(libraries).join()),
    },
  },
  ...libraries,
};

/**
 * Escapes all non-ASCII characters, which the bundler does in strings only. A single one makes V8 store the whole
 * source with two bytes per character, in every thread.
 */
async function toAscii(path: string): Promise<void> {
  const source = await readFile(path, "utf8");
  const escaped = source.replace(
    /[^\0-\x7f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  await writeFile(path, escaped);
}

/** Writes the JSON Schemas of catalog and configuration files, which editors use, into the repository. */
async function buildSchemas(): Promise<void> {
  const schema = toJsonSchema(fileSchema, { typeMode: "input", errorMode: "ignore" });
  const titled = { title: "Error code catalog", ...schema };
  const write = (path: string, value: object) =>
    writeFile(join(root, path), `${JSON.stringify(value, undefined, 2)}\n`);
  await write("catalog/schema.json", titled);
  await write("server/configuration-schema.json", configurationJsonSchema(ruleIds));
}

/** Compiles the built-in catalog, with the index for searching it. An error in its YAML is thrown. */
async function buildCatalog(): Promise<void> {
  const folder = join(root, "catalog");
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => /\.(?:yaml|txt)$/.test(name)).sort();
  const files = paths.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") }));
  const { data: stated, problems } = assembleCatalog(await Promise.all(files));
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  const data = explainByName(stated);
  const sections = compileCatalog({ ...withoutTextsFromNames(data), pinyin: pinyinOf(data) });
  const index = indexSections(compiledInMemory(data));
  await writeFile(join(out, "catalog.bin"), toFile(new Map([...sections, ...index])));
}

/** The highest quality takes twenty times as long, for a tenth less. */
const brotliQuality = 9;

/** Writes a compressed file: Brotli takes a quarter less room than what a package does. */
async function writeCompressed(path: string, bytes: Uint8Array): Promise<void> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(path + compressedSuffix, await promisify(brotliCompress)(bytes, { params }));
}

/**
 * Copies the grammars that the languages name, from the packages that contain them, and the runtime to load them. Returns
 * the paths that they were copied from.
 */
async function copyGrammars(): Promise<string[]> {
  const folders = [
    // Collections first: the package of a grammar itself, further down, replaces their copy.
    "@vscode/tree-sitter-wasm/wasm",
    "tree-sitter-html",
    "tree-sitter-json",
    "tree-sitter-scala",
    "@tree-sitter-grammars/tree-sitter-hcl",
    "@tree-sitter-grammars/tree-sitter-kotlin",
    "@tree-sitter-grammars/tree-sitter-toml",
    "@tree-sitter-grammars/tree-sitter-yaml",
    "web-tree-sitter",
  ].map((folder) => join(root, "node_modules", folder));
  const available = new Map<string, string>();
  for (const folder of folders) {
    for (const name of await readdir(folder)) available.set(name, join(folder, name));
  }
  const wanted = new Set([
    "web-tree-sitter.wasm",
    ...languages.flatMap((one) => ("grammar" in one ? one.grammar : [])),
  ]);
  const copied: string[] = [];
  for (const name of wanted) {
    const from = available.get(name);
    if (!from) throw new Error(`No package holds the grammar ${name}.`);
    await writeCompressed(join(out, "grammars", basename(name)), await readFile(from));
    copied.push(from);
  }
  return copied;
}

/** Compiles the queries of the languages, which the runtime takes long for, see `compiled-query.ts`. */
async function compileQueries(): Promise<void> {
  const host = nodeHost(out);
  const runtime = await Runtime.start(host, host.compileWasm(await host.readParserFile(runtimeFile), true));
  for (const language of languages) {
    if (!("grammar" in language)) continue;
    const bytes = await host.readParserFile(language.grammar);
    const grammar = await runtime.binding.Language.load(bytes);
    const origin = { source: language.query, grammarLength: bytes.length };
    const compiled = runtime.compiledBytes(runtime.queryFor(grammar, origin), grammar, origin);
    await writeCompressed(join(out, "grammars", compiledQueryFile(language)), compiled);
  }
}

/** The files that went into the bundles, and one of the package whose data the catalog has. */
const inputs = new Set<string>(["node_modules/pinyin-pro/package.json"]);

/** Notes what went into bundles. */
function addInputs({ outputs }: Metafile): void {
  for (const output of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs))
      if (bytesInOutput > 0) inputs.add(path);
}

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "grammars"), { recursive: true });
const [copied] = await Promise.all([
  copyGrammars(),
  ...Object.entries(bundles).map(async ([name, options]) => {
    const { metafile } = await build({ ...shared, ...options, outfile: join(out, name), metafile: true });
    addInputs(metafile);
    await toAscii(join(out, name));
  }),
  buildServers({ ...shared, plugins: [deafToSignals] }, out).then(async ([metafile, paths]) => {
    addInputs(metafile);
    await Promise.all(paths.map(toAscii));
  }),
  buildSchemas(),
  buildCatalog(),
]);
await writeFile(join(out, "third-party-notices.txt"), await thirdPartyNotices(inputs, copied));
await copyFile(join(root, "server/cli/api/declarations.d.ts"), join(out, "index.d.ts"));
await compileQueries();
