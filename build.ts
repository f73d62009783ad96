import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { toJsonSchema } from "@valibot/to-json-schema";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { assemble, withoutTexts } from "./catalog/built-in.ts";
import { describe } from "./catalog/document.ts";
import { pinyinOf } from "./catalog/pinyin-table.ts";
import { fileSchema } from "./catalog/schema.ts";
import manifest from "./package.json" with { type: "json" };
import { configurationJsonSchema } from "./server/configuration-json-schema.ts";
import { languages } from "./server/languages/index.ts";

const root = import.meta.dirname;
const out = join(root, "dist");
const production = process.argv.includes("--production");

const shared: BuildOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  absWorkingDir: root,
  mainFields: ["module", "main"],
  // The ES modules of these ask for import.meta, which a CommonJS bundle does not have.
  alias: {
    "web-tree-sitter": join(root, "node_modules/web-tree-sitter/web-tree-sitter.cjs"),
    tinyglobby: join(root, "node_modules/tinyglobby/dist/index.cjs"),
  },
  define: {
    "process.env.ERROR_CODES_VERSION": JSON.stringify(manifest.version),
    "process.env.ERROR_CODES_PAGES": JSON.stringify(
      `${manifest.repository.url.replace(/\.git$/, "")}/blob/main`,
    ),
  },
};

/** What the client imports when it needs it stands in bundles of its own: reading these takes longer than the rest. */
const loadedLater: Plugin = {
  name: "loaded-later",
  setup: (build) => {
    build.onResolve({ filter: /^\.\/(?:language-client\.node|page)\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import"
        ? { path: path.replace(/(?:\.node)?\.ts$/, ".js"), external: true }
        : undefined,
    );
  },
};

const bundles: Record<string, BuildOptions> = {
  "client.js": { entryPoints: ["client/main.node.ts"], external: ["vscode"], plugins: [loadedLater] },
  "language-client.js": { entryPoints: ["client/language-client.node.ts"], external: ["vscode"] },
  "page.js": { entryPoints: ["client/page.ts"], external: ["vscode"] },
  "server.js": { entryPoints: ["server/main.node.ts"], banner: { js: "#!/usr/bin/env node" } },
  "cli.js": { entryPoints: ["server/cli/main.ts"], banner: { js: "#!/usr/bin/env node" } },
};

/**
 * Writes characters beyond ASCII as escapes, which the bundler does in strings only: with a single one of them, V8 keeps
 * the whole source in twice the room, in every thread.
 */
async function toAscii(path: string): Promise<void> {
  const source = await readFile(path, "utf8");
  const escaped = source.replace(
    /[^\0-\x7f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  await writeFile(path, escaped);
}

/** The JSON Schemas of catalog and configuration files, for editors: written beside the schemas that they are made of. */
async function buildSchemas(): Promise<void> {
  const schema = toJsonSchema(fileSchema, { typeMode: "input", errorMode: "ignore" });
  const titled = { title: "Error code catalog", ...schema };
  const write = (path: string, value: object) =>
    writeFile(join(root, path), `${JSON.stringify(value, undefined, 2)}\n`);
  await write("catalog/schema.json", titled);
  await write("server/configuration-schema.json", configurationJsonSchema());
}

/** The built-in catalog as one JSON file, and what `scan` needs of it as another; a mistake in its YAML stops the build. */
async function buildCatalog(): Promise<void> {
  const folder = join(root, "catalog");
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => /\.(?:yaml|txt)$/.test(name)).sort();
  const files = paths.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") }));
  const { data, problems } = assemble(await Promise.all(files));
  if (problems.length > 0) throw new Error(problems.map(describe).join("\n"));
  await writeFile(join(out, "catalog.json"), JSON.stringify({ ...data, pinyin: pinyinOf(data) }));
  await writeFile(join(out, "codes.json"), JSON.stringify(withoutTexts(data)));
}

/** The grammars that the languages name, wherever npm put them, and the runtime that loads them. */
async function copyGrammars(): Promise<void> {
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
  for (const name of wanted) {
    const from = available.get(name);
    if (!from) throw new Error(`No package holds the grammar ${name}.`);
    await cp(from, join(out, "grammars", basename(name)), { mode: 0 });
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "grammars"), { recursive: true });
await Promise.all([
  ...Object.entries(bundles).map(async ([name, options]) => {
    await build({ ...shared, ...options, outfile: join(out, name) });
    await toAscii(join(out, name));
  }),
  buildSchemas(),
  buildCatalog(),
  copyGrammars(),
]);
