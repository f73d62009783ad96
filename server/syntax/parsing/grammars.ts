import type { Parser, Query } from "web-tree-sitter";
import type { Host } from "../../documents/host.ts";
import type { ParsedLanguage } from "../language.ts";
import { Runtime } from "./runtime.ts";

/** A language with its grammar and its compiled query. */
export interface LoadedGrammar {
  language: ParsedLanguage;
  query: Query;
  runtime: Runtime;
  /** The parsers that are not in use: one is not free while it has parsed only a part of a text. */
  parsers: Parser[];
  newParser(): Parser;
}

/** Loads the tree-sitter runtime and the grammars, each when it is first needed, and again after the runtime failed. */
export class Grammars {
  readonly #host: Host;
  readonly #loaded = new Map<ParsedLanguage, Promise<LoadedGrammar>>();
  #starting: Promise<Runtime> | undefined;
  #running: Runtime | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Loads the grammar of a language once for each runtime. Rejects if its file cannot be read, and then tries again on
   * the next call.
   */
  load(language: ParsedLanguage): Promise<LoadedGrammar> {
    if (this.#running?.isDead) {
      this.#loaded.clear();
      this.#starting = undefined;
      this.#running = undefined;
    }
    let loading = this.#loaded.get(language);
    if (!loading) {
      loading = this.#loadGrammar(language);
      this.#loaded.set(language, loading);
      // A file that could not be read may be readable on the next call.
      const failed = loading;
      failed.catch(() => {
        if (this.#loaded.get(language) === failed) this.#loaded.delete(language);
      });
    }
    return loading;
  }

  async #loadGrammar(language: ParsedLanguage): Promise<LoadedGrammar> {
    this.#starting ??= Runtime.start(this.#host);
    const runtime = await this.#starting.catch((error) => {
      this.#starting = undefined;
      throw error;
    });
    this.#running = runtime;
    const { Language, Parser, Query } = runtime.binding;
    const grammar = await Language.load(await this.#host.readWasm(language.grammar));
    const newParser = () => new Parser().setLanguage(grammar);
    return { language, query: new Query(grammar, language.query), runtime, parsers: [], newParser };
  }
}
