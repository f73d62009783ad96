import type { CancellationToken } from "vscode-languageserver";
import type { Analysis } from "../analysis/analysis.ts";
import type { Analyzer } from "../analysis/analyzer.ts";
import type { Projects } from "../configuration/projects.ts";
import type { Settings } from "../configuration/settings.ts";
import { vendoredFolderOf } from "../configuration/vendored.ts";
import type { FileSelection, Host } from "../documents/host.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBaseline } from "../rules/baseline.ts";
import { languageByPath } from "../syntax/languages/index.ts";
import { candidateFilterOf } from "./candidate-filter.ts";

/** A file of the workspace that was read, and its analysis. */
export interface AnalyzedFile {
  document: TrackedDocument;
  analysis: Analysis;
}

/** The dependencies of reading the files of a workspace. */
export interface WorkspaceContext {
  readonly host: Host;
  readonly projects: Projects;
  readonly analyzer: Analyzer;
  /** Whether the user trusts the workspace; git is not run in one that is not trusted. */
  readonly isTrusted: boolean;
  /** The URIs of the workspace's folders. */
  folders(): readonly string[];
  /** Returns the current settings that apply to a document: folders of a workspace can have their own. */
  settings(uri: string): Settings;
}

/** Returns which files of the workspace are read; `onVendored` is called with the URI of each folder passed over. */
export function selectionFor(
  { isTrusted, projects, folders }: WorkspaceContext,
  onVendored: (folder: string) => void = () => {},
): FileSelection {
  return {
    usesGit: isTrusted,
    isVendored: async (folder) => {
      const isVendored = (await vendoredFolderOf(`${folder}/`, folders(), projects)) !== undefined;
      if (isVendored) onVendored(folder);
      return isVendored;
    },
  };
}

/** How files of a workspace are read. */
interface ReadingOptions {
  /** Is called with the number of files so far, including those that are not yielded. */
  onFile?(count: number): void;
  /** Is called with the URI of each folder that is passed over because it holds the code of others. */
  onVendored?(folder: string): void;
  /** Returns false for the texts to be skipped. */
  isCandidate?(text: string, uri: string): boolean;
}

/** How long reading many files may block other work, in milliseconds. */
const yieldInterval = 30;

/** Reads and analyzes files of folders, without opening them in the editor: those that can contain codes. */
export class WorkspaceReader {
  readonly #context: WorkspaceContext;

  constructor(context: WorkspaceContext) {
    this.#context = context;
  }

  /** Yields the files below folders; each is released when the next one is requested. */
  async *files(
    folders: readonly string[],
    token: CancellationToken,
    { onFile = () => {}, onVendored, isCandidate = () => true }: ReadingOptions = {},
  ): AsyncGenerator<AnalyzedFile> {
    const { host, analyzer } = this.#context;
    const selection = selectionFor(this.#context, onVendored);
    let [count, yielded] = [0, Date.now()];
    for (const folder of folders) {
      for await (const { uri, text } of host.readTextsBelow(folder, selection)) {
        if (token.isCancellationRequested) return;
        onFile(++count);
        if (Date.now() - yielded > yieldInterval) {
          // Requests of the editor and cancellations are handled in between.
          await new Promise((resolve) => setTimeout(resolve));
          yielded = Date.now();
        }
        const file = isCandidate(text, uri) ? await this.read(uri, text) : undefined;
        if (!file) continue;
        yield file;
        analyzer.forget(file.document);
      }
    }
  }

  /** Reads and analyzes one file; returns undefined if it cannot contain codes, is ignored or is vendored. */
  async read(uri: string, text: string): Promise<AnalyzedFile | undefined> {
    const { projects, analyzer, folders } = this.#context;
    const language = languageByPath(uri);
    const project = await projects.of(uri);
    if (!language || project.ignoresFile(uri) || isBaseline(text)) return undefined;
    if ((await vendoredFolderOf(uri, folders(), projects)) !== undefined) return undefined;
    const document = candidateFilterOf(project).documentForFindings(uri, text, language);
    return document && { document, analysis: await analyzer.analyze(document, Number.POSITIVE_INFINITY) };
  }
}
