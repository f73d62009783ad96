import { goModules } from "./go-modules.ts";
import { maven } from "./maven.ts";
import { nodeModules } from "./node-modules.ts";
import { pythonPackages } from "./python-packages.ts";

const ecosystems = [goModules, maven, nodeModules, pythonPackages];

/** The names of the files that list the packages of a project: they change when packages are installed. */
export const packageLists: readonly string[] = ecosystems.flatMap(({ manifests }) => manifests);

/** The names of which a folder has one if packages are found there. */
export const packageMarks: readonly string[] = ecosystems.flatMap(({ marks }) => marks);
