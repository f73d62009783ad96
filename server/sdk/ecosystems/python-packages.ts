import type { PackageFiles } from "../../documents/package-files.ts";
import { type Ecosystem, type InstalledPackage, matchesPackage } from "../sdk.ts";

/** The names of virtual environments in the folder of a project. */
const environments = [".venv", "venv", "env"];
/** The variables that name an environment that a shell has activated. */
const variables = ["VIRTUAL_ENV", "CONDA_PREFIX"];
const manifests = [
  "requirements.txt",
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "Pipfile",
  "poetry.lock",
  "uv.lock",
];

/** Distributions of Python in a virtual environment of the project, else in the active one. */
export const pythonPackages: Ecosystem = {
  manifests,

  async packagesAt(folder, names, patterns, files) {
    const own = environments.filter((name) => names.has(name)).map((name) => `${folder}/${name}`);
    for (const environment of own) {
      const found = await packagesIn(environment, patterns, files);
      if (found.length > 0) return found;
    }
    if (!manifests.some((name) => names.has(name))) return [];
    const active = variables.flatMap((variable) => files.foldersIn(variable));
    const found = await Promise.all(active.map((environment) => packagesIn(environment, patterns, files)));
    return found.flat();
  },
};

/** Returns the packages of a virtual environment. */
async function packagesIn(
  environment: string,
  patterns: readonly string[],
  files: PackageFiles,
): Promise<InstalledPackage[]> {
  const versions = (await files.list(`${environment}/lib`)).filter((name) => /^python3\.\d+t?$/.test(name));
  const roots = versions.map((version) => `${environment}/lib/${version}/site-packages`);
  const found: InstalledPackage[] = [];
  for (const root of [...roots, `${environment}/Lib/site-packages`]) {
    for (const name of await files.list(root)) {
      const [, distribution = "", version] = /^(.+?)-(\d[^-]*)(?:-.*)?\.(?:dist|egg)-info$/.exec(name) ?? [];
      const normalized = distribution.toLowerCase().replace(/[-_.]+/g, "-");
      if (version === undefined || !matchesPackage(normalized, patterns)) continue;
      found.push({ name: normalized, version, folder: root });
    }
  }
  return found;
}
