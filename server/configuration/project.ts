import ignore, { type Ignore } from "ignore";
import { URI, Utils } from "vscode-uri";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Problem } from "../../catalog/model/checked-file.ts";
import type { UserCatalog } from "../../catalog/model/user-catalog.ts";
import type { Search } from "../../catalog/search/search.ts";
import type { Speller } from "../../catalog/search/speller.ts";
import type { ConfiguredNames } from "../evidence/evidence.ts";
import { ProviderInference } from "../inference/inference.ts";
import { matchesCodePattern } from "./code-pattern.ts";
import { type Configuration, isConfiguration } from "./configuration.ts";
import type { IndexedCatalog } from "./indexed-catalog.ts";

/** What a configuration says of the providers of some files. */
export interface Pin {
  /** The files, in the syntax of .gitignore from the folder of the configuration. */
  path: string;
  /** By id, never none. */
  providers: readonly string[];
}

const nothing: Configuration = {
  providers: [],
  pins: {},
  catalogs: [],
  rules: {},
  ignore: { codes: [], paths: [] },
  evidence: { functions: [], fields: [], keys: [] },
};

/** A part of the file tree that one configuration governs, and what is known there. */
export class Project {
  /** The address of the configuration; undefined where none governs. */
  readonly uri: string | undefined;
  readonly configuration: Configuration;
  readonly #indexedCatalog: IndexedCatalog;
  readonly inference: ProviderInference;
  readonly names: ConfiguredNames;
  /** What is wrong in the configuration and in users' catalogs, by the address of the file. */
  readonly problems: ReadonlyMap<string, Problem[]>;
  readonly #files: ReadonlySet<string>;
  readonly #ignoredPaths: Ignore;
  /** Those with the longest path first. */
  readonly #pins: readonly (Pin & { files: Ignore })[];

  constructor(
    builtIn: IndexedCatalog,
    own: {
      uri?: string;
      configuration?: Configuration;
      userCatalogs?: UserCatalog[];
      problems?: Map<string, Problem[]>;
      files?: ReadonlySet<string>;
    } = {},
  ) {
    this.uri = own.uri;
    this.configuration = own.configuration ?? nothing;
    this.#indexedCatalog = builtIn.with(own.userCatalogs ?? []);
    this.inference = new ProviderInference(this.catalog, this.#idsOf(this.configuration.providers));
    const { functions = [], fields = [], keys = [] } = this.configuration.evidence;
    this.names = { functions: new Set(functions), fields: new Set(fields), keys: new Set(keys) };
    this.problems = own.problems ?? new Map();
    this.#files = own.files ?? new Set();
    this.#ignoredPaths = ignore().add(this.configuration.ignore.paths ?? []);
    this.#pins = Object.entries(this.configuration.pins)
      .map(([path, names]) => ({ path, providers: this.#idsOf(names), files: ignore().add(path) }))
      .filter(({ providers }) => providers.length > 0)
      .sort((a, b) => b.path.length - a.path.length);
  }

  #idsOf(names: readonly string[]): string[] {
    return [...new Set(names.flatMap((name) => this.catalog.providerNamed(name)?.id ?? []))];
  }

  get catalog(): Catalog {
    return this.#indexedCatalog.catalog;
  }

  /** Finds the codes nearest to a misspelled one. */
  get speller(): Speller {
    return this.#indexedCatalog.speller;
  }

  /** Looks codes up. */
  get search(): Search {
    return this.#indexedCatalog.search;
  }

  /** Whether the configuration wants nothing said of a code. */
  ignoresCode(code: string): boolean {
    return this.patternIgnoring(code) !== undefined;
  }

  /** What of the configuration has it so that nothing is said of a code. */
  patternIgnoring(code: string): string | undefined {
    return (this.configuration.ignore.codes ?? []).find((pattern) => matchesCodePattern(code, pattern));
  }

  /** Whether nothing is to be said of the codes in a file: the configuration wants it so, or it defines codes itself. */
  ignoresFile(uri: string): boolean {
    if (isConfiguration(URI.parse(uri).path)) return true;
    if (!this.uri) return false;
    if (this.isCatalog(uri)) return true;
    const path = this.pathOf(uri);
    return path !== undefined && this.#ignoredPaths.ignores(path);
  }

  /** Whether a file is a catalog that the configuration names. */
  isCatalog(uri: string): boolean {
    return this.#files.has(URI.parse(uri).toString());
  }

  /** What the configuration says of a file's providers: that of the longest path first, which counts. */
  pinsOf(uri: string): readonly Pin[] {
    const path = this.#pins.length > 0 ? this.pathOf(uri) : undefined;
    return path === undefined ? [] : this.#pins.filter(({ files }) => files.ignores(path));
  }

  /** A file's path from the folder of the configuration; undefined where it is not below. */
  pathOf(uri: string): string | undefined {
    if (!this.uri) return undefined;
    const folder = `${Utils.dirname(URI.parse(this.uri)).path.replace(/\/$/, "")}/`;
    const { path } = URI.parse(uri);
    return path.startsWith(folder) && path !== folder ? path.slice(folder.length) : undefined;
  }
}
