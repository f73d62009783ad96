import type { CancellationToken } from "vscode-languageserver";
import type { Analysis } from "../analysis/analysis.ts";
import type { Analyzer } from "../analysis/analyzer.ts";
import type { Projects } from "../configuration/projects.ts";
import type { Settings } from "../configuration/settings.ts";
import type { Host } from "../documents/host.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBaseline } from "../rules/baseline.ts";
import { languageOfPath } from "../syntax/languages/index.ts";

import { candidateFilterOf } from "./candidate-filter.ts";

/** A file of the workspace as it was read, with what it says of error codes. */
export interface AnalyzedFile {
  document: TrackedDocument;
  analysis: Analysis;
}

/** What reading the files of a workspace takes. */
export interface WorkspaceContext {
  readonly host: Host;
  readonly projects: Projects;
  readonly analyzer: Analyzer;
  /** The URIs of the workspace's folders. */
  folders(): readonly string[];
  /** The settings as they are now, where something stands: folders of a workspace can have their own. */
  settings(uri: string): Settings;
}

/** How long the reading of many files keeps all else waiting, in milliseconds. */
const breatheEvery = 30;

/** Reads the files of folders, without opening them: those in which codes can stand. */
export class WorkspaceReader {
  readonly #host: Host;
  readonly #projects: Projects;
  readonly #analyzer: Analyzer;

  constructor({ host, projects, analyzer }: Pick<WorkspaceContext, "host" | "projects" | "analyzer">) {
    this.#host = host;
    this.#projects = projects;
    this.#analyzer = analyzer;
  }

  /**
   * The files below folders, each let go of when the next is asked for; `seen` is told of all that were looked at,
   * `mayHold` passes over texts without what is looked for.
   */
  async *files(
    folders: readonly string[],
    token: CancellationToken,
    seen: (count: number) => void = () => {},
    mayHold: (text: string) => boolean = () => true,
  ): AsyncGenerator<AnalyzedFile> {
    let [count, breathed] = [0, Date.now()];
    for (const folder of folders) {
      for await (const { uri, text } of this.#host.textsBelow(folder)) {
        if (token.isCancellationRequested) return;
        seen(++count);
        if (Date.now() - breathed > breatheEvery) {
          // Answers to the editor, and the wish to stop, come in between.
          await new Promise((resolve) => setTimeout(resolve));
          breathed = Date.now();
        }
        const file = mayHold(text) ? await this.read(uri, text) : undefined;
        if (!file) continue;
        yield file;
        this.#analyzer.forget(file.document);
      }
    }
  }

  /** One file; undefined where no code can stand in it. */
  async read(uri: string, text: string): Promise<AnalyzedFile | undefined> {
    const language = languageOfPath(uri);
    const project = await this.#projects.of(uri);
    if (!language || project.ignoresFile(uri) || isBaseline(text)) return undefined;
    const document = candidateFilterOf(project).fileOfFindings(uri, text, language);
    return document && { document, analysis: await this.#analyzer.analyze(document) };
  }
}
