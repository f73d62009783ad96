import { XMLParser } from "fast-xml-parser";
import type { PackageFiles } from "../../documents/package-files.ts";
import { type Ecosystem, type InstalledPackage, matchesPackage } from "../sdk.ts";

/** In bytes. */
const longestManifest = 2_000_000;

/** Artifacts that a `pom.xml` depends on, in Maven's local repository, where their sources were downloaded. */
export const maven: Ecosystem = {
  marks: ["pom.xml"],
  manifests: ["pom.xml"],

  async packagesAt(folder, _names, patterns, files) {
    const manifest = await files.read(`${folder}/pom.xml`, longestManifest);
    const dependencies = manifest ? dependenciesIn(new TextDecoder().decode(manifest)) : [];
    const wanted = dependencies.filter(({ name }) => matchesPackage(name, patterns));
    const found = await Promise.all(wanted.map((one) => sourcesOf(one, files)));
    return found.flat();
  },
};

/** An artifact; the version is undefined if the `pom.xml` inherits it. */
interface Dependency {
  /** The ids of its group and of itself, with a colon in between. */
  name: string;
  version: string | undefined;
}

const name = /^[\w.-]+$/;

function dependenciesIn(manifest: string): Dependency[] {
  const parser = new XMLParser({ parseTagValue: false, processEntities: false, isArray: isList });
  const project: Project | undefined = tryTo(() => parser.parse(manifest)?.project);
  const properties = new Map(Object.entries(project?.properties ?? {}));
  return (project?.dependencies?.dependency ?? []).flatMap((one): Dependency[] => {
    const { groupId, artifactId, version } = one ?? {};
    if (!name.test(groupId ?? "") || !name.test(artifactId ?? "")) return [];
    const [, property] = /^\$\{([\w.-]+)\}$/.exec(String(version)) ?? [];
    const stated = property === undefined ? version : properties.get(property);
    const isVersion = typeof stated === "string" && name.test(stated);
    return [{ name: `${groupId}:${artifactId}`, version: isVersion ? stated : undefined }];
  });
}

/** The parts of a `pom.xml` that are read, as far as they are there. */
interface Project {
  properties?: Record<string, string>;
  dependencies?: { dependency?: ({ groupId?: string; artifactId?: string; version?: string } | undefined)[] };
}

function isList(tag: string): boolean {
  return tag === "dependency";
}

function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Returns the archive of an artifact's sources, if it is there; of the last version if the version is not known. */
async function sourcesOf({ name, version }: Dependency, files: PackageFiles): Promise<InstalledPackage[]> {
  const [group = "", artifact = ""] = name.split(":");
  const folder = `${files.home}/.m2/repository/${group.replaceAll(".", "/")}/${artifact}`;
  const versions =
    version === undefined ? [...(await files.list(folder))].sort(byNumbers).toReversed() : [version];
  for (const one of versions) {
    const jar = `${artifact}-${one}-sources.jar`;
    if ((await files.list(`${folder}/${one}`)).includes(jar))
      return [{ name, version: one, folder: `${folder}/${one}/${jar}`, isArchive: true }];
  }
  return [];
}

function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
