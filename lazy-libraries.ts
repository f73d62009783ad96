import type { BuildOptions, Plugin } from "esbuild";

/**
 * Libraries that most sessions never need. They are bundles of their own, beside the programs, and are loaded when
 * something of them is first called.
 */
const names = ["@lezer/markdown", "fast-xml-parser", "fuse.js", "parse5", "yaml", "yauzl"];

const namespace = "lazy-library";

/** Returns the bundles of these libraries, by file. */
export function libraryBundles(): Record<string, BuildOptions> {
  return Object.fromEntries(
    names.map((name) => [
      fileOf(name),
      {
        stdin: {
          contents: `module.exports = require(${JSON.stringify(name)});`,
          resolveDir: import.meta.dirname,
        },
      },
    ]),
  );
}

/** Puts stand-ins for what the libraries export in their place. */
export const lazyLibraries: Plugin = {
  name: "lazy-libraries",
  setup(build) {
    build.onResolve({ filter: /^[@\w]/ }, ({ path }) =>
      names.includes(path) ? { path, namespace, sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => ({
      contents: standIns(path, Object.keys(await import(path))),
      resolveDir: import.meta.dirname,
    }));
  },
};

/** Returns the source of a module with a stand-in for each export of a library: a proxy that loads it when it is used. */
function standIns(name: string, exported: readonly string[]): string {
  const exports = exported
    .filter((one) => /^\w+$/.test(one) && one !== "module")
    .map((one) =>
      one === "default"
        ? `export default /* @__PURE__ */ standIn("default");`
        : `export const ${one} = /* @__PURE__ */ standIn("${one}");`,
    );
  return `
    let library;
    const real = (name) => (library ??= require("./${fileOf(name)}"))[name];
    const standIn = (name) => new Proxy(function () {}, {
      apply: (_, self, args) => Reflect.apply(real(name), self, args),
      construct: (_, args) => Reflect.construct(real(name), args),
      get: (_, key) => Reflect.get(real(name), key),
      has: (_, key) => Reflect.has(real(name), key),
      getPrototypeOf: () => Reflect.getPrototypeOf(real(name)),
    });
    ${exports.join("\n")}
  `;
}

function fileOf(name: string): string {
  return `libraries/${name.replace(/^@/, "").replace("/", "-").replace(/\.js$/, "")}.js`;
}
