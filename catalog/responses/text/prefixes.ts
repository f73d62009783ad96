import type { MappedText } from "./mapped-text.ts";

// What programs that collect output put before each of its lines, which may be those of one answer.

const [date, clock] = [String.raw`\d{4}[-/]\d\d[-/]\d\d`, String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`];
const zone = String.raw`(?:Z|[+-]\d\d:?\d\d)?`;
const source = String.raw`[\w./@-]{1,80}(?:\[[\w.-]{1,40}\])?`;

/** What collects lines has a lower-case name, which is none of a field, or a number: codes and classes have neither. */
const collector = String.raw`(?:(?!(?:code|message|status|error|err|host|request|recommend|server|x-|at\b|\w*id\b))[a-z][\w./@-]{0,79}|[\w./@-]{1,80}\[[\w.-]{1,40}\])`;

/** Prefixes with a time: each line may be an entry of its own. */
const timed = [
  // Container runtimes, CI services and collectors: `2024-05-01T10:00:00.123456789Z stderr F `
  String.raw`\[?${date}[T ]${clock}${zone}\]? (?:std(?:out|err) [FP] |${collector}: )?`,
  // The system log: `May 01 10:00:00 host program[1]: `
  String.raw`[A-Z][a-z]{2} [ \d]\d ${clock} [\w.-]{1,80} ${source}: `,
  String.raw`\[?${clock}\]? `,
  // Frameworks that time each line
  String.raw`[A-Z]\d{8}-${clock}(?:\(\d{1,2}\))?\?? `,
].map((pattern) => new RegExp(`^[ \\t]{0,8}${pattern}`));

/** How grave a line is; where it goes on with an entry, that says nothing of its own. */
const level = String.raw`(?:(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL)[ \t])?`;

/** Prefixes without one, which only name where a line comes from. */
const named = [
  // `kubectl logs --prefix`
  String.raw`\[(?:pod|container)/[\w./-]{1,200}\] `,
  // The log of Android
  String.raw`[VDIWEF]/[\w.$-]{1,60}\s?\(\s{0,5}\d{1,7}\): ?`,
  String.raw`\d\d-\d\d ${clock}\s{1,6}\d{1,7}\s{1,6}\d{1,7} [VDIWEF] [\w.$-]{1,60}\s{0,20}: `,
  // Docker's builds
  String.raw`#\d{1,4} (?:\d{1,6}\.\d{1,4} )?`,
].map((pattern) => new RegExp(`^[ \\t]{0,8}${pattern}`));

/** Removes the prefixes of the lines that continue an entry, and those that say nothing of entries. */
export function withoutPrefixes(text: MappedText): MappedText {
  const lines = text.text.split("\n");
  if (lines.length < 2) return text;
  const name = commonTo(lines, named);
  if (name) return withoutPrefixes(removed(text, lines, name, () => true));
  const time = commonTo(lines, timed);
  if (!time) return text;
  const rests = lines.map((line) => line.replace(time, ""));
  const entry = new OpenEntry();
  const whole = new RegExp(time.source + level);
  return removed(text, lines, whole, (index) => entry.isContinuedBy(rests[index] ?? ""));
}

/** Returns the pattern that nearly all lines begin with. */
function commonTo(lines: readonly string[], patterns: readonly RegExp[]): RegExp | undefined {
  const some = lines.filter((line) => line.trim() !== "").slice(0, maximumSample);
  return patterns.find((pattern) => {
    const count = some.reduce((sum, line) => sum + (pattern.test(line) ? 1 : 0), 0);
    return count > 1 && count >= some.length * 0.9;
  });
}

/** The number of lines that show a prefix. */
const maximumSample = 500;

function removed(
  text: MappedText,
  lines: readonly string[],
  prefix: RegExp,
  isRemoved: (index: number) => boolean,
): MappedText {
  const lengths = lines.map((line, index) => {
    const length = prefix.exec(line)?.[0].length ?? 0;
    return isRemoved(index) ? length : 0;
  });
  let index = 0;
  return text.replace(/^.*$/gm, ([line]) => line.slice(lengths[index++] ?? 0));
}

/** The last entry of a log, which lines without their prefixes continue or end. */
class OpenEntry {
  #depth = 0;
  #last: string | undefined;

  /** Whether a line goes on with the entry; it is then a part of it, else the beginning of the next one. */
  isContinuedBy(line: string): boolean {
    const isContinued =
      this.#last !== undefined &&
      (this.#depth > 0 ||
        continuation.test(line) ||
        unfinished.test(this.#last) ||
        (header.test(this.#last) && /^[{<]/.test(line)) ||
        codeAlone.test(this.#last));
    if (!isContinued) this.#depth = 0;
    this.#depth = Math.min(maximumDepth, Math.max(0, this.#depth + depthOf(line)));
    if (line.trim() !== "") this.#last = line;
    return isContinued;
  }
}

/** Brackets deeper than this were not closed. */
const maximumDepth = 20;

/** What only goes on with what stands before it: an indented line, a label, a bracket, a tag, a frame, a header. */
const continuation =
  /^\s*$|^\s|^(?:[}\])<|│"'+-]|\.{3}|at\s|Caused by|Traceback|status code:|HTTP\/\d|[a-z]+(?:-[a-z]+)+:|x-\w|\[?(?:Error ?Code|Error ?Message|Request ?-?ID|Host ?ID|Message|Code|Status(?: Code)?|Recommend|ResponseError|Server|Date|Content-\w+|错误码|错误信息|请求 ?ID)\]?\s?[:：=])/i;
const unfinished = /[:：{[(,\\]\s*$/;
/** A header, behind which the body can begin. */
const header = /^[A-Za-z][a-z]*(?:-[A-Za-z]+)+: \S/;
const codeAlone = /^[A-Z]\w+(?:\.\w+)*\s*$/;

/** Returns how many brackets a line leaves open, or closes of those before. */
function depthOf(line: string): number {
  let depth = 0;
  for (const char of line)
    if (char === "{" || char === "[" || char === "(") depth++;
    else if (char === "}" || char === "]" || char === ")") depth--;
  return depth;
}
