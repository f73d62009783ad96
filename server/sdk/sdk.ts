import type { SdkRow } from "../../catalog/model/installed-sdk.ts";
import type { PackageFiles } from "../documents/package-files.ts";

/** A package that is installed for a project. */
export interface InstalledPackage {
  /** Its name, as its ecosystem writes it. */
  name: string;
  version: string;
  /** The URI of the folder of its files, or of the ZIP archive. */
  folder: string;
  isArchive?: true;
}

/** How packages of an ecosystem are found: by the names in a folder and its parents, without running a program. */
export interface Ecosystem {
  /** The names of which a folder has one if packages are found there. */
  marks: readonly string[];
  /** Names of files that change when packages are installed. */
  manifests: readonly string[];
  /**
   * Returns the packages that are installed for the files in and below a folder; `names` are the names in that folder.
   * A pattern is the name of a package, or its beginning and a star.
   */
  packagesAt(
    folder: string,
    names: ReadonlySet<string>,
    patterns: readonly string[],
    files: PackageFiles,
  ): Promise<InstalledPackage[]>;
}

/** A file of a package. */
export interface PackageFile {
  packageName: string;
  /** The path in the folder of the package. */
  path: string;
  text: string;
}

/** An SDK whose packages state what its error codes mean. */
export interface Sdk {
  /** The id of the provider whose codes they are. */
  provider: string;
  ecosystem: Ecosystem;
  /** The names of its packages; each can end with a star. */
  packages: readonly string[];
  /** Returns the globs of the files with codes, relative to the folder of a package. */
  files(packageName: string): readonly string[];
  /** Reads one of these files. Throws for a file of another form. */
  read(file: PackageFile): SdkRow[];
}

/** Returns whether the name of a package matches one of some patterns. */
export function matchesPackage(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}
