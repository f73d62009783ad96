import { Language as Grammar, Parser, Query } from "web-tree-sitter";
import type { Host } from "../documents/host.ts";
import type { ParsedLanguage } from "./language.ts";

/** A language with its parser and its compiled query. */
export interface LoadedGrammar {
  language: ParsedLanguage;
  parser: Parser;
  query: Query;
}

class UnreadFile extends Error {}

/** How long a damaged file is not tried again, in milliseconds. */
const retryDelay = 30_000;
const runtimeFile = "web-tree-sitter.wasm";

/** Loads the tree-sitter runtime and the grammars, each when it is first needed. */
export class Grammars {
  readonly #host: Host;
  readonly #loaded = new Map<ParsedLanguage, Promise<LoadedGrammar | undefined>>();
  readonly #failedAt = new Map<ParsedLanguage, number>();
  #runtime: Promise<void> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Loads the grammar of a language once. Returns undefined if its file is damaged or missing, which costs only the
   * languages that need it. It is tried again: at once if the file could not be read, else after a while.
   */
  load(language: ParsedLanguage): Promise<LoadedGrammar | undefined> {
    let loading = this.#loaded.get(language);
    const failedAt = this.#failedAt.get(language) ?? Number.POSITIVE_INFINITY;
    if (!loading || Date.now() - failedAt > retryDelay) {
      this.#failedAt.delete(language);
      loading = this.#loadGrammar(language).catch((error: unknown) => {
        this.#host.reportDamaged(this.#runtime ? language.grammar : runtimeFile);
        // A file that could not be read may be readable on the next call.
        if (error instanceof UnreadFile) this.#loaded.delete(language);
        else this.#failedAt.set(language, Date.now());
        return undefined;
      });
      this.#loaded.set(language, loading);
    }
    return loading;
  }

  #read(file: string): Promise<Uint8Array> {
    return this.#host.readWasm(file).catch((error: unknown) => {
      throw new UnreadFile(file, { cause: error });
    });
  }

  async #startRuntime(): Promise<void> {
    await Parser.init({ wasmBinary: await this.#read(runtimeFile) });
  }

  async #loadGrammar(language: ParsedLanguage): Promise<LoadedGrammar> {
    this.#runtime ??= this.#startRuntime();
    await this.#runtime.catch((error) => {
      this.#runtime = undefined;
      throw error;
    });
    const grammar = await Grammar.load(await this.#read(language.grammar));
    const parser = new Parser();
    parser.setLanguage(grammar);
    return { language, parser, query: new Query(grammar, language.query) };
  }
}
