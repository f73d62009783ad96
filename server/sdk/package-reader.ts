import type { InstalledSdk, SdkRow } from "../../catalog/model/installed-sdk.ts";
import { shortened } from "../../catalog/text/shortened.ts";
import { toVisible } from "../../catalog/text/visible-text.ts";
import type { FileStamp, PackageFiles } from "../documents/package-files.ts";
import { Glob } from "../globs/glob.ts";
import { gunzip } from "./gunzip.ts";
import type { InstalledPackage, PackageFile, Sdk } from "./sdk.ts";

/** Raised when the rows of the same files may differ from those that an earlier version has read. */
const readingVersion = 2;

/** The most that is read of one package: files, bytes of one of them, UTF-16 units of all texts, rows. */
const limits = { files: 1500, file: 8_000_000, texts: 150_000_000, rows: 50_000 };

/** In UTF-16 units. */
const longestVersion = 60;

/** Reads what packages say of codes, and keeps it on disk until their files change. */
export class PackageReader {
  readonly #files: PackageFiles;
  readonly #pause: () => Promise<void>;

  /** `pause` is called between files, so that other work can go first. */
  constructor(files: PackageFiles, pause: () => Promise<void>) {
    this.#files = files;
    this.#pause = pause;
  }

  async read(sdk: Sdk, installed: InstalledPackage): Promise<InstalledSdk> {
    const { name, version } = installed;
    const globs = sdk.files(name);
    const files = await this.#filesOf(installed, globs);
    const stamps = files.map(({ uri, stamp }) => [uri, stamp]);
    const key = JSON.stringify([readingVersion, sdk.provider, name, version, stamps]);
    let rows = await this.#cached(key);
    if (!rows) {
      rows = await this.#rowsOf(sdk, name, this.#textsOf(installed, files, globs));
      if (files.length > 0) await this.#files.cache.write(key, JSON.stringify(rows));
    }
    const shown = (text: string) => shortened(toVisible(text), longestVersion);
    return { provider: sdk.provider, package: toVisible(name), version: shown(version), rows };
  }

  /** Returns the files with codes, or the archive that they are in. */
  async #filesOf({ folder, isArchive }: InstalledPackage, globs: readonly string[]): Promise<FileStamp[]> {
    if (isArchive) {
      const at = folder.lastIndexOf("/");
      return this.#files.matching(folder.slice(0, at), decodeURIComponent(folder.slice(at + 1)));
    }
    const found = await Promise.all(globs.map((glob) => this.#files.matching(folder, glob)));
    return found.flat().slice(0, limits.files);
  }

  async #cached(key: string): Promise<SdkRow[] | undefined> {
    const text = await this.#files.cache.read(key);
    return text === undefined ? undefined : (JSON.parse(text) as SdkRow[]);
  }

  async #rowsOf(
    sdk: Sdk,
    packageName: string,
    texts: AsyncIterable<Omit<PackageFile, "packageName">>,
  ): Promise<SdkRow[]> {
    const found = new Map<string, { path: string; row: SdkRow }>();
    let length = 0;
    for await (const { path, text } of texts) {
      length += text.length;
      if (length > limits.texts || found.size > limits.rows) break;
      for (const row of rowsIn(sdk, { packageName, path, text })) {
        const key = `${row.service} ${row.code}`;
        // Of several versions of an API, the last one counts.
        if ((found.get(key)?.path ?? "") <= path) found.set(key, { path, row });
      }
      await this.#pause();
    }
    return [...found.values()].map(({ row }) => row);
  }

  /** Yields the texts of files, or of the files in an archive. */
  async *#textsOf(
    { folder, isArchive }: InstalledPackage,
    files: readonly FileStamp[],
    globs: readonly string[],
  ): AsyncGenerator<Omit<PackageFile, "packageName">> {
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    if (isArchive) {
      const wanted = globs.map((glob) => new Glob(glob, { hasChoices: false, matchesDots: false }));
      const isWanted = (path: string) => wanted.some((glob) => glob.matches(path));
      for await (const { path, bytes } of this.#files.unpack(folder, isWanted, limits.file))
        yield { path, text: text(bytes) };
      return;
    }
    for (const { uri } of files) {
      const bytes = await this.#files.read(uri, limits.file);
      const unpacked = bytes && uri.endsWith(".gz") ? await gunzip(bytes, limits.file) : bytes;
      if (unpacked) yield { path: decodeURIComponent(uri.slice(folder.length + 1)), text: text(unpacked) };
    }
  }
}

/** Returns the rows of a file; none if it has another form than the SDK's, since any package can take that name. */
function rowsIn(sdk: Sdk, file: PackageFile): SdkRow[] {
  try {
    return sdk.read(file);
  } catch {
    return [];
  }
}
