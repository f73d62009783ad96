/**
 * Returns the alternation of several patterns: `[a b]`. No pattern may itself begin with an alternation, which
 * tree-sitter would cut off.
 */
export function anyOf(...patterns: readonly string[]): string {
  return `[${patterns.join(" ")}]`;
}
