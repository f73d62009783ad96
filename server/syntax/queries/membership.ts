/**
 * Returns a predicate for a pattern: the function captured under a name tests whether a list contains something, by
 * its name: `in_array`, `stringInSlice`, `IsInStringArray`, `slices.Contains`, `isOneOf`.
 */
export function isMembershipTest(capture: string): string {
  return `(#match? @${capture} "(?:^|[^A-Za-z])(?:in|has|any|contains?|includes?|exists?)(?![a-z])|(?:In|Has|AnyOf|OneOf|EqualsAny|Contains?|Includes?|Exists?)(?![a-z])")`;
}

/** Returns a predicate: the function captured under a name may take errors or codes; narrows what evidence judges. */
export function mayTakeCodes(capture: string): string {
  return `(#match? @${capture} "[Ee]rr|ERR|[Rr]etr|[Cc]ode|[Cc]atch|[Ff]ault|[Ff]ail|[Tt]hrottl|[Ee]xception")`;
}
