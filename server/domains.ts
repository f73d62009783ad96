import { URI, Utils } from "vscode-uri";
import type { Problem } from "../catalog/document.ts";
import type { CatalogData } from "../catalog/entry.ts";
import { type Addition, readUsers } from "../catalog/users.ts";
import {
  type Configuration,
  configurationNames,
  isConfiguration,
  parseConfiguration,
  unknown,
} from "./configuration.ts";
import { Domain } from "./domain.ts";
import type { Host } from "./host.ts";
import { ruleIds } from "./rules/index.ts";

type Pattern = Configuration["catalogs"][number];

/** A domain, and the files it was made of. */
interface Made {
  domain: Domain;
  /** Where its catalogs are looked for: a folder and a path or glob from there. */
  globs: { folder: string; glob: string }[];
  files: Set<string>;
}

/** Finds the configuration that governs a file, the nearest up the tree, and keeps what was made of it. */
export class Domains {
  readonly #host: Host;
  readonly #builtIn: CatalogData;
  readonly #default: Domain;
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  readonly #made = new Map<string, Promise<Made>>();
  /** What each catalog file gave when it was last in order. */
  readonly #lastGood = new Map<string, Addition>();
  /** Folders beyond which a restricted workspace may not look; undefined where it may. */
  #limits: string[] | undefined;
  onMade: ((globs: Made["globs"]) => void) | undefined;

  constructor(host: Host, builtIn: CatalogData) {
    this.#host = host;
    this.#builtIn = builtIn;
    this.#default = new Domain(builtIn);
  }

  /** Keeps configurations from pointing outside these folders. */
  limitTo(folders: string[] | undefined): void {
    this.#limits = folders?.map((one) => one.replace(/\/?$/, "/"));
    this.forgetAll();
  }

  /** What governs a file. */
  async of(uri: string): Promise<Domain> {
    return (await this.#of(uri))?.domain ?? this.#default;
  }

  /** What governs a folder. */
  ofFolder(uri: string): Promise<Domain> {
    return this.of(`${uri.replace(/\/$/, "")}/x`);
  }

  /** Everything that was made so far. */
  async made(): Promise<Domain[]> {
    return (await Promise.all(this.#made.values())).map(({ domain }) => domain);
  }

  /** Takes note of files that were written, made or deleted; tells whether anything that is known depends on one. */
  async changed(uris: readonly string[]): Promise<boolean> {
    if (uris.some((uri) => isConfiguration(URI.parse(uri).path))) {
      this.forgetAll();
      return true;
    }
    const changed = new Set(uris.map(normal));
    let any = false;
    for (const [uri, making] of this.#made) {
      const { files, globs } = await making;
      const found = await this.#find(globs);
      const depends = [...changed].some((one) => files.has(one)) || found.some((one) => !files.has(one));
      if (!depends) continue;
      this.#made.delete(uri);
      any = true;
    }
    return any;
  }

  forgetAll(): void {
    this.#nearest.clear();
    this.#made.clear();
  }

  async #of(uri: string): Promise<Made | undefined> {
    const { scheme, path } = URI.parse(uri);
    if (scheme === "untitled" || !path.includes("/")) return undefined;
    const configuration = await this.#nearestTo(
      Utils.dirname(URI.parse(uri).with({ fragment: "", query: "" })),
    );
    if (!configuration) return undefined;
    let making = this.#made.get(configuration);
    if (!making) {
      making = this.#make(configuration);
      this.#made.set(configuration, making);
    }
    return making;
  }

  #nearestTo(folder: URI): Promise<string | undefined> {
    // A cell of a notebook is governed as the notebook is.
    const file = folder.scheme === "vscode-notebook-cell" ? folder.with({ scheme: "file" }) : folder;
    const key = file.toString();
    let nearest = this.#nearest.get(key);
    if (!nearest) {
      nearest = this.#look(file);
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }

  async #look(folder: URI): Promise<string | undefined> {
    if (this.#limits && !this.#isWithin(folder.toString())) return undefined;
    for (const name of configurationNames) {
      const uri = Utils.joinPath(folder, name).toString();
      if ((await this.#host.readText(uri)) !== undefined) return uri;
    }
    const parent = Utils.dirname(folder);
    return parent.path === folder.path ? undefined : this.#nearestTo(parent);
  }

  #isWithin(uri: string): boolean {
    return this.#limits?.some((limit) => `${uri}/`.startsWith(limit)) ?? true;
  }

  async #make(uri: string): Promise<Made> {
    const text = (await this.#host.readText(uri)) ?? "";
    const path = pathOf(uri);
    const { value, problems, problem } = parseConfiguration(text, path, { rules: ruleIds });
    const all = new Map<string, Problem[]>([[uri, [...problems]]]);
    const own = all.get(uri) ?? [];
    const folder = Utils.dirname(URI.parse(uri)).toString();
    const additions: Addition[] = [];
    const files = new Set<string>();
    const globs: Made["globs"] = [];
    for (const [index, pattern] of (value?.catalogs ?? []).entries()) {
      for (const [at, glob] of pattern.path.entries()) {
        // A list of one may be written without its brackets.
        const keys = ["catalogs", index, "path", ...(pattern.path.length > 1 ? [at] : [])];
        if (this.#limits && !this.#isWithin(Utils.resolvePath(URI.parse(folder), glob).toString())) {
          own.push(problem(keys, "warning", outside));
          continue;
        }
        globs.push({ folder, glob });
        const found = await this.#host.find(folder, glob);
        if (found.length === 0) own.push(problem(keys, "warning", noFile(glob)));
        for (const file of found) {
          files.add(normal(file));
          additions.push(...(await this.#read(file, pattern, folder, all)));
        }
      }
    }
    const domain = new Domain(this.#builtIn, {
      uri,
      ...(value ? { configuration: value } : {}),
      additions,
      problems: all,
    });
    own.push(...unknownProviders(domain, problem));
    this.onMade?.(globs);
    return { domain, globs, files };
  }

  /** What a catalog file says; where it is broken, what it said when it was last in order. */
  async #read(
    uri: string,
    pattern: Pattern,
    folder: string,
    all: Map<string, Problem[]>,
  ): Promise<Addition[]> {
    const path = uri.startsWith(`${folder}/`) ? decodeURI(uri.slice(folder.length + 1)) : pathOf(uri);
    const text = await this.#host.readText(uri);
    if (text === undefined) return [];
    const { provider, service, complete } = pattern;
    const naming = { ...(provider ? { provider } : {}), ...(service ? { service } : {}), complete };
    const { value, problems } = readUsers(text, path, uri, naming);
    all.set(uri, [...(all.get(uri) ?? []), ...problems]);
    if (value) this.#lastGood.set(uri, value);
    const good = value ?? this.#lastGood.get(uri);
    return good ? [good] : [];
  }

  async #find(globs: Made["globs"]): Promise<string[]> {
    const found = await Promise.all(globs.map(({ folder, glob }) => this.#host.find(folder, glob)));
    return found.flat().map(normal);
  }
}

function unknownProviders(
  { configuration, catalog }: Domain,
  problem: ReturnType<typeof parseConfiguration>["problem"],
): Problem[] {
  const names = catalog.providers.flatMap(({ id, aliases }) => [id, ...aliases]);
  return configuration.providers.flatMap((name, index) => {
    if (catalog.providerNamed(name)) return [];
    const keys = configuration.providers.length > 1 ? ["providers", index] : ["providers"];
    return [problem(keys, "warning", unknown("provider", name, names))];
  });
}

const outside = {
  en: "In a restricted workspace, a configuration cannot point outside the folder.",
  "zh-CN": "在受限工作区中，配置不能指向文件夹之外。",
};

function noFile(glob: string) {
  return { en: `'${glob}' matches no file.`, "zh-CN": `“${glob}”没有匹配的文件。` };
}

function normal(uri: string): string {
  return URI.parse(uri).toString();
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}
