import type {
  ClientCapabilities,
  Connection,
  Range,
  ServerCapabilities,
  TextDocuments,
} from "vscode-languageserver";
import type { Catalog } from "../catalog/catalog.ts";
import type { Rendering } from "../catalog/markdown.ts";
import type { Search } from "../catalog/search.ts";
import type { Speller } from "../catalog/suggest.ts";
import type { Reading } from "../catalog/text.ts";
import type { Reader } from "./analysis.ts";
import type { Source } from "./source.ts";

/** What every feature works with. */
export interface Context {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly documents: TextDocuments<Source>;
  readonly catalog: Catalog;
  readonly speller: Speller;
  readonly search: Search;
  readonly reader: Reader;
  /** The language to speak, as settings and locale have it now. */
  reading(): Reading;
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
