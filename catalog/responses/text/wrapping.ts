import type { MappedText } from "./mapped-text.ts";

// Lines that a terminal, a mail or a tool has wrapped at a width.

/** The widths, in UTF-16 units, at which texts are wrapped. */
const [narrowest, widest] = [60, 240];

/** The maximum number of lines of a paragraph; longer ones are data. */
const maximumLines = 100;

/** The widths of terminals, which break lines inside words. */
const terminalWidths = [80, 100, 120, 132, 160, 200];

/** The widths at which programs and mails break lines between words, with a frame of two columns or without. */
const usualWidths = [72, 76, ...terminalWidths.flatMap((width) => [width - 2, width - 1, width])];

/** The end of a line in what is no word, and may have been broken. */
const longWord = /\S{30}$/;

/** The beginning of a line that no wrapped text continues with. */
const newLine =
  /^(?:\s*(?:at\s|\.{3}|[{}<[\])]|"?[\w.$-]+"?\s*(?:[:=]\s|=>)|[*•-]\s|[╷╵]|\d{4}[-/]\d\d|\d\d:\d\d|Caused by|Traceback|File\s"|(?:\w{1,20} ){0,2}(?:error|failed|failure|warning|exception):\s)|$)/i;

/** Joins the lines of paragraphs that were wrapped at a width, between words or inside them. */
export function unwrapped(text: MappedText): MappedText {
  const joints = jointsOf(text.text);
  if (joints.size === 0) return text;
  return text.replace(/\r?\n[ \t]*/g, ({ index = 0 }) => joints.get(index));
}

/** Returns, by offset, the line breaks that wrapping made, and what stood in their place. */
function jointsOf(text: string): Map<number, string> {
  const joints = new Map<number, string>();
  const lines = linesOf(text);
  for (let first = 0; first < lines.length; ) {
    const count = wrappedLinesAt(lines, first);
    const width = widthOf(lines.slice(first, first + count));
    const isCut = isInsideWord(lines, first, count, width);
    // Two lines alone do not show a width at which a long word was broken.
    const isWidth = count > 2 || terminalWidths.includes(width);
    for (const { content, end } of lines.slice(first, first + count - 1))
      joints.set(end, isCut || /\s$/.test(content) || (isWidth && longWord.test(content)) ? "" : " ");
    first += Math.max(1, count);
  }
  return joints;
}

function linesOf(text: string): { content: string; end: number }[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const content = line.endsWith("\r") ? line.slice(0, -1) : line;
    const end = start + content.length;
    start += line.length + 1;
    return { content, end };
  });
}

type Lines = readonly { content: string; end: number }[];

/** Returns the number of lines, from one on, of a paragraph that was wrapped; 1 if it was not. */
function wrappedLinesAt(lines: Lines, first: number): number {
  let count = 1;
  while (count < maximumLines && lines[first + count] && isContinued(lines, first + count)) count++;
  if (count < 2) return 1;
  const width = widthOf(lines.slice(first, first + count));
  if (width < narrowest || width > widest) return 1;
  count = filledLines(lines, first, count, width);
  if (count === 2 && !isPlausibleBreak(lines[first]?.content ?? "", lines[first + 1]?.content ?? ""))
    return 1;
  return count;
}

/** Returns for how many lines each but the last had no room for the first word of the next one. */
function filledLines(lines: Lines, first: number, count: number, width: number): number {
  for (let index = first; index < first + count - 1; index++) {
    const { content = "" } = lines[index] ?? {};
    const next = lines[index + 1]?.content.trimStart() ?? "";
    const isFull = content.trimEnd().length + 1 + (/^\S*/.exec(next)?.[0].length ?? 0) > width;
    // The breaks before show that the text is wrapped, also between sentences.
    const isNew =
      index === first &&
      isNewSentence(content, next) &&
      // A terminal breaks anywhere, but hardly between a sentence and one in another script.
      (!terminalWidths.includes(content.length) || /^\p{Script=Han}/u.test(next));
    if (!isFull || isNew) return index - first + 1;
  }
  return count;
}

/** A word or a sign with which no line ends unless another one continues it. */
const openEnd =
  /(?:[,:;(=–—-]|(?<![\w'])(?:an?|and|are|as|at|because|by|for|from|in|is|not|of|on|or|that|the|to|was|with))\s*$/i;

/** Whether a line begins with a capital word, or in Chinese, although the line before it could have ended there. */
function isNewSentence(line: string, next: string): boolean {
  if (/^\p{Script=Han}/u.test(next)) return !/[\p{Script=Han}，、：（；]\s*$/u.test(line);
  return /^\p{Lu}\p{Ll}+(?: |$)/u.test(next) && !openEnd.test(line);
}

/** Whether two lines alone can have been one: the first had no room for the next word in one of the usual widths. */
function isPlausibleBreak(line: string, next: string): boolean {
  const length = line.trimEnd().length;
  const word = /^\S*/.exec(next.trimStart())?.[0].length ?? 0;
  return usualWidths.some((width) => length <= width && length + 1 + word > width);
}

function isContinued(lines: Lines, index: number): boolean {
  const { content = "" } = lines[index] ?? {};
  const before = lines[index - 1]?.content ?? "";
  if (before.length < narrowest - 20 || before.length > widest || newLine.test(content)) return false;
  const indentation = indentationOf(content);
  return (
    indentationOf(before) === indentation || (indentation === 0 && terminalWidths.includes(before.length))
  );
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

function widthOf(lines: Lines): number {
  return lines.reduce((longest, { content }) => Math.max(longest, content.trimEnd().length), 0);
}

/** Whether lines were cut at exactly a width: all have that width, and words go on across the breaks. */
function isInsideWord(lines: Lines, first: number, count: number, width: number): boolean {
  const cut = lines.slice(first, first + count - 1);
  return (
    (count > 2 || terminalWidths.includes(width)) && cut.every(({ content }) => content.length === width)
  );
}
