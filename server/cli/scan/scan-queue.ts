import type { TrackedDocument } from "../../documents/tracked-document.ts";
import type { FileScan, Scanner } from "./file-scan.ts";
import type { ScanThreadPool } from "./threads.ts";

/** So much text, in UTF-16 units, is parsed faster in this thread than it takes another thread to start. */
const maximumWithoutThreads = 1_500_000;
/** The files with such text are kept in memory up to this length. */
const maximumKept = 16_000_000;
/** So many results at most wait for an earlier one. */
const maximumWaiting = 1000;

/** A file that has to be parsed. */
interface Candidate {
  path: string;
  /** What has to be parsed, as long as no thread is asked to do so. */
  document?: TrackedDocument;
  /** The result to be; undefined until the file is parsed, here or by a thread. */
  scan?: Promise<FileScan>;
  result?: FileScan;
}

/** Candidates that no thread is asked for yet, with the lengths of what is to be parsed of them and of their texts. */
interface HeldCandidates {
  candidates: Candidate[];
  toParse: number;
  kept: number;
}

/**
 * The files of a scan, in their order, with the results that are known. Most files are settled at once, in this thread;
 * if there is much to parse, other threads do so meanwhile.
 */
export class ScanQueue {
  readonly #scanner: Scanner;
  readonly #threads: ScanThreadPool;
  readonly #waiting: (FileScan | Candidate)[] = [];
  /** The candidates so far, as long as there is too little to parse for another thread. */
  #held: HeldCandidates | undefined = { candidates: [], toParse: 0, kept: 0 };

  constructor(scanner: Scanner, threads: ScanThreadPool) {
    this.#scanner = scanner;
    this.#threads = threads;
  }

  async add(path: string): Promise<void> {
    if (!this.#threads.isUseful) {
      this.#addSettled(await this.#scanner.scan(path));
      return;
    }
    if (this.#held) {
      const prepared = await this.#scanner.prepare(path);
      if ("found" in prepared) this.#addSettled(prepared);
      else this.#hold({ path, document: prepared }, prepared, this.#held);
      return;
    }
    const settled = await this.#scanner.scanUnparsed(path);
    if (settled) {
      this.#addSettled(settled);
      return;
    }
    const candidate = { path };
    this.#waiting.push(candidate);
    // This thread would collect garbage too late if it parsed as much as the others.
    const [first] = this.#waiting;
    if (this.#threads.isBusy && first && !("files" in first)) await first.scan;
    this.#send(candidate);
  }

  /** Yields the results of the first files, up to one that is not known yet; if all are to be had, it is waited for. */
  async *results(wantsAll: boolean): AsyncGenerator<FileScan> {
    for (let [first] = this.#waiting; first; [first] = this.#waiting) {
      const isKnown = "files" in first || first.result;
      if (!isKnown && !wantsAll && this.#waiting.length <= maximumWaiting) return;
      yield "files" in first ? first : await this.#resultOf(first);
      this.#waiting.shift();
    }
  }

  close(): Promise<void> {
    return this.#threads.close();
  }

  /** Adds a result; files in which nothing was found are counted together. */
  #addSettled(settled: FileScan): void {
    const last = this.#waiting.at(-1);
    if (last && "files" in last && isEmpty(last) && isEmpty(settled)) last.files += settled.files;
    else this.#waiting.push(settled);
  }

  /** Keeps a candidate; if there is much to parse by now, threads are asked for all of it. */
  #hold(candidate: Candidate, { text, excerpt }: TrackedDocument, held: HeldCandidates): void {
    this.#waiting.push(candidate);
    held.candidates.push(candidate);
    held.kept += text.length;
    held.toParse += excerpt?.statements.reduce((sum, { start, end }) => sum + end - start, 0) ?? text.length;
    if (held.toParse <= maximumWithoutThreads && held.kept <= maximumKept) return;
    for (const one of held.candidates) if (!one.scan) this.#send(one);
    this.#held = undefined;
  }

  #send(candidate: Candidate): void {
    delete candidate.document;
    candidate.scan = this.#threads.scan(candidate.path);
    // An error is thrown where the result is waited for.
    this.#resultOf(candidate).catch(() => {});
  }

  async #resultOf(candidate: Candidate): Promise<FileScan> {
    const { path, document } = candidate;
    candidate.scan ??= document ? this.#scanner.scanDocument(path, document) : this.#scanner.scan(path);
    candidate.result = await candidate.scan;
    return candidate.result;
  }
}

function isEmpty({ found, skipped }: FileScan): boolean {
  return found.length === 0 && !skipped;
}
