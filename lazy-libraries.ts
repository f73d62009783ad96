import { join, relative } from "node:path";
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
  "string-width",
  "toml-eslint-parser",
  "yaml",
  "yauzl",
];

/** Those that only Node.js runs, and those with another variant for browsers, which run the same files of all others. */
const onlyOnNode = new Set(["string-width", "yauzl"]);
const withVariant = new Set(["fflate"]);

/** Rooms of this project that a start does not need, and the files that the other rooms import of them: functions only. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  naming: ["catalog/naming/reading.ts"],
};

/** Modules of Node.js that take long to load, and that the libraries of the protocol need for other ways of transport. */
const builtIns = new Set(["child_process", "crypto"]);

const root = import.meta.dirname;
const namespace = "lazy-library";

/** Returns the bundles of these libraries and rooms, by file. */
export async function libraryBundles(): Promise<Record<string, BuildOptions>> {
  const ofRooms = Object.entries(rooms).map(([name, files]): [string, BuildOptions] => {
    const contents = files.map((file) => `export * from "./${file}";`).join("");
    return [fileOf(name), { stdin: { contents, resolveDir: root }, ...forBrowsers }];
  });
  const bundles = names.map(async (name): Promise<[string, BuildOptions][]> => {
    const from = JSON.stringify(name);
    // Not each export by its name: some are missing in the variant for browsers.
    const others = (await exportsOf(name)).includes("default") ? `export { default } from ${from};` : "";
    const stdin = { contents: `export * from ${from};${others}`, resolveDir: root };
    const inBrowsers = { stdin, ...forBrowsers };
    if (onlyOnNode.has(name)) return [[fileOf(name), { stdin }]];
    if (!withVariant.has(name)) return [[fileOf(name), inBrowsers]];
    return [
      [fileOf(name), { stdin }],
      [`web/${fileOf(name)}`, inBrowsers],
    ];
  });
  return Object.fromEntries([...ofRooms, ...(await Promise.all(bundles)).flat()]);
}

async function exportsOf(name: string): Promise<string[]> {
  // Node.js adds one under a name with a dot to what was no ECMAScript module.
  return Object.keys(await import(name)).filter((one) => /^\w+$/.test(one));
}

/** Puts stand-ins for what these libraries, rooms and modules of Node.js export in their place. */
export const lazyLibraries: Plugin = {
  name: "lazy-libraries",
  setup(build) {
    build.onResolve({ filter: /^[@\w]/ }, ({ path, namespace: from }) => {
      // What a stand-in loads is the real module.
      if (from === namespace) return undefined;
      const builtIn = path.replace(/^node:/, "");
      const name = builtIns.has(builtIn) ? `node:${builtIn}` : names.find((one) => one === path);
      return name ? { path: name, namespace, sideEffects: false } : undefined;
    });
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const file = relative(root, join(resolveDir, path)).replaceAll("\\", "/");
      return roomOf(file) ? { path: file, namespace, sideEffects: false } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => {
      const room = roomOf(path);
      if (path.startsWith("node:")) return { contents: standIns(path, await exportsOf(path)) };
      if (room) return { contents: standIns(`./${fileOf(room)}`, await exportsOf(`./${path}`)) };
      return { contents: standIns(`./${fileOf(path)}`, await exportsOf(path)) };
    });
  },
};

function roomOf(file: string): string | undefined {
  return Object.keys(rooms).find((room) => rooms[room]?.includes(file));
}

/** Returns the source of a module with a stand-in for each export of a library: a proxy that loads it when it is used. */
function standIns(file: string, exported: readonly string[]): string {
  const exports = exported.map((one) =>
    one === "default"
      ? `export default /* @__PURE__ */ standIn("default");`
      : `export const ${one} = /* @__PURE__ */ standIn("${one}");`,
  );
  return `
    let library;
    const real = (name) => (library ??= require("${file}"))[name];
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
