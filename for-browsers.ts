import type { BuildOptions, Plugin } from "esbuild";

/**
 * A library imports modules of Node.js where it writes files, which it is not asked to. Only what is imported when it is
 * needed is replaced: anything else fails the build.
 */
const withoutNode: Plugin = {
  name: "without-node",
  setup(build) {
    const namespace = "without-node";
    build.onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, namespace } : undefined,
    );
    const contents = `throw new Error("There are no modules of Node.js in a browser.");`;
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents }));
  },
};

/** Options for bundles that run in browsers. */
export const forBrowsers: BuildOptions = {
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
  // Of libraries that have a variant for workers, the one for pages needs a document.
  conditions: ["worker", "module"],
  plugins: [withoutNode],
};
