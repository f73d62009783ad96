import { goModules } from "./go-modules.ts";
import { maven } from "./maven.ts";
import { nodeModules } from "./node-modules.ts";
import { pythonPackages } from "./python-packages.ts";

/** The names of the files that list the packages of a project: they change when packages are installed. */
export const packageLists: readonly string[] = [goModules, maven, nodeModules, pythonPackages].flatMap(
  ({ manifests }) => manifests,
);
