/** The kinds of relation of a literal to its surroundings, in descending order of significance. */
export const relationKinds = [
  "compared",
  "case",
  "element",
  "value",
  "listed",
  "argument",
  "constant",
  "contained",
  "returned",
] as const;

/** The kind of a literal's relation to its surroundings; `language.ts` describes each. */
export type RelationKind = (typeof relationKinds)[number];

/**
 * A relation of a literal to its surroundings. `subject` is the source text of the other side: the expression that the
 * literal is compared with, the key, the function or the name.
 */
export interface Relation {
  kind: RelationKind;
  subject: string;
  /** Whether the subject is the type, the enum or the module around a constant rather than the constant's own name. */
  isType?: true;
  /**
   * The source text of the arguments, the list or the block of constants that the literal is in, if the query captures
   * it; the first 1000 UTF-16 units of it.
   */
  within?: string;
  /** What stands in `within` in place of the literal, if that is another text. */
  writtenAs?: string;
}

/**
 * A variable that stands for an expression: it was assigned the expression, or is a list that is tested for it; or a
 * variable that is passed to a function, which is the expression then. `start` and `end` are the UTF-16 offsets of the
 * name.
 */
export interface Alias {
  name: string;
  expression: string;
  start: number;
  end: number;
  /** The source text of the arguments, if the variable is an argument and the expression the function. */
  within?: string;
}

/**
 * The construct of which a literal is a member: a list, a row of a table or a tuple (whose columns differ in meaning),
 * a map (whose members are its keys), the arguments of a call, or a switch. All members share one object, so that
 * groups are compared by identity.
 */
export interface Group {
  kind: "list" | "row" | "map" | "arguments" | "switch";
  /** The source text of the function that is called with the arguments; its last 100 UTF-16 units if it is longer. */
  callee?: string;
}

/** How a literal is tested: whether the other side is equal to it, starts with it, ends with it or contains it. */
export type TestKind = "equal" | "prefix" | "suffix" | "part";

/**
 * A chain of branches, of which the first that matches is taken. All branches of a chain share one empty object, so
 * that chains are compared by identity.
 */
export type BranchChain = Record<never, never>;

/** The branch that is taken or skipped because of a literal. */
export interface Branch {
  chain: BranchChain;
  /** One object for all literals that decide on this branch, to be compared by identity. */
  self: Record<never, never>;
  /** The distance from the start of the branch to the start of the literal, in UTF-16 units. */
  offsetToLiteral: number;
  /**
   * Whether the literal, alone or as one of several alternatives, takes the branch: no other condition, no negation.
   */
  isOnlyCondition: boolean;
  /** The source text of the branch's body; empty if the body is long. */
  body: string;
}

/** The syntactic context of a literal, as far as rules need it to compare literals with one another. */
export interface SyntacticContext {
  group?: Group;
  branch?: Branch;
  /** How the literal is tested; undefined if that is not certain. */
  test?: TestKind;
  /** Whether the test is an assertion, as in unit tests. */
  isAsserted?: boolean;
  /** Whether the test succeeds for every value that does not match the literal. */
  isNegated?: boolean;
  /** The source texts of what the same condition requires besides. */
  otherConditions?: string[];
  /** The HTTP statuses that the same condition requires. */
  statuses?: number[];
  /**
   * The outermost function around the literal: the distances from the function's start to the literal's start, and from
   * the literal's end to the function's end, in UTF-16 units.
   */
  functionExtent?: { before: number; after: number };
}

/** A string in code or a scalar in config; `start` and `end` are UTF-16 offsets of its content, without the quotes. */
export interface Literal {
  text: string;
  start: number;
  end: number;
  relations: Relation[];
  syntax?: SyntacticContext;
}
