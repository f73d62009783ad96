import type { InstalledSdk, SdkRow } from "../../catalog/model/installed-sdk.ts";
import { shortened } from "../../catalog/model/shortened.ts";
import { toVisible } from "../../catalog/model/visible-text.ts";
import type { FileStamp, PackageFiles } from "../documents/package-files.ts";
import { gunzip } from "./gunzip.ts";
import type { InstalledPackage, Sdk } from "./sdk.ts";

/** Raised when the rows of the same files may differ from those that an earlier version has read. */
const readingVersion = 1;

/** The most that is read of one package; what is beyond is left out. Bytes are those of texts. */
const limits = { files: 1500, bytesOfFile: 8_000_000, bytes: 150_000_000, rows: 50_000 };

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

  async read(sdk: Sdk, { name, version, folder }: InstalledPackage): Promise<InstalledSdk> {
    const globs = sdk.files(name);
    const found = await Promise.all(globs.map((glob) => this.#files.matching(folder, glob)));
    const files = found.flat().slice(0, limits.files);
    const stamps = files.map(({ uri, stamp }) => [uri, stamp]);
    const key = JSON.stringify([readingVersion, sdk.provider, name, version, stamps]);
    const rows = (await this.#cached(key)) ?? (await this.#readFiles(sdk, name, folder, files, key));
    const shown = (text: string) => shortened(toVisible(text), longestVersion);
    return { provider: sdk.provider, package: toVisible(name), version: shown(version), rows };
  }

  async #cached(key: string): Promise<SdkRow[] | undefined> {
    const text = await this.#files.cache.read(key);
    return text === undefined ? undefined : (JSON.parse(text) as SdkRow[]);
  }

  async #readFiles(
    sdk: Sdk,
    packageName: string,
    folder: string,
    files: readonly FileStamp[],
    key: string,
  ): Promise<SdkRow[]> {
    const rows: SdkRow[] = [];
    let bytes = 0;
    for (const { uri } of files) {
      await this.#pause();
      const text = await this.#textOf(uri);
      bytes += text?.length ?? 0;
      if (bytes > limits.bytes || rows.length > limits.rows) break;
      if (text === undefined) continue;
      const path = decodeURIComponent(uri.slice(folder.length + 1));
      for (const row of rowsIn(sdk, { packageName, path, text })) rows.push(row);
    }
    // Of several versions of an API, the last one counts.
    const distinct = [...new Map(rows.map((row) => [`${row.service} ${row.code}`, row])).values()];
    if (files.length > 0) await this.#files.cache.write(key, JSON.stringify(distinct));
    return distinct;
  }

  async #textOf(uri: string): Promise<string | undefined> {
    const bytes = await this.#files.read(uri, limits.bytesOfFile);
    const unpacked = bytes && uri.endsWith(".gz") ? await gunzip(bytes, limits.bytesOfFile) : bytes;
    return unpacked && new TextDecoder().decode(unpacked);
  }
}

/** Returns the rows of a file; none if it has another form than the SDK's, since any package can take that name. */
function rowsIn(sdk: Sdk, file: Parameters<Sdk["read"]>[0]): SdkRow[] {
  try {
    return sdk.read(file);
  } catch {
    return [];
  }
}
