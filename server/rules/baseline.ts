/** How a file of old findings begins, as `check --update-baseline` writes it. */
const beginning = /^\s*\{\s*"version":\s*1,\s*"findings":\s*\{/;

/** Whether a text is a file of old findings: the codes in it are reported where they stand, not a second time here. */
export function isBaseline(text: string): boolean {
  return beginning.test(text);
}
