import type { InstalledSdk } from "../../catalog/model/installed-sdk.ts";
import type { PackageFiles } from "../documents/package-files.ts";
import { isBelow } from "../documents/uris.ts";
import { sdks } from "./index.ts";
import { PackageReader } from "./package-reader.ts";
import type { InstalledPackage, Sdk } from "./sdk.ts";

/** A package of an SDK. */
interface FoundPackage {
  sdk: Sdk;
  installed: InstalledPackage;
}

/** How many parent folders are searched, and how many packages of SDKs count for one file. */
const maximum = { height: 20, packages: 300 };

/** Finds and reads the SDKs that are installed for a file: in its folder and the ones above. */
export class InstalledSdks {
  readonly #files: PackageFiles;
  readonly #reader: PackageReader;
  /** The URIs of the folders outside which nothing is read; undefined for no such limit. */
  readonly #within: readonly string[] | undefined;
  /** By the URI of the folder. */
  #found = new Map<string, Promise<readonly FoundPackage[]>>();
  /** By the folders and names of the packages. */
  #read = new Map<string, Promise<readonly InstalledSdk[]>>();
  /** By the folder and the name of the package: several folders can use the same ones. */
  #ofPackage = new Map<string, Promise<InstalledSdk>>();

  /** `pause` is awaited between pieces of work, so that other work can go first. */
  constructor(files: PackageFiles, pause: () => Promise<void>, within?: readonly string[]) {
    this.#files = files;
    this.#reader = new PackageReader(files, pause);
    this.#within = within;
  }

  /**
   * Returns what the SDKs say that are installed for the files in a folder. As long as nothing changes, that is the same
   * array for all folders with the same SDKs.
   */
  async of(folder: string): Promise<readonly InstalledSdk[]> {
    const found = await this.#packagesOf(folder, maximum.height);
    const key = found.map(({ installed }) => keyOf(installed)).join("\n");
    let read = this.#read.get(key);
    if (!read) {
      read = this.#readAll(found);
      this.#read.set(key, read);
    }
    return read;
  }

  /** Forgets all, after packages may have been installed. */
  clear(): void {
    this.#found = new Map();
    this.#read = new Map();
    this.#ofPackage = new Map();
  }

  async #readAll(found: readonly FoundPackage[]): Promise<readonly InstalledSdk[]> {
    const sdks: InstalledSdk[] = [];
    for (const { sdk, installed } of found.slice(0, maximum.packages)) {
      const key = keyOf(installed);
      let reading = this.#ofPackage.get(key);
      if (!reading) {
        reading = this.#reader.read(sdk, installed);
        this.#ofPackage.set(key, reading);
      }
      const read = await reading;
      if (read.rows.length > 0) sdks.push(read);
    }
    return sdks;
  }

  #packagesOf(folder: string, height: number): Promise<readonly FoundPackage[]> {
    let found = this.#found.get(folder);
    if (!found) {
      found = this.#search(folder, height);
      this.#found.set(folder, found);
    }
    return found;
  }

  async #search(folder: string, height: number): Promise<readonly FoundPackage[]> {
    const parent = folder.slice(0, folder.lastIndexOf("/"));
    if (height === 0 || !parent.startsWith("file://")) return none;
    if (this.#within && !this.#within.some((one) => isBelow(one, `${folder}/x`))) return none;
    const own = await this.#packagesIn(folder);
    const above = await this.#packagesOf(parent, height - 1);
    if (own.length === 0) return above;
    const names = new Set(own.map(({ installed }) => installed.name));
    return [...own, ...above.filter(({ installed }) => !names.has(installed.name))];
  }

  async #packagesIn(folder: string): Promise<FoundPackage[]> {
    const names = new Set(await this.#files.list(folder));
    const found: FoundPackage[] = [];
    for (const sdk of sdks) {
      if (!sdk.ecosystem.marks.some((name) => names.has(name))) continue;
      for (const one of await sdk.ecosystem.packagesAt(folder, names, sdk.packages, this.#files)) {
        const real = await this.#files.realUri(one.folder);
        if (await this.#isWithin(real)) found.push({ sdk, installed: { ...one, folder: real } });
      }
    }
    return found;
  }

  /** Returns whether a folder may be read, as its URI is without symbolic links. */
  async #isWithin(folder: string): Promise<boolean> {
    if (!this.#within) return true;
    const limits = await Promise.all(this.#within.map((one) => this.#files.realUri(one)));
    return limits.some((limit) => isBelow(limit, folder));
  }
}

const none: readonly FoundPackage[] = [];

function keyOf({ folder, name }: InstalledPackage): string {
  return `${folder} ${name}`;
}
