import { URI, Utils } from "vscode-uri";
import { readUserCatalog } from "../../catalog/importers/user-catalog.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { KeyPath, Problem } from "../../catalog/model/checked-file.ts";
import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import type { UserCatalog } from "../../catalog/model/user-catalog.ts";
import type { Host } from "../documents/host.ts";
import { type Configuration, parseConfiguration } from "./configuration.ts";
import type { IndexedCatalog } from "./indexed-catalog.ts";
import { onlyPathOf } from "./pins.ts";
import { Project } from "./project.ts";
import { unknownNameMessage } from "./unknown-name.ts";

type Pattern = Configuration["catalogs"][number];
type Read = ReturnType<typeof parseConfiguration>;

/** A domain, and the files it was made of. */
export interface LoadedProject {
  project: Project;
  /** Where its catalogs are looked for: a folder and a path or glob from there. */
  globs: { folder: string; glob: string }[];
  /** Its catalogs' addresses, and what the configuration says of them. */
  files: Map<string, Pattern>;
}

/** Makes domains of configurations; a broken file counts as it was when it was last in order. */
export class ProjectLoader {
  readonly #host: Host;
  readonly #builtIn: IndexedCatalog;
  readonly #ruleIds: readonly string[];
  readonly #goodFiles = new Map<string, UserCatalog>();
  readonly #goodConfigurations = new Map<string, Configuration>();
  /** What each path or glob of a folder stands for, until a file changes: a configuration is checked at every key. */
  readonly #found = new Map<string, Promise<string[]>>();

  constructor(host: Host, builtIn: IndexedCatalog, ruleIds: readonly string[]) {
    this.#host = host;
    this.#builtIn = builtIn;
    this.#ruleIds = ruleIds;
  }

  /** The domain of a configuration; `isAllowed` tells the addresses that it may point to. */
  async load(uri: string, text: string, isAllowed: (uri: string) => boolean): Promise<LoadedProject> {
    const read = parseConfiguration(text, pathOf(uri), { rules: this.#ruleIds });
    const problems = new Map<string, Problem[]>([[uri, [...read.problems]]]);
    if (read.value) this.#goodConfigurations.set(uri, read.value);
    const configuration = read.value ?? this.#goodConfigurations.get(uri);
    const made: Omit<LoadedProject, "project"> = { globs: [], files: new Map() };
    for (const [index, pattern] of (configuration?.catalogs ?? []).entries())
      problems.get(uri)?.push(...(await this.#find(uri, pattern, index, read, made, isAllowed)));
    const userCatalogs: UserCatalog[] = [];
    for (const [file, pattern] of made.files) {
      const found = await this.#read(file, pattern, Utils.dirname(URI.parse(uri)).toString());
      problems.set(file, found.problems);
      if (found.value) userCatalogs.push(found.value);
    }
    const own = { uri, ...(configuration ? { configuration } : {}), userCatalogs, problems };
    const project = new Project(this.#builtIn, { ...own, files: new Set(made.files.keys()) });
    if (read.value) {
      problems.get(uri)?.push(...unknownProviders(read.value, project.catalog, read));
      problems.get(uri)?.push(...(await this.#lostPins(uri, read.value, read)));
    }
    return { project, ...made };
  }

  /** What is wrong in a configuration as it is typed; `catalog` is what is known of codes as it was saved. */
  async problemsIn(
    uri: string,
    text: string,
    isAllowed: (uri: string) => boolean,
    catalog: Catalog,
  ): Promise<Problem[]> {
    const read = parseConfiguration(text, pathOf(uri), { rules: this.#ruleIds });
    const problems = [...read.problems];
    if (!read.value) return problems;
    const unused: Omit<LoadedProject, "project"> = { globs: [], files: new Map() };
    for (const [index, pattern] of read.value.catalogs.entries())
      problems.push(...(await this.#find(uri, pattern, index, read, unused, isAllowed)));
    const lost = await this.#lostPins(uri, read.value, read);
    return [...problems, ...unknownProviders(read.value, catalog, read), ...lost];
  }

  /** The addresses that a path or glob stands for. */
  find(folder: string, glob: string): Promise<string[]> {
    const key = `${folder} ${glob}`;
    let found = this.#found.get(key);
    if (!found) {
      found = this.#host.find(folder, glob);
      this.#found.set(key, found);
    }
    return found;
  }

  /** Forgets where files are, because some came, went or changed. */
  forgetFound(): void {
    this.#found.clear();
  }

  /** Pins of a single file or folder that is not there: it was renamed, and its pin no longer counts. */
  async #lostPins(uri: string, { pins }: Configuration, { problem }: Read): Promise<Problem[]> {
    const folder = Utils.dirname(URI.parse(uri));
    const lost = Object.keys(pins).map(async (path) => {
      const only = onlyPathOf(path);
      const parts = only?.split("/");
      const name = parts?.pop();
      if (!parts || !name) return [];
      const parent = Utils.joinPath(folder, ...parts).toString();
      const isThere = (await this.#host.present(parent, [name])).length > 0;
      return isThere ? [] : [problem(["pins", path], "warning", noFile(path), true)];
    });
    return (await Promise.all(lost)).flat();
  }

  /** Notes the files of one row of catalogs; the problems are those of the row. */
  async #find(
    uri: string,
    pattern: Pattern,
    index: number,
    { problem }: Read,
    made: Omit<LoadedProject, "project">,
    isAllowed: (uri: string) => boolean,
  ): Promise<Problem[]> {
    const folder = Utils.dirname(URI.parse(uri));
    const problems: Problem[] = [];
    for (const [at, glob] of pattern.path.entries()) {
      const keys = ["catalogs", index, "path", at];
      if (!isAllowed(Utils.resolvePath(folder, glob).toString())) {
        problems.push(problem(keys, "warning", outside));
        continue;
      }
      made.globs.push({ folder: folder.toString(), glob });
      const found = (await this.find(folder.toString(), glob)).filter(isAllowed);
      if (found.length === 0) problems.push(problem(keys, "warning", noFile(glob)));
      for (const file of found) made.files.set(URI.parse(file).toString(), pattern);
    }
    return problems;
  }

  /** What a catalog file says; where it is broken, what it said when it was last in order. */
  async #read(
    uri: string,
    pattern: Pattern,
    folder: string,
  ): Promise<{ value: UserCatalog | undefined; problems: Problem[] }> {
    const text = (await this.#host.readText(uri)) ?? "";
    const { value, problems } = readCatalogFile(uri, text, pattern, folder);
    if (value) this.#goodFiles.set(uri, value);
    return { value: value ?? this.#goodFiles.get(uri), problems };
  }
}

/** Reads a catalog file as a configuration in a folder names it. */
export function readCatalogFile(
  uri: string,
  text: string,
  { provider, service, complete }: Pattern,
  folder: string,
): ReturnType<typeof readUserCatalog> {
  const path = uri.startsWith(`${folder}/`) ? decodeURIComponent(uri.slice(folder.length + 1)) : pathOf(uri);
  const naming = { ...(provider ? { provider } : {}), ...(service ? { service } : {}), complete };
  return readUserCatalog(text, path, uri, naming);
}

function unknownProviders(
  { providers, pins, catalogs }: Configuration,
  catalog: Catalog,
  { problem }: Read,
): Problem[] {
  const own = catalogs.flatMap(({ provider }) => provider ?? []);
  const names = [...own, ...catalog.providers.flatMap(({ id, aliases }) => [id, ...aliases])];
  const check = (keys: KeyPath, written: readonly string[]) =>
    written.flatMap((name, index) => {
      if (own.includes(name) || catalog.providerNamed(name)) return [];
      return [problem([...keys, index], "warning", unknownNameMessage("provider", name, names))];
    });
  return [
    ...check(["providers"], providers),
    ...Object.entries(pins).flatMap(([path, written]) => check(["pins", path], written)),
  ];
}

const outside: LocalizedText = {
  en: "In a restricted workspace, a configuration cannot point outside the folder.",
  "zh-CN": "在受限工作区中，配置不能指向文件夹之外。",
};

function noFile(glob: string): LocalizedText {
  return { en: `'${glob}' matches no file.`, "zh-CN": `“${glob}”没有匹配的文件。` };
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}
