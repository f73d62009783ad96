import type { CancellationToken, Connection } from "vscode-languageserver";
import { folderContaining, normalizeUri } from "../documents/uris.ts";
import type { ScanResult } from "../protocol/index.ts";
import { type CodeUse, type UsageIndex, usesIn } from "./usages.ts";
import { type WorkspaceContext, WorkspaceReader } from "./workspace.ts";

/** A pause after changes of catalogs or settings before all is read again, in milliseconds. */
const refreshDelay = 500;

/** How often it is told how far a scan is, in milliseconds. */
const tellEvery = 200;

/** What a scan works with: it writes what it finds into the usages, and logs what it cannot read. */
interface ScanContext extends WorkspaceContext {
  readonly connection: Connection;
  readonly usageIndex: UsageIndex;
}

/** Reads the files of the workspace for the codes in them, all or those that changed. */
export class Scan {
  readonly #context: ScanContext;
  readonly #workspace: WorkspaceReader;
  /** The scan that goes on; a later one ends it. */
  #running: object | undefined;
  /** What changed while it goes on. */
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(context: ScanContext) {
    this.#context = context;
    this.#workspace = new WorkspaceReader(context);
  }

  /** Reads all files; where that is cancelled, what was known before still stands. */
  async all(
    token: CancellationToken,
    tell: (files: number, codes: number) => void = () => {},
  ): Promise<ScanResult> {
    const own = {};
    this.#running = own;
    this.#touched.clear();
    try {
      const { files, found } = await this.#readAll(token, () => this.#running !== own, tell);
      if (!found) return { files, cancelled: true };
      this.#context.usageIndex.replace(found);
      await this.again([...this.#touched]);
      return { files, cancelled: false };
    } finally {
      if (this.#running === own) this.#running = undefined;
    }
  }

  /** What is found is undefined where it was stopped. */
  async #readAll(
    token: CancellationToken,
    isOld: () => boolean,
    tell: (files: number, codes: number) => void,
  ): Promise<{ files: number; found: Map<string, readonly CodeUse[]> | undefined }> {
    const isStopped = () => token.isCancellationRequested || isOld();
    const found = new Map<string, readonly CodeUse[]>();
    let [files, codes, told] = [0, 0, 0];
    const seen = (count: number) => {
      files = count;
      if (Date.now() - told < tellEvery) return;
      told = Date.now();
      tell(files, codes);
    };
    for await (const { document, analysis } of this.#workspace.files(this.#context.folders(), token, seen)) {
      if (isStopped()) break;
      const uses = usesIn(document, analysis, this.#context.settings(document.uri).rules);
      if (uses.length > 0) found.set(document.uri, uses);
      codes += uses.length;
    }
    return { files, found: isStopped() ? undefined : found };
  }

  /** Reads files again that were written, made or deleted, where all were read before. */
  async again(uris: readonly string[]): Promise<void> {
    const { usageIndex, host, connection } = this.#context;
    if (this.#running) for (const uri of uris) this.#touched.add(uri);
    if (!usageIndex.scanned) return;
    for (const uri of new Set(uris.map(normalizeUri))) {
      try {
        const folder = folderContaining(this.#context.folders(), uri);
        const text = folder === undefined ? undefined : await host.textBelow(folder, uri);
        if (text === undefined) usageIndex.delete(uri);
        else usageIndex.set(uri, await this.#read(uri, text));
      } catch (error) {
        connection.console.error(String(error));
      }
    }
  }

  /** Reads all again soon, where all were read before. */
  refresh(): void {
    if (!this.#context.usageIndex.scanned) return;
    clearTimeout(this.#timer);
    const never: CancellationToken = {
      isCancellationRequested: false,
      onCancellationRequested: () => ({ dispose: () => {} }),
    };
    const all = () => this.all(never).catch((error) => this.#context.connection.console.error(String(error)));
    this.#timer = setTimeout(all, refreshDelay);
  }

  async #read(uri: string, text: string): Promise<readonly CodeUse[]> {
    const file = await this.#workspace.read(uri, text);
    if (!file) return [];
    this.#context.analyzer.forget(file.document);
    return usesIn(file.document, file.analysis, this.#context.settings(uri).rules);
  }
}
