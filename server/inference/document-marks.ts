import type { TextChange, TrackedDocument } from "../documents/tracked-document.ts";
import { finalSpans } from "../syntax/changes/incremental.ts";
import { around } from "../syntax/changes/statements.ts";
import type { ProviderMark, ProviderMarks } from "./marks.ts";

/** What was found in one revision of a document. */
interface FoundMarks {
  revision: number;
  /** All marks, wherever they stand. */
  all: readonly ProviderMark[];
  /** Those that count in source code. */
  inCode: ProviderMark[];
}

/** Finds the marks of providers in documents. No mark extends over a line break: after a change, its lines are searched. */
export class DocumentMarks {
  readonly #marks: ProviderMarks;
  readonly #found = new WeakMap<TrackedDocument, FoundMarks>();

  constructor(marks: ProviderMarks) {
    this.#marks = marks;
  }

  /** Returns the marks in a document, see {@link ProviderMarks.marksIn}. */
  of(document: TrackedDocument): ProviderMark[] {
    const { text, revision } = document;
    const last = this.#found.get(document);
    if (last?.revision === revision) return last.inCode;
    const changes = last && document.changesSince(last.revision);
    const all = changes ? this.#after(last.all, changes, text) : this.#marks.find(text);
    const inCode = this.#marks.inCode(all, text);
    this.#found.set(document, { revision, all, inCode });
    return inCode;
  }

  /** Returns the marks in a text from those before some changes. */
  #after(before: readonly ProviderMark[], changes: readonly TextChange[], text: string): ProviderMark[] {
    const changed = around(finalSpans(changes));
    const start = changed.start === 0 ? 0 : text.lastIndexOf("\n", changed.start - 1) + 1;
    const lineBreak = text.indexOf("\n", changed.end);
    const end = lineBreak < 0 ? text.length : lineBreak;
    const shift = changes.reduce((sum, { oldEndIndex, newEndIndex }) => sum + newEndIndex - oldEndIndex, 0);
    const moved = (by: number) => (mark: ProviderMark) => ({ ...mark, index: mark.index + by });
    return [
      ...before.filter(({ index }) => index < start),
      ...this.#marks.find(text.slice(start, end)).map(moved(start)),
      ...before.filter(({ index }) => index + shift > end).map(moved(shift)),
    ];
  }
}
