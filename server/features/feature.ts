import type { Connection, ServerCapabilities } from "vscode-languageserver";
import type { RenderingOptions } from "../../catalog/rendering/markdown.ts";
import type { DisplayLanguage } from "../../catalog/text/localized-text.ts";
import type { FixContext } from "../fixes/fix-context.ts";
import type { EntryKey, LiteralChange } from "../protocol/index.ts";
import type { Scan } from "../workspace/scan.ts";
import type { UsageIndex } from "../workspace/usages.ts";

/** The state and services that all features share. */
export interface FeatureContext extends FixContext {
  readonly connection: Connection;
  /** The codes used in the files of the workspace; empty before the first scan. */
  readonly usageIndex: UsageIndex;
  /** Reads the files of the workspace into `usageIndex`. */
  readonly scan: Scan;
  /** Whether the client wants the notifications that are no part of the protocol. */
  readonly wantsChanges: boolean;
  /** Whether the client shows the result of a check itself. */
  readonly showsChecks: boolean;
  /** Registers a listener for changes of settings, configurations, catalogs and workspace folders. */
  onChange(listener: () => void): void;
  /** Registers a listener that gets the URIs of files that were written, created or deleted. */
  onFilesChanged(listener: (uris: readonly string[]) => void): void;
  /** Returns the display language, by the current settings and the client's locale. */
  displayLanguage(): DisplayLanguage;
  /** Returns the URI of an entry's page; undefined if the client shows no pages. */
  pageOf(key: EntryKey): string | undefined;
  /** Returns the target of a link that changes a literal to a code; undefined if the client has no command for that. */
  changeLink(change: LiteralChange): string | undefined;
  /** The client's command that shows the uses of a code, given the URI of a document and a position. */
  readonly usesCommand: string | undefined;
  /** Returns the options to render entries with, by the current settings. */
  rendering(): RenderingOptions;
}

/** A feature of the server: the capabilities that it announces, and a function that registers its handlers. */
export interface Feature {
  capabilities: ServerCapabilities;
  register(context: FeatureContext): void;
}
