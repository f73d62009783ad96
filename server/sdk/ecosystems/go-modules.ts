import type { PackageFiles } from "../../documents/package-files.ts";
import { type Ecosystem, type InstalledPackage, matchesPackage } from "../sdk.ts";

/** In bytes. */
const longestManifest = 2_000_000;

/** Modules of Go that a `go.mod` requires: in the folder `vendor` beside it, else in the module cache. */
export const goModules: Ecosystem = {
  marks: ["go.mod"],
  manifests: ["go.mod", "go.sum", "modules.txt"],

  async packagesAt(folder, names, patterns, files) {
    const manifest = await files.read(`${folder}/go.mod`, longestManifest);
    const modules = manifest ? modulesIn(new TextDecoder().decode(manifest)) : [];
    const wanted = modules.filter(({ path }) => matchesPackage(path, patterns));
    if (wanted.length === 0) return [];
    const caches = cachesOf(files).map((cache) => (one: Module) => `${cache}/${inCache(one)}`);
    const vendored = names.has("vendor") ? [({ path }: Module) => `${folder}/vendor/${path}`] : [];
    const places = [...vendored, ...caches];
    const found = await Promise.all(wanted.map((one) => installedAt(one, places, files)));
    return found.flat();
  },
};

/** A module, at the version at which a `go.mod` requires it. */
interface Module {
  path: string;
  version: string;
}

/** Returns the modules that a `go.mod` requires. What it replaces is not the vendor's any more. */
function modulesIn(manifest: string): Module[] {
  const lines = manifest.split(/\r?\n/);
  const replaced = new Set(
    lines.flatMap((line) => /^\s*(?:replace\s+)?(\S+)(?:\s+\S+)?\s+=>/.exec(line)?.[1] ?? []),
  );
  return lines.flatMap((line): Module[] => {
    const [, path, version] =
      /^\s*(?:require\s+)?([\w.~-]+(?:\/[\w.~-]+)+)\s+(v[\w.+-]+)\s*(?:\/\/.*)?$/.exec(line) ?? [];
    return path === undefined ||
      version === undefined ||
      replaced.has(path) ||
      /(?:^|\/)\.\.?(?:\/|$)/.test(path)
      ? []
      : [{ path, version }];
  });
}

/** Returns the folders of module caches, as Go itself would look for them. */
function cachesOf(files: PackageFiles): string[] {
  const paths = files.foldersIn("GOPATH").map((folder) => `${folder}/pkg/mod`);
  return [...files.foldersIn("GOMODCACHE"), ...paths, `${files.home}/go/pkg/mod`];
}

/** Returns a module in the first of some places that has it. */
async function installedAt(
  module: Module,
  places: readonly ((module: Module) => string)[],
  files: PackageFiles,
): Promise<InstalledPackage[]> {
  for (const place of places) {
    const folder = place(module);
    if ((await files.list(folder)).length > 0)
      return [{ name: module.path, version: module.version, folder }];
  }
  return [];
}

/** Returns the path of a module in the module cache. */
function inCache({ path, version }: Module): string {
  return `${escaped(path)}@${escaped(version)}`;
}

/** Returns a path as it stands in the module cache, where `!a` is `A`. */
function escaped(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
