import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin, transform } from "esbuild";
import { lazyLibraries } from "./lazy-libraries.ts";

/** The entry points of the language server, on Node.js and in a worker of a browser, by the file that they become. */
const servers = { "language-server": "server/main.node.ts", "web/server": "server/main.browser.ts" };

/** What both share, almost all of it, beside them. */
const core = "server-core";

/** Takes the variant for browsers of what the decoder of Brotli begins with, which is a tenth as long. */
const shortDictionary: Plugin = {
  name: "short-dictionary",
  setup(build) {
    build.onResolve({ filter: /^\.\/dictionary-data\.js$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "dictionary-browser.js"),
    }));
  },
};

/**
 * Gives all files one object with what the library of the protocol exports. The bundler would make one for each file that
 * imports it, of hundreds of properties, which took a sixth of the time of a start.
 */
const oneProtocol: Plugin = {
  name: "one-protocol",
  setup(build) {
    const namespace = "one-protocol";
    const library = "vscode-languageserver";
    build.onResolve({ filter: new RegExp(`^${library}$`) }, ({ path, ...from }) =>
      from.namespace === namespace || from.kind !== "import-statement" ? undefined : { path, namespace },
    );
    build.onLoad({ filter: /.*/, namespace }, async () => {
      const exported = Object.keys(await import(library)).filter(isIdentifier);
      const contents = `export { ${exported.join()} } from "${library}";`;
      return { contents, resolveDir: import.meta.dirname };
    });
  },
};

const isIdentifier = (name: string) => /^\w+$/.test(name) && name !== "default";

/** Returns the files that a worker is started from, of which the first starts the server, see `worker-script.ts`. */
export function workerFiles(libraries: Readonly<Record<string, BuildOptions>>): string[] {
  const names = Object.keys(libraries).filter((name) => libraries[name]?.platform === "browser");
  return ["web/server.js", `${core}.js`, ...names];
}

/**
 * Bundles the language server for Node.js and for browsers, into a file for each and one that both load: only modules can
 * be split so, which then become what `require` loads. Returns what the files were made of, and their paths.
 */
export async function buildServers(options: BuildOptions, out: string): Promise<[Metafile, string[]]> {
  const { metafile, outputFiles = [] } = await build({
    ...options,
    entryPoints: servers,
    outdir: out,
    format: "esm",
    splitting: true,
    chunkNames: core,
    // Some libraries have an entry for each platform.
    conditions: ["worker", "browser", "module"],
    target: [options.target ?? [], "es2022"].flat(),
    plugins: [...(options.plugins ?? []), lazyLibraries, oneProtocol, shortDictionary],
    external: ["./libraries/*"],
    sourcemap: options.sourcemap ? "inline" : false,
    metafile: true,
    write: false,
  });
  const paths = outputFiles.map(async ({ path, text }) => {
    const { code, map } = await transform(text, {
      format: "cjs",
      platform: "node",
      sourcefile: path,
      sourcemap: options.sourcemap ? "external" : false,
      ...(options.target === undefined ? {} : { target: options.target }),
      ...(options.minify === undefined ? {} : { minify: options.minify }),
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
    if (map) await writeFile(`${path}.map`, map);
    return path;
  });
  const expected = [...Object.keys(servers), core].map((name) => join(out, `${name}.js`));
  const written = await Promise.all(paths);
  const others = written.filter((path) => !expected.includes(path));
  if (others.length > 0) throw new Error(`A worker would not find ${others.join()}.`);
  return [metafile, written];
}
