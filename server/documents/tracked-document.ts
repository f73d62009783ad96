import {
  type Position,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import { textAfter } from "./many-changes.ts";
import type { ExcerptSpans } from "./span.ts";

/** More changes than this cost more to follow than it costs to parse the text again. */
const maximumChanges = 100;

/** One change of a text: offsets in UTF-16 units, and positions with zero-based lines. */
export interface TextChange {
  startIndex: number;
  oldEndIndex: number;
  newEndIndex: number;
  start: Position;
  oldEnd: Position;
  newEnd: Position;
}

/** A text document in its current version, with its last changes. */
export class TrackedDocument {
  textDocument: TextDocument;
  /** The parts of the text that must be analyzed; undefined for the whole text. */
  excerpt: ExcerptSpans | undefined;
  /**
   * Whether rules run on the document: only rules need the syntactic contexts of literals, which cost more than the
   * rest.
   */
  needsContext = true;
  /** How often the text has changed; unlike versions, which clients number as they like, it only grows. */
  #revision = 0;
  /** The last changes, each of which led to a revision, the current one last. */
  #changes: readonly TextChange[] = [];

  constructor(document: TextDocument) {
    this.textDocument = document;
  }

  static of(uri: string, languageId: string, version: number, text: string): TrackedDocument {
    return new TrackedDocument(TextDocument.create(uri, languageId, version, text));
  }

  get uri(): string {
    return this.textDocument.uri;
  }

  get languageId(): string {
    return this.textDocument.languageId;
  }

  get version(): number {
    return this.textDocument.version;
  }

  get text(): string {
    return this.textDocument.getText();
  }

  /** A number that stands for the current text; see {@link changesSince}. */
  get revision(): number {
    return this.#revision;
  }

  /** Applies the changes of an editor in their order, and records them for the next incremental parse. */
  update(changes: TextDocumentContentChangeEvent[], version: number): this {
    if (changes.length > maximumChanges) {
      const text = textAfter(this.text, changes);
      this.#apply({ text }, version);
    } else for (const change of changes) this.#apply(change, version);
    return this;
  }

  #apply(change: TextDocumentContentChangeEvent, version: number): void {
    this.#revision++;
    if (!("range" in change) || !change.range) {
      this.#changes = [];
      this.textDocument = TextDocument.update(this.textDocument, [change], version);
      return;
    }
    const offsets = [change.range.start, change.range.end].map((one) => this.#offsetAt(one));
    const [startIndex, oldEndIndex] = [Math.min(...offsets), Math.max(...offsets)];
    const newEndIndex = startIndex + change.text.length;
    const [start, oldEnd] = [startIndex, oldEndIndex].map((one) => this.textDocument.positionAt(one)) as [
      Position,
      Position,
    ];
    const inText = { range: { start, end: oldEnd }, text: change.text };
    this.textDocument = TextDocument.update(this.textDocument, [inText], version);
    const newEnd = this.textDocument.positionAt(newEndIndex);
    const made = { startIndex, oldEndIndex, newEndIndex, start, oldEnd, newEnd };
    this.#changes = [...this.#changes, made].slice(-maximumChanges);
  }

  /** Returns the offset of a position of a client, whose numbers can be fractions or anything else. */
  #offsetAt({ line, character }: Position): number {
    const whole = (number: number) => Math.trunc(number) || 0;
    return this.textDocument.offsetAt({ line: whole(line), character: whole(character) });
  }

  /** Returns the changes since an earlier revision; undefined if the whole text was replaced, or there were too many. */
  changesSince(revision: number): readonly TextChange[] | undefined {
    const count = this.#revision - revision;
    return count <= this.#changes.length ? this.#changes.slice(this.#changes.length - count) : undefined;
  }
}
