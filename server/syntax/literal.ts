/** The relations in which a literal can stand to its surroundings, the most telling first. */
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

/** In what relation to its surroundings a literal stands. */
export type RelationKind = (typeof relationKinds)[number];

/** A relation of a literal; `subject` is the text of what it is compared with, the key, the function or the name. */
export interface Relation {
  kind: RelationKind;
  subject: string;
  /** Whether the subject is the type, the enum or the module around a constant rather than its own name. */
  isType?: true;
}

/** That a variable stands for an expression: it was assigned it, or is a list that is tested for it. */
export interface Alias {
  name: string;
  expression: string;
  start: number;
  end: number;
}

/**
 * A list, a row of a table or a tuple (of which each column is something else), a map (of which its keys are members),
 * the arguments of a call, or a switch: one object for all its members.
 */
export interface Group {
  kind: "list" | "row" | "map" | "arguments" | "switch";
  /** What is called with the arguments. */
  callee?: string;
}

/** How a literal is tested: for being the whole of what is looked at, its begin, its end, or some part of it. */
export type TestKind = "equal" | "prefix" | "suffix" | "part";

/** A chain of branches, of which the first that fits is taken: one object for all of them. */
export type BranchChain = Record<never, never>;

/** The branch that a literal decides on. */
export interface Branch {
  chain: BranchChain;
  /** One object for all literals that decide on this branch. */
  self: Record<never, never>;
  /** How far before the literal's start it begins. */
  before: number;
  /** Whether the literal alone, or it among alternatives, takes the branch: nothing more is asked, nothing negated. */
  isOnlyCondition: boolean;
  /** What is done then, cut short. */
  body: string;
}

/** What a literal stands in, as far as rules compare literals with one another. */
export interface SyntacticContext {
  group?: Group;
  branch?: Branch;
  /** How it is tested, where that is certain. */
  test?: TestKind;
  /** Whether the test is an assertion, as tests make them. */
  isAsserted?: boolean;
  /** Whether the test is for being another one. */
  isNegated?: boolean;
  /** What else the same condition asks for, as it is written. */
  otherConditions?: string[];
  /** The HTTP statuses that the same condition asks for. */
  statuses?: number[];
  /** The function around it: how far it reaches before the literal's start, and behind its end. */
  scope?: { before: number; after: number };
}

/** A string in code or a scalar in config; `start` and `end` are offsets of its content, without quotes, in UTF-16 units. */
export interface Literal {
  text: string;
  start: number;
  end: number;
  relations: Relation[];
  syntax?: SyntacticContext;
}
