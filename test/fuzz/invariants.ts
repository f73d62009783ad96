import assert from "node:assert/strict";
import type { Problem } from "../../catalog/schema/checked-file.ts";
import { localize } from "../../catalog/text/localized-text.ts";

/** In milliseconds of CPU time, for one small input; far more than any takes, so that a busy machine fails no run. */
const maximumTime = 2000;

/** Runs a function and fails if it takes long. */
export async function inTime<T>(work: () => T | Promise<T>): Promise<T> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  assert.ok(time < maximumTime, `took ${time} ms of CPU time`);
  return result;
}

/** Fails if a span, in UTF-16 units, is not within a text. */
export function assertWithin({ start, end }: { start: number; end: number }, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} is not within ${text.length}`);
}

/** Fails if a text has control characters that a terminal would act on, or is longer than `maximum`. */
export function assertPrintable(text: string, what: string, maximum = 2000): void {
  const control = /[^\P{Cc}\t\n\r]/u.exec(text)?.[0];
  assert.ok(control === undefined, `${what} has a control character: ${JSON.stringify(text.slice(0, 300))}`);
  assert.ok(text.length <= maximum, `${what} has ${text.length} characters: ${text.slice(0, 100)} …`);
}

/** Fails if a problem does not name its file or stands outside the text, or if its message is empty or huge. */
export function assertProblems(problems: readonly Problem[], path: string | undefined, text: string): void {
  // As editors divide a text.
  const lines = text.split(/\r\n?|\n/);
  const contains = (line: number, character: number) =>
    line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1);
  for (const problem of problems) {
    const { line, character, endLine, endCharacter } = problem;
    assert.ok(
      path === undefined ? problem.path !== "" : problem.path === path,
      `of the file '${problem.path}'`,
    );
    const isInside = contains(line, character) && contains(endLine, endCharacter);
    const isForward = line < endLine || (line === endLine && character <= endCharacter);
    assert.ok(isInside && isForward, `${JSON.stringify(problem)} is not in the text`);
    for (const language of ["en", "zh-CN"] as const) {
      const { length } = localize(problem.message, language);
      assert.ok(0 < length && length < 2000, `a message of ${length} characters`);
    }
  }
}
