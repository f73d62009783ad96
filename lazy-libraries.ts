import type { BuildOptions, Plugin } from "esbuild";
import { forBrowsers } from "./for-browsers.ts";

/**
 * Libraries that most sessions never need. They are bundles of their own, beside the programs, and are loaded when
 * something of them is first called.
 */
const names = [
  "@asciidoctor/core",
  "@lezer/markdown",
  "fast-xml-parser",
  "fflate",
  "fuse.js",
  "parse5",
  "read-excel-file/universal",
  "toml-eslint-parser",
  "yaml",
  "yauzl",
];

/** Those that only Node.js can run, and those with another variant for browsers, which run the same files of all others. */
const onlyOnNode = new Set(["yauzl"]);
const withVariant = new Set(["fflate"]);

const namespace = "lazy-library";

/** Returns the bundles of these libraries, by file. */
export async function libraryBundles(): Promise<Record<string, BuildOptions>> {
  const bundles = names.map(async (name): Promise<[string, BuildOptions][]> => {
    const from = JSON.stringify(name);
    // Not each export by its name: some are missing in the variant for browsers.
    const others = (await exportsOf(name)).includes("default") ? `export { default } from ${from};` : "";
    const stdin = { contents: `export * from ${from};${others}`, resolveDir: import.meta.dirname };
    const inBrowsers = { stdin, ...forBrowsers };
    if (onlyOnNode.has(name)) return [[fileOf(name), { stdin }]];
    if (!withVariant.has(name)) return [[fileOf(name), inBrowsers]];
    return [
      [fileOf(name), { stdin }],
      [`web/${fileOf(name)}`, inBrowsers],
    ];
  });
  return Object.fromEntries((await Promise.all(bundles)).flat());
}

async function exportsOf(name: string): Promise<string[]> {
  // Node.js adds one under a name with a dot to what was no ECMAScript module.
  return Object.keys(await import(name)).filter((one) => /^\w+$/.test(one));
}

/** Puts stand-ins for what the libraries export in their place. */
export const lazyLibraries: Plugin = {
  name: "lazy-libraries",
  setup(build) {
    build.onResolve({ filter: /^[@\w]/ }, ({ path }) =>
      names.includes(path) ? { path, namespace, sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => ({
      contents: standIns(path, await exportsOf(path)),
      resolveDir: import.meta.dirname,
    }));
  },
};

/** Returns the source of a module with a stand-in for each export of a library: a proxy that loads it when it is used. */
function standIns(name: string, exported: readonly string[]): string {
  const exports = exported.map((one) =>
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
