import { Utils } from "vscode-uri";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { SdkAdditions } from "../../catalog/model/sdk-statements.ts";
import type { Problem } from "../../catalog/schema/checked-file.ts";
import type { Search } from "../../catalog/search/search.ts";
import type { Speller } from "../../catalog/search/spelling/speller.ts";
import { sourceFormOf } from "../constants/lexical-forms.ts";
import { parseUri } from "../documents/uris.ts";
import type { ConfiguredNames } from "../evidence/evidence.ts";
import { Gitignore } from "../globs/gitignore.ts";
import { ProviderInference } from "../inference/inference.ts";
import { CodePatterns } from "./code-patterns.ts";
import { type Configuration, isConfiguration } from "./configuration.ts";
import type { IndexedCatalog } from "./indexed-catalog.ts";

/** The providers that a configuration assigns to the files that match a path. */
export interface Pin {
  /** Matches the files: in .gitignore syntax, relative to the folder of the configuration. */
  path: string;
  /** Provider ids, at least one. */
  providers: readonly string[];
}

/** What a configuration states and names. */
interface ProjectContents {
  uri?: string;
  configuration?: Configuration;
  problems?: Map<string, Problem[]>;
  files?: ReadonlySet<string>;
}

const emptyConfiguration: Configuration = {
  providers: [],
  pins: {},
  catalogs: [],
  rules: {},
  ignore: { codes: [], paths: [], vendored: true },
  evidence: { functions: [], fields: [], keys: [] },
};

/** The part of a file tree that one configuration governs, with the catalog and the names that apply there. */
export class Project {
  /** The URI of the configuration; undefined if there is none. */
  readonly uri: string | undefined;
  readonly configuration: Configuration;
  readonly #indexedCatalog: IndexedCatalog;
  readonly inference: ProviderInference;
  /** The names of `evidence` in the configuration. */
  readonly configuredNames: ConfiguredNames;
  /** The problems in the configuration and in the user catalogs, by the URI of the file. */
  readonly problems: ReadonlyMap<string, Problem[]>;
  /** The URIs of the user catalogs, in the form that `URI.toString` returns. */
  readonly #catalogFiles: ReadonlySet<string>;
  readonly #ignoredPaths: Gitignore;
  readonly #ignoredCodes: CodePatterns;
  /** Sorted by length of the path, the longest first. */
  readonly #pins: readonly Pin[];
  readonly #pinnedPaths: Gitignore;

  readonly #contents: ProjectContents;
  readonly #builtIn: IndexedCatalog;

  /** `indexedCatalog` is `builtIn` with the user catalogs, and possibly more; `builtIn` itself if it is undefined. */
  constructor(builtIn: IndexedCatalog, contents: ProjectContents = {}, indexedCatalog?: IndexedCatalog) {
    this.#contents = contents;
    this.uri = contents.uri;
    this.configuration = contents.configuration ?? emptyConfiguration;
    this.#builtIn = builtIn;
    this.#indexedCatalog = indexedCatalog ?? builtIn;
    this.inference = new ProviderInference(this.catalog, this.#idsOf(this.configuration.providers));
    const { functions = [], fields = [], keys = [] } = this.configuration.evidence;
    this.configuredNames = { functions: new Set(functions), fields: new Set(fields), keys: new Set(keys) };
    this.problems = contents.problems ?? new Map();
    this.#catalogFiles = contents.files ?? new Set();
    this.#ignoredPaths = new Gitignore(this.configuration.ignore.paths ?? []);
    this.#ignoredCodes = new CodePatterns(this.configuration.ignore.codes ?? []);
    this.#pins = Object.entries(this.configuration.pins)
      .map(([path, names]) => ({ path, providers: this.#idsOf(names) }))
      .filter(({ providers }) => providers.length > 0)
      .sort((a, b) => b.path.length - a.path.length);
    this.#pinnedPaths = new Gitignore(this.#pins.map(({ path }) => path));
  }

  #idsOf(names: readonly string[]): string[] {
    return [...new Set(names.flatMap((name) => this.catalog.providerNamed(name)?.id ?? []))];
  }

  get catalog(): Catalog {
    return this.#indexedCatalog.catalog;
  }

  /** Returns this project with what the SDKs that are installed for some of its files add to its catalog. */
  withSdk(additions: SdkAdditions): Project {
    return new Project(this.#builtIn, this.#contents, this.#indexedCatalog.withSdk(additions));
  }

  /** Finds the nearest codes to a misspelled one. */
  get speller(): Speller {
    return this.#indexedCatalog.speller;
  }

  /** Searches codes. */
  get search(): Search {
    return this.#indexedCatalog.search;
  }

  /** Returns whether the configuration ignores a code. */
  ignoresCode(code: string): boolean {
    return this.patternIgnoring(code) !== undefined;
  }

  /** Returns the first pattern under `ignore: codes` of the configuration that matches a code, or undefined. */
  patternIgnoring(code: string): string | undefined {
    const [first] = this.#ignoredCodes.matching(code);
    return first === undefined ? undefined : this.configuration.ignore.codes?.[first];
  }

  /** Returns whether nothing is reported in a file: it is ignored, a configuration, or a user catalog. */
  ignoresFile(uri: string): boolean {
    if (isConfiguration(parseUri(uri).path)) return true;
    if (!this.uri) return false;
    if (this.isCatalog(uri)) return true;
    const path = this.pathOf(uri);
    return path !== undefined && this.#ignoredPaths.ignores(path);
  }

  /** Returns whether a file is a user catalog of the configuration; source code whose constants are one is code. */
  isCatalog(uri: string): boolean {
    return !sourceFormOf(uri) && this.#catalogFiles.has(parseUri(uri).toString());
  }

  /** The URIs of the user catalogs. */
  get catalogUris(): ReadonlySet<string> {
    return this.#catalogFiles;
  }

  /** Returns the pins that match a file, the longest path first; only the first counts. */
  pinsOf(uri: string): readonly Pin[] {
    const path = this.#pins.length > 0 ? this.pathOf(uri) : undefined;
    if (path === undefined) return [];
    return this.#pinnedPaths.matchingLines(path).flatMap((number) => this.#pins[number] ?? []);
  }

  /** Returns a file's path relative to the folder of the configuration; undefined if the file is not below it. */
  pathOf(uri: string): string | undefined {
    if (!this.uri) return undefined;
    const folder = `${Utils.dirname(parseUri(this.uri)).path.replace(/\/$/, "")}/`;
    const { path } = parseUri(uri);
    return path.startsWith(folder) && path !== folder ? path.slice(folder.length) : undefined;
  }
}
