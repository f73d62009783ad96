/** Returns a predicate for a pattern: the operator captured as `@_operator` is one of the given ones. */
export function isOperator(...operators: readonly string[]): string {
  return `(#any-of? @_operator ${operators.map((operator) => `"${operator}"`).join(" ")})`;
}
