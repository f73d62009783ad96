import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";

/**
 * Returns the text of a document after changes, each of which refers to the text after those before it. Editors make
 * the changes of a command from the end of a text to its start, some from the start to the end: those that follow each
 * other in one direction are made at once, since each of them alone would copy the whole text.
 */
export function textAfter(before: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  let run = new ChangeRun(before);
  for (const change of changes) {
    if (!("range" in change) || !change.range) run = new ChangeRun(change.text);
    else if (!run.add(change.range, change.text)) {
      run = new ChangeRun(run.text());
      run.add(change.range, change.text);
    }
  }
  return run.text();
}

/** Changes of one text that follow each other from its end to its start, or from its start to its end. */
class ChangeRun {
  readonly #document: TextDocument;
  /** What stands instead of spans of the text before the changes, in the order of the changes; in UTF-16 offsets. */
  readonly #replacements: { start: number; end: number; text: string }[] = [];
  #direction: "up" | "down" | undefined;
  /** Where the last change begins, in the text before the changes. */
  #start: Position = { line: 0, character: 0 };
  /** Where the last change ends: in the text before the changes, and in the text after them. */
  #end = { before: this.#start, after: this.#start };

  /** Whether the last change may have joined or divided a line break of two characters: the lines must be counted again. */
  #isClosed = false;

  constructor(text: string) {
    this.#document = TextDocument.create("", "", 0, text);
  }

  /** Adds a change; returns false if it does not follow the others in their direction. */
  add(range: Range, text: string): boolean {
    if (this.#isClosed) return false;
    const isFirst = this.#replacements.length === 0;
    const { start, end } = isFirst ? this.#wellFormed(range) : range;
    if (compare(start, end) > 0) return false;
    if (this.#direction !== "down" && (isFirst || compare(end, this.#start) <= 0)) {
      if (!isFirst) this.#direction = "up";
      return this.#push({ start, end }, start, text);
    }
    if (this.#direction === "up" || compare(start, this.#end.after) < 0) return false;
    this.#direction = "down";
    return this.#push({ start: this.#before(start), end: this.#before(end) }, start, text);
  }

  /** Returns the text after the changes. */
  text(): string {
    const before = this.#document.getText();
    const parts: string[] = [];
    let at = 0;
    const replacements = this.#direction === "up" ? this.#replacements.toReversed() : this.#replacements;
    for (const { start, end, text } of replacements) {
      parts.push(before.slice(at, start), text);
      at = end;
    }
    return parts.join("") + before.slice(at);
  }

  /** Returns a range whose positions exist, the first of them first. */
  #wellFormed({ start, end }: Range): Range {
    const offsets = [this.#document.offsetAt(start), this.#document.offsetAt(end)].sort((a, b) => a - b);
    const [from = 0, to = 0] = offsets;
    return { start: this.#document.positionAt(from), end: this.#document.positionAt(to) };
  }

  /** Adds a change of a range in the text before the changes; `after` is its start in the text after the others. */
  #push({ start, end }: Range, after: Position, text: string): boolean {
    const [from, to] = [this.#document.offsetAt(start), this.#document.offsetAt(end)];
    const exist = [this.#document.positionAt(from), this.#document.positionAt(to)];
    // A position beyond the end of its line depends on the changes of that line.
    if (compare(exist[0] ?? start, start) !== 0 || compare(exist[1] ?? end, end) !== 0) return false;
    this.#replacements.push({ start: from, end: to, text });
    const whole = this.#document.getText();
    const before = whole.charAt(from - 1);
    this.#isClosed =
      (before === "\r" && /^(?:\n|$)/.test(text)) ||
      (whole.charAt(to) === "\n" && /\r$/.test(text || before));
    const lines = text.split(/\r\n|\r|\n/);
    const length = lines.at(-1)?.length ?? 0;
    const line = after.line + lines.length - 1;
    this.#start = start;
    this.#end = {
      before: end,
      after: { line, character: lines.length === 1 ? after.character + length : length },
    };
    return true;
  }

  /** Converts a position behind the last change from the text after the changes to the text before them. */
  #before({ line, character }: Position): Position {
    const { before, after } = this.#end;
    const isSameLine = line === after.line;
    return {
      line: before.line + line - after.line,
      character: isSameLine ? before.character + character - after.character : character,
    };
  }
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
