import type { CancellationToken, Connection } from "vscode-languageserver";
import { folderContaining, normalizeUri } from "../documents/uris.ts";
import { throttled } from "./progress.ts";
import { type CodeUse, type UsageIndex, usesIn } from "./usages.ts";
import { selectionFor, type WorkspaceContext, WorkspaceReader } from "./workspace.ts";

/** The delay after a change of catalogs or settings before all files are read again, in milliseconds. */
const refreshDelay = 500;

/** The dependencies of a scan, which writes its results to `usageIndex` and logs errors to `connection`. */
interface ScanContext extends WorkspaceContext {
  readonly connection: Connection;
  readonly usageIndex: UsageIndex;
}

/** What is told during a scan: how far it is, and the URIs of the folders passed over. */
interface ScanListeners {
  onProgress(files: number, codes: number): void;
  onVendored(folder: string): void;
}

/** What a scan read: the number of files, and the URIs of the folders passed over because they hold the code of others. */
interface ScanOutcome {
  files: number;
  vendored: readonly string[];
  cancelled: boolean;
}

const never: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};

/** Indexes the codes in the files of the workspace: in all files, or in those that changed. */
export class Scan {
  readonly #context: ScanContext;
  readonly #workspace: WorkspaceReader;
  /** Identifies the scan that is running; a later scan supersedes it. */
  #running: object | undefined;
  /** The URIs of files that changed during the running scan. */
  readonly #changedMeanwhile = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  /** The scan that {@link ensure} waits for. */
  #first: Promise<unknown> | undefined;

  constructor(context: ScanContext) {
    this.#context = context;
    this.#workspace = new WorkspaceReader(context);
  }

  /** Reads all files and replaces the index; if cancelled, leaves the index unchanged. */
  async scanAll(
    token: CancellationToken,
    onProgress: (files: number, codes: number) => void = () => {},
  ): Promise<ScanOutcome> {
    const scan = {};
    this.#running = scan;
    this.#changedMeanwhile.clear();
    try {
      const vendored: string[] = [];
      const { files, found } = await this.#readAll(token, () => this.#running !== scan, {
        onProgress,
        onVendored: (folder) => vendored.push(folder),
      });
      if (!found) return { files, vendored, cancelled: true };
      this.#context.usageIndex.replace(found);
      await this.rescan([...this.#changedMeanwhile]);
      return { files, vendored, cancelled: false };
    } finally {
      if (this.#running === scan) this.#running = undefined;
    }
  }

  /** Waits until all files have been read once; reads them if that has not begun. */
  async ensure(): Promise<void> {
    if (this.#context.usageIndex.isScanned) return;
    this.#first ??= this.scanAll(never).finally(() => {
      this.#first = undefined;
    });
    await this.#first;
  }

  /** Returns the number of files that were read, and the uses by URI; `found` is undefined if the scan was stopped. */
  async #readAll(
    token: CancellationToken,
    isSuperseded: () => boolean,
    { onProgress, onVendored }: ScanListeners,
  ): Promise<{ files: number; found: Map<string, readonly CodeUse[]> | undefined }> {
    const isStopped = () => token.isCancellationRequested || isSuperseded();
    const found = new Map<string, readonly CodeUse[]>();
    let [files, codes] = [0, 0];
    const report = throttled(() => onProgress(files, codes));
    const onFile = (count: number) => {
      files = count;
      report();
    };
    for await (const { document, analysis } of this.#workspace.files(this.#context.folders(), token, {
      onFile,
      onVendored,
    })) {
      if (isStopped()) break;
      const uses = usesIn(document, analysis, this.#context.settings(document.uri).rules);
      if (uses.length > 0) found.set(document.uri, uses);
      codes += uses.length;
    }
    return { files, found: isStopped() ? undefined : found };
  }

  /** Reads again files that were changed, created or deleted; does nothing if the workspace was never scanned. */
  async rescan(uris: readonly string[]): Promise<void> {
    const { usageIndex } = this.#context;
    if (this.#running) for (const uri of uris) this.#changedMeanwhile.add(uri);
    if (!usageIndex.isScanned) return;
    await usageIndex.batch(() => this.#rescan(new Set(uris.map(normalizeUri))));
  }

  async #rescan(uris: ReadonlySet<string>): Promise<void> {
    const { usageIndex, host, connection } = this.#context;
    for (const uri of uris) {
      try {
        const folder = folderContaining(this.#context.folders(), uri);
        const text =
          folder === undefined
            ? undefined
            : await host.readTextBelow(folder, uri, selectionFor(this.#context));
        if (text === undefined) usageIndex.delete(uri);
        else usageIndex.set(uri, await this.#read(uri, text));
      } catch (error) {
        connection.console.error(String(error));
      }
    }
  }

  /** Reads all files again after a delay; does nothing if the workspace was never scanned. */
  refresh(): void {
    if (!this.#context.usageIndex.isScanned) return;
    clearTimeout(this.#timer);
    const all = () =>
      this.scanAll(never).catch((error) => this.#context.connection.console.error(String(error)));
    this.#timer = setTimeout(all, refreshDelay);
  }

  async #read(uri: string, text: string): Promise<readonly CodeUse[]> {
    const file = await this.#workspace.read(uri, text);
    if (!file) return [];
    this.#context.analyzer.forget(file.document);
    return usesIn(file.document, file.analysis, this.#context.settings(uri).rules);
  }
}
