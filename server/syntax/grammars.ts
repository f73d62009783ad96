import { Language as Grammar, Parser, Query } from "web-tree-sitter";
import type { Host } from "../documents/host.ts";
import type { ParsedLanguage } from "./language.ts";

/** A language with its parser and its compiled query. */
export interface LoadedGrammar {
  language: ParsedLanguage;
  parser: Parser;
  query: Query;
}

const runtimeFile = "web-tree-sitter.wasm";

/** Loads the tree-sitter runtime and the grammars, each when it is first needed. */
export class Grammars {
  readonly #host: Host;
  readonly #loaded = new Map<ParsedLanguage, Promise<LoadedGrammar | undefined>>();
  #runtime: Promise<void> | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Loads the grammar of a language once. Returns undefined if its file is damaged or missing, which costs only the
   * languages that need it, and then tries again on the next call.
   */
  load(language: ParsedLanguage): Promise<LoadedGrammar | undefined> {
    let loading = this.#loaded.get(language);
    if (!loading) {
      loading = this.#loadGrammar(language).catch(() => {
        this.#host.reportDamaged(this.#runtime ? language.grammar : runtimeFile);
        // A file that could not be read may be readable on the next call.
        this.#loaded.delete(language);
        return undefined;
      });
      this.#loaded.set(language, loading);
    }
    return loading;
  }

  async #startRuntime(): Promise<void> {
    await Parser.init({ wasmBinary: await this.#host.readWasm(runtimeFile) });
  }

  async #loadGrammar(language: ParsedLanguage): Promise<LoadedGrammar> {
    this.#runtime ??= this.#startRuntime();
    await this.#runtime.catch((error) => {
      this.#runtime = undefined;
      throw error;
    });
    const grammar = await Grammar.load(await this.#host.readWasm(language.grammar));
    const parser = new Parser();
    parser.setLanguage(grammar);
    return { language, parser, query: new Query(grammar, language.query) };
  }
}
