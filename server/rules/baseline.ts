/** The start of a baseline file, as `check --update-baseline` writes it. */
const baselineStart = /^\s*\{\s*"version":\s*1,\s*"findings":\s*\{/;

/** Whether a text is a baseline file: its codes are reported in the files that contain them, not again here. */
export function isBaseline(text: string): boolean {
  return baselineStart.test(text);
}
