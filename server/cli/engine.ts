import { pathToFileURL } from "node:url";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { UnreadableCatalog } from "../../catalog/model/compiled/sections.ts";
import type { Search } from "../../catalog/search/search.ts";
import type { Speller } from "../../catalog/search/spelling/speller.ts";
import { Analyzer } from "../analysis/analyzer.ts";
import type { LoadedProject } from "../configuration/project-loader.ts";
import { Projects } from "../configuration/projects.ts";
import type { Host } from "../documents/host.ts";
import { Manifests } from "../inference/manifests.ts";
import { ruleIds } from "../rules/index.ts";
import { InstalledSdks } from "../sdk/installed-sdks.ts";
import { pauses } from "../sdk/pause.ts";
import type { ReadingTime } from "../syntax/parsing/budget.ts";
import { nodeHost } from "../workspace/host.node.ts";
import { KeptNames, namesIn } from "../workspace/walk/folder-names.node.ts";

/** The analysis engine without a client connection, as used by all subcommands. */
export interface Engine {
  version: string;
  /** The names of grammars that are damaged or missing, so that codes in some files were not found. */
  damaged: readonly string[];
  host: Host;
  projects: Projects;
  manifests: Manifests;
  analyzer: Analyzer;
  /** The names in the folders that were listed last. */
  folderNames: KeptNames;
  /** The catalog of the working folder. */
  catalog: Catalog;
  search: Search;
  speller: Speller;
}

/** How the engine is loaded. */
export interface EngineOptions {
  /** Whether configurations may name files outside their repository. */
  allowOutside?: boolean;
  /** Whether SDKs outside the folders that are read count, such as those of the user's module cache. */
  sdk?: boolean;
  /** The URIs of the folders that are read; the working folder if undefined. */
  folders?: readonly string[];
  /** Whether the program goes on when files come and go, and other messages wait while it reads one. */
  isLasting?: boolean;
  /** Is called with each project when it is loaded. */
  onLoaded?(loaded: LoadedProject): void;
}

/** How long reading a file may take: nobody waits meanwhile, and the result must not depend on how busy the machine is. */
const readingTime: ReadingTime = { total: 20_000, slice: Number.POSITIVE_INFINITY };
/** How long it may block a lasting program, in milliseconds. */
const lastingSlice = 50;
const damage = "is damaged or missing. Reinstall error-codes.";

function damagedMessage(file: string): string {
  return `'${file}' ${damage}`;
}

/** Whether an error, also one of a thread, says that a file of the installation is damaged or missing. */
export function isDamage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error.message.endsWith(damage) || error.message.startsWith(UnreadableCatalog.beginning);
}

/** Loads the engine with the catalog next to the bundle and with what the working folder's configuration adds. */
export async function loadEngine({
  allowOutside = false,
  sdk = false,
  folders,
  isLasting = false,
  onLoaded = () => {},
}: EngineOptions = {}): Promise<Engine> {
  const folderNames = new KeptNames();
  const host = nodeHost(__dirname, isLasting ? namesIn : (path) => folderNames.in(path));
  const damaged: string[] = [];
  host.onDamaged = (name) => {
    damaged.push(name);
    process.stderr.write(`error-codes: ${damagedMessage(name)}\n`);
  };
  const builtIn = await host.readCatalog();
  const projects = new Projects(host, builtIn, ruleIds);
  projects.onLoaded(onLoaded);
  if (!allowOutside) projects.restrictTo("repository");
  const folder = pathToFileURL(process.cwd()).href;
  useInstalledSdks(projects, host, sdk ? undefined : (folders ?? [folder]));
  const [first = folder] = isLasting ? (folders ?? []) : [];
  const here = await projects.ofFolder(first);
  const manifests = new Manifests(host);
  const time = isLasting ? { ...readingTime, slice: lastingSlice } : readingTime;
  const analyzer = new Analyzer(host, projects, manifests, time);
  analyzer.setFolders([folder]);
  return {
    version: host.version,
    damaged,
    host,
    projects,
    manifests,
    analyzer,
    folderNames,
    catalog: here.catalog,
    get search() {
      return here.search;
    },
    get speller() {
      return here.speller;
    },
  };
}

/** Has projects wait for the SDKs that are installed for their files, within some folders or anywhere. */
function useInstalledSdks(projects: Projects, { packages }: Host, within?: readonly string[]): void {
  const pause = pauses();
  const installed = new InstalledSdks(packages, pause, within);
  projects.useSdks({ installed, isOn: () => true, waits: true, pause, onRead: () => {} });
}
