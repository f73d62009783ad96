import type {
  ClientCapabilities,
  Connection,
  Range,
  ServerCapabilities,
  TextDocuments,
} from "vscode-languageserver";
import type { Reading } from "../../catalog/model/localized-text.ts";
import type { Rendering } from "../../catalog/rendering/markdown.ts";
import type { Reader } from "../analysis/analysis.ts";
import type { Domains } from "../configuration/projects.ts";
import type { Settings } from "../configuration/settings.ts";
import type { Host } from "../documents/host.ts";
import type { Source } from "../documents/tracked-document.ts";
import type { EntryKey } from "../protocol/index.ts";
import type { Usages } from "../workspace/usages.ts";

/** What every feature works with. */
export interface Context {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly documents: TextDocuments<Source>;
  readonly host: Host;
  readonly reader: Reader;
  readonly domains: Domains;
  /** The codes in files of the workspace, as far as these were read. */
  readonly usages: Usages;
  /** The addresses of the workspace's folders. */
  folders(): readonly string[];
  /** The settings as they are now, where something stands: folders of a workspace can have their own. */
  settings(uri: string): Settings;
  /** Tells, each time, that settings, a configuration or a catalog changed. */
  onChange(listener: () => void): void;
  /** Tells, each time, that files of these addresses were written, made or deleted. */
  onFiles(listener: (uris: readonly string[]) => void): void;
  /** The language to speak, as settings and locale have it now. */
  reading(): Reading;
  /** The address of an entry's page, where the client has pages. */
  pageOf(key: EntryKey): string | undefined;
  /** How to render entries for this client now. */
  rendering(): Rendering;
}

/** One thing that the server does: what it announces, and its handlers. */
export interface Feature {
  capabilities: ServerCapabilities;
  register(context: Context): void;
}

/** Offsets of a source as a range of positions. */
export function rangeOf(source: Source, { start, end }: { start: number; end: number }): Range {
  return { start: source.document.positionAt(start), end: source.document.positionAt(end) };
}
