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
  marks: [...environments, ...manifests],
  manifests,

  async packagesAt(folder, names, patterns, files) {
    const own = environments.filter((name) => names.has(name)).map((name) => `${folder}/${name}`);
    const active = variables.flatMap((variable) => files.foldersIn(variable));
    for (const environment of [...own, ...active]) {
      const roots = await packageFoldersOf(environment, files);
      if (roots.length > 0) return roots.flatMap((root) => packagesIn(root, patterns));
    }
    return [];
  },
};

/** A folder of packages, and the names in it. */
interface PackageFolder {
  uri: string;
  names: readonly string[];
}

/** Returns the folders of packages of a virtual environment, one for each version of Python. */
async function packageFoldersOf(environment: string, files: PackageFiles): Promise<PackageFolder[]> {
  const versions = (await files.list(`${environment}/lib`)).filter((name) => /^python3\.\d+t?$/.test(name));
  const roots = versions.map((version) => `${environment}/lib/${version}/site-packages`);
  const listed = [...roots, `${environment}/Lib/site-packages`].map(async (uri) => ({
    uri,
    names: await files.list(uri),
  }));
  return (await Promise.all(listed)).filter(({ names }) => names.length > 0);
}

function packagesIn({ uri, names }: PackageFolder, patterns: readonly string[]): InstalledPackage[] {
  return names.flatMap((name): InstalledPackage[] => {
    const [, distribution = "", version] = /^(.+?)-(\d[^-]*)(?:-.*)?\.(?:dist|egg)-info$/.exec(name) ?? [];
    const normalized = distribution.toLowerCase().replace(/[-_.]+/g, "-");
    if (version === undefined || !matchesPackage(normalized, patterns)) return [];
    return [{ name: normalized, version, folder: uri }];
  });
}
