import type { CancellationToken } from "vscode-languageserver";
import type { Analysis, Reader } from "./analysis.ts";
import { Prefilter } from "./cli/prefilter.ts";
import type { Domain } from "./domain.ts";
import type { Domains } from "./domains.ts";
import type { Host } from "./host.ts";
import { languageOfPath } from "./languages/index.ts";
import { Source } from "./source.ts";

/** A file of the workspace as it was read, with what it says of error codes. */
export interface ReadFile {
  source: Source;
  analysis: Analysis;
}

/** Reads the files of folders, without opening them: those in which codes can stand. */
export class Workspace {
  readonly #host: Host;
  readonly #domains: Domains;
  readonly #reader: Reader;
  readonly #prefilters = new WeakMap<Domain, Prefilter>();

  constructor(host: Host, domains: Domains, reader: Reader) {
    this.#host = host;
    this.#domains = domains;
    this.#reader = reader;
  }

  /** The files below folders, each let go of when the next is asked for; `seen` is told of all that were looked at. */
  async *files(
    folders: readonly string[],
    token: CancellationToken,
    seen: (count: number) => void = () => {},
  ): AsyncGenerator<ReadFile> {
    let count = 0;
    for (const folder of folders) {
      for await (const { uri, text } of this.#host.textsBelow(folder)) {
        if (token.isCancellationRequested) return;
        seen(++count);
        const file = await this.read(uri, text);
        if (!file) continue;
        yield file;
        this.#reader.forget(file.source);
      }
    }
  }

  /** One file; undefined where no code can stand in it. */
  async read(uri: string, text: string): Promise<ReadFile | undefined> {
    const language = languageOfPath(uri);
    const domain = await this.#domains.of(uri);
    if (!language || domain.ignoresFile(uri) || !this.#prefilterOf(domain).mayHoldCodes(text, language))
      return;
    const source = Source.of(uri, language.ids[0] ?? "", 0, text);
    return { source, analysis: await this.#reader.read(source) };
  }

  #prefilterOf(domain: Domain): Prefilter {
    let prefilter = this.#prefilters.get(domain);
    if (!prefilter) {
      prefilter = new Prefilter(domain.catalog, domain.speller);
      this.#prefilters.set(domain, prefilter);
    }
    return prefilter;
  }
}
