/** A part of a text whose fields can belong together: an entry of a log, an item of a list of errors. */
export interface LogEntry {
  start: number;
  end: number;
}

const date = String.raw`\[?\d{4}[-/年]\d\d?[-/月]\d\d?日?(?:[T ]|\s(?=\d))`;
/** The beginning of an entry: a date, a time, a level, the mark of an item, or the frame that a tool draws. */
const beginning = new RegExp(
  [
    date,
    String.raw`\[?\d\d:\d\d:\d\d`,
    String.raw`\[?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \w{3} `,
    String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:`,
    String.raw`[IWEF]\d{4} \d\d:\d\d:\d\d`,
    "(?:level|time|ts)=",
    "[*•] ",
    "╷",
    String.raw`(?:Warning|Normal) {1,20}[A-Z]\w+ `,
  ].join("|"),
  "y",
);
/** What continues an entry, although a program has put the date before every line. */
const continuation =
  /^(?:[\w.: -]{0,60}\sstatus code: \d| {2,}|\t(?:at |status code)|at |[│|]|"[^"]{1,60}":|[}\]]|<\/?\w)/;

/** Splits a text into its log entries, which cover it; a text that is no log is one. */
export function logEntriesIn(text: string): LogEntry[] {
  const starts = [0];
  for (let start = 0; start >= 0 && start < text.length; start = nextLine(text, start)) {
    beginning.lastIndex = start + (/^[ \t]{0,40}/.exec(text.slice(start, start + 40))?.[0].length ?? 0);
    const found = beginning.exec(text);
    if (found && start > 0 && !continuation.test(restOf(text, found.index))) starts.push(start);
    else if (start > 0 && isNextObject(text, start)) starts.push(start);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? -1 : end + 1;
}

/** Returns the text of a line behind its date, time and level. */
function restOf(text: string, at: number): string {
  const line = text.slice(at, at + 200).replace(/\n[\s\S]*$/, "");
  return line
    .replace(/^\[?[\d:T/.,+ Z-]{8,40}\]?(?: ?\[?(?:TRACE|DEBUG|INFO|WARN|ERROR)\w*\]?)?/, "")
    .replace(/^ /, "");
}

/** Whether a line is an object like the line before it: an entry of a log of JSON. */
function isNextObject(text: string, start: number): boolean {
  if (text[start] !== "{") return false;
  const before = text.lastIndexOf("\n", start - 2) + 1;
  return text[before] === "{" && /\}\r?\n$/.test(text.slice(Math.max(before, start - 3), start));
}
