// Predicates for the methods that Java, Kotlin and Scala share, by the name that a pattern captures.

/** Methods of `java.lang.String` that compare it with another text. */
export const isTextComparison = '(#match? @_equals "^(equals|equalsIgnoreCase|contentEquals|compareTo)$")';

/** Assertions of test frameworks that two values are equal: `assertEquals`, `assertSame`. */
export const isEqualityAssertion = '(#match? @_equals "[Ee]quals|[Ss]ame")';

/** Methods of `java.lang.String` that search it for another text. */
export const isTextSearch = '(#match? @_contains "^(contains|startsWith|endsWith|indexOf|matches)$")';
