import { stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { DisplayLanguage } from "../../../catalog/text/localized-text.ts";
import type { ToolContext } from "../../agents/tool.ts";
import type { LoadedProject } from "../../configuration/project-loader.ts";
import { defaultSettings } from "../../configuration/settings.ts";
import { manifestNames } from "../../inference/manifests.ts";
import { type Engine, type EngineOptions, loadEngine } from "../engine.ts";
import type { Roots } from "./protocol-server.ts";

/** How the workspace of an agent is loaded, and the language of texts. */
export interface WorkspaceOptions extends Pick<EngineOptions, "allowOutside" | "sdk"> {
  lang: DisplayLanguage;
}

/** What is loaded of some folders. */
interface Loaded {
  context: ToolContext;
  engine: Engine;
  files: ConfigurationFiles;
}

/** The projects and files of the folders that may be read. */
export class AgentWorkspace {
  readonly #given: readonly string[];
  readonly #options: WorkspaceOptions;
  #current: { key: string; loading: Promise<Loaded> } | undefined;

  /** `given` are the URIs of the folders of the command line. */
  constructor(given: readonly string[], options: WorkspaceOptions) {
    this.#given = given;
    this.#options = options;
  }

  /** Returns the context of a call while the client has these roots, by the configurations as they are now. */
  async contextFor(roots: Roots): Promise<ToolContext> {
    const folders = this.#foldersFor(roots);
    const key = folders.join("\n");
    if (this.#current?.key !== key) this.#current = { key, loading: this.#load(folders) };
    const { context, engine, files } = await this.#current.loading;
    const { projects, manifests } = engine;
    // Nobody tells which files the agent has written since.
    await projects.invalidate(await files.changed());
    projects.searchAgain();
    manifests.invalidate(manifestNames.map((name) => `/${name}`));
    return context;
  }

  #foldersFor(roots: Roots): readonly string[] {
    if (this.#given.length > 0) return this.#given;
    return roots ?? [pathToFileURL(process.cwd()).href];
  }

  async #load(folders: readonly string[]): Promise<Loaded> {
    const { lang, ...options } = this.#options;
    const files = new ConfigurationFiles();
    const onLoaded = (loaded: LoadedProject) => files.add(loaded);
    const engine = await loadEngine({ ...options, folders, isLasting: true, onLoaded });
    const { host, projects, analyzer } = engine;
    analyzer.setFolders(folders);
    const context: ToolContext = {
      host,
      projects,
      analyzer,
      isTrusted: true,
      folders: () => folders,
      settings: () => defaultSettings,
      displayLanguage: () => lang,
      openText: () => undefined,
    };
    return { context, engine, files };
  }
}

/** The configurations and catalogs that were loaded, each with its state on disk at that time. */
class ConfigurationFiles {
  readonly #states = new Map<string, Promise<string>>();

  add({ project, catalogRows }: LoadedProject): void {
    for (const uri of [project.uri, ...catalogRows.keys()]) if (uri) this.#states.set(uri, stateOf(uri));
  }

  /** Returns the URIs of those that have changed since. */
  async changed(): Promise<string[]> {
    const compared = await Promise.all(
      [...this.#states].map(async ([uri, before]) => ((await before) === (await stateOf(uri)) ? [] : uri)),
    );
    const changed = compared.flat();
    for (const uri of changed) this.#states.delete(uri);
    return changed;
  }
}

/** Returns what changes when a file does; a file that is not there has a state as well. */
async function stateOf(uri: string): Promise<string> {
  const info = await stat(fileURLToPath(uri)).catch(() => undefined);
  return info ? `${info.mtimeMs} ${info.size} ${info.ino}` : "";
}
