import { type Ecosystem, type InstalledPackage, matchesPackage } from "../sdk.ts";

/** In bytes. */
const longestManifest = 200_000;

/** Packages of npm and its like, in folders named node_modules. */
export const nodeModules: Ecosystem = {
  marks: ["node_modules"],
  manifests: ["package.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"],

  async packagesAt(folder, _names, patterns, files) {
    const root = `${folder}/node_modules`;
    // Listing all packages would take long in some projects: only scopes are listed.
    const scopes = new Set(patterns.map((pattern) => pattern.split("/")[0] ?? ""));
    const found: InstalledPackage[] = [];
    for (const scope of scopes) {
      for (const name of await files.list(`${root}/${scope}`)) {
        const full = `${scope}/${name}`;
        if (!matchesPackage(full, patterns)) continue;
        const version = versionIn(await files.read(`${root}/${full}/package.json`, longestManifest));
        if (version !== undefined) found.push({ name: full, version, folder: `${root}/${full}` });
      }
    }
    return found;
  },
};

function versionIn(manifest: Uint8Array | undefined): string | undefined {
  if (!manifest) return undefined;
  try {
    const version: unknown = JSON.parse(new TextDecoder().decode(manifest))?.version;
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
