import type { Parser, Query } from "web-tree-sitter";
import type { Host } from "../../documents/host.ts";
import type { ParsedLanguage } from "../language.ts";
import { Runtime, runtimeFile } from "./runtime.ts";

/** A language with its grammar and its compiled query. */
export interface LoadedGrammar {
  language: ParsedLanguage;
  query: Query;
  runtime: Runtime;
  /** The parsers that are not in use: one is not free while it has parsed only a part of a text. */
  parsers: Parser[];
  newParser(): Parser;
}

/** Returns the name of the file with the compiled query of a language, beside the grammars. */
export function compiledQueryFile({ ids: [id] }: ParsedLanguage): string {
  return `${id}.query`;
}

class UnreadFile extends Error {}

/** The files of a grammar as they are used: they serve for the next runtime too. */
interface GrammarFiles {
  module: object;
  /** The size of the grammar in bytes. */
  length: number;
  /** The compiled query; undefined without its file, which only makes the query take longer. */
  query: Uint8Array | undefined;
}

/** How long a damaged file is not tried again, in milliseconds. */
const retryDelay = 30_000;

/** Loads the tree-sitter runtime and the grammars, each when it is first needed, and again after the runtime failed. */
export class Grammars {
  readonly #host: Host;
  readonly #loaded = new Map<ParsedLanguage, Promise<LoadedGrammar | undefined>>();
  readonly #failedAt = new Map<ParsedLanguage, number>();
  readonly #files = new Map<ParsedLanguage, GrammarFiles>();
  /** It serves for the next runtime too. */
  #compiledRuntime: object | undefined;
  #starting: Promise<Runtime> | undefined;
  #running: Runtime | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Loads the grammar of a language once for each runtime. Returns undefined if its file is damaged or missing, which
   * costs only the languages that need it. It is tried again: at once if the file could not be read, else after a while.
   */
  load(language: ParsedLanguage): Promise<LoadedGrammar | undefined> {
    this.dropDead();
    const loading = this.#loaded.get(language);
    const failedAt = this.#failedAt.get(language) ?? Number.POSITIVE_INFINITY;
    return loading && Date.now() - failedAt <= retryDelay ? loading : this.#loadAnew(language);
  }

  /** Forgets a runtime that failed, with its grammars, which would keep its memory. */
  dropDead(): void {
    if (!this.#running?.isDead) return;
    this.#loaded.clear();
    this.#failedAt.clear();
    this.#starting = undefined;
    this.#running = undefined;
  }

  #loadAnew(language: ParsedLanguage): Promise<LoadedGrammar | undefined> {
    this.#failedAt.delete(language);
    const loading = this.#loadGrammar(language).catch((error: unknown) => {
      this.#host.reportDamaged(this.#running ? language.grammar : runtimeFile);
      if (this.#loaded.get(language) !== loading) return undefined;
      // A file that could not be read may be readable on the next call.
      if (error instanceof UnreadFile) this.#loaded.delete(language);
      else this.#failedAt.set(language, Date.now());
      return undefined;
    });
    this.#loaded.set(language, loading);
    return loading;
  }

  #read(file: string): Promise<Uint8Array> {
    return this.#host.readParserFile(file).catch((error: unknown) => {
      throw new UnreadFile(file, { cause: error });
    });
  }

  async #startRuntime(): Promise<Runtime> {
    const compiled = this.#compiledRuntime ?? this.#host.compileWasm(await this.#read(runtimeFile), true);
    const runtime = await Runtime.start(this.#host, compiled);
    this.#compiledRuntime = compiled;
    return runtime;
  }

  async #filesOf(language: ParsedLanguage): Promise<GrammarFiles> {
    const [bytes, query] = await Promise.all([
      this.#read(language.grammar),
      this.#host.readParserFile(compiledQueryFile(language)).catch(() => undefined),
    ]);
    return { module: this.#host.compileWasm(bytes, false), length: bytes.length, query };
  }

  async #loadGrammar(language: ParsedLanguage): Promise<LoadedGrammar> {
    this.#starting ??= this.#startRuntime();
    const runtime = await this.#starting.catch((error) => {
      this.#starting = undefined;
      throw error;
    });
    this.#running = runtime;
    const files = this.#files.get(language) ?? (await this.#filesOf(language));
    const grammar = runtime.binding.Language.loadSync(files.module);
    const origin = { source: language.query, grammarLength: files.length };
    const newParser = () => runtime.newParser(grammar);
    const query = runtime.queryFor(grammar, origin, files.query);
    this.#files.set(language, files);
    return { language, query, runtime, parsers: [], newParser };
  }
}
