import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { DisplayLanguage } from "../../catalog/model/localized-text.ts";
import type { Rendering } from "../../catalog/rendering/markdown.ts";
import type { FixContext } from "../fixes/fix-context.ts";
import type { EntryKey } from "../protocol/index.ts";
import type { UsageIndex } from "../workspace/usages.ts";

/** What every feature works with. */
export interface FeatureContext extends FixContext {
  readonly connection: Connection;
  /** The codes in files of the workspace, as far as these were read. */
  readonly usageIndex: UsageIndex;
  /** Tells, each time, that settings, a configuration or a catalog changed. */
  onChange(listener: () => void): void;
  /** Tells, each time, that files of these addresses were written, made or deleted. */
  onFilesChanged(listener: (uris: readonly string[]) => void): void;
  /** The language to speak, as settings and locale have it now. */
  displayLanguage(): DisplayLanguage;
  /** The address of an entry's page, where the client has pages. */
  pageOf(key: EntryKey): string | undefined;
  /** How to render entries for this client now. */
  rendering(): Rendering;
}

/** One thing that the server does: what it announces, and its handlers. */
export interface Feature {
  capabilities: ServerCapabilities;
  register(context: FeatureContext): void;
}
