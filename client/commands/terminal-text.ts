/** How much of the output of a terminal is kept, and how many lines of it are read around a line. */
const maximumLength = 64_000;
const maximumLines = 20;

/** What programs tell a terminal besides text: colours, positions, titles, marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)/g;

/** Returns the last of an output with more of it, as much as is kept. */
export function withMore(output: string, more: string): string {
  return `${output}${more}`.slice(-maximumLength);
}

/** Returns the lines around the last place of a line in an output; undefined if the line is not in it. */
export function linesAround(output: string, line: string): { before: string; after: string } | undefined {
  const lines = output.replace(sequence, "").split(/\r*\n/);
  const wanted = line.trimEnd();
  const at = wanted === "" ? -1 : lines.findLastIndex((one) => one.trimEnd() === wanted);
  if (at < 0) return undefined;
  return {
    before: lines.slice(Math.max(0, at - maximumLines), at).join("\n"),
    after: lines.slice(at + 1, at + 1 + maximumLines).join("\n"),
  };
}
