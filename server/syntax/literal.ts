/** The relations in which a literal can stand to its surroundings, the most telling first. */
export const clueOrder = [
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
export type ClueKind = (typeof clueOrder)[number];

/** A relation of a literal; `subject` is the text of what it is compared with, the key, the function or the name. */
export interface Clue {
  kind: ClueKind;
  subject: string;
  /** Whether the subject is the type, the enum or the module around a constant rather than its own name. */
  isType?: true;
}

/** That a variable stands for an expression: it was assigned it, or is a list that is tested for it. */
export interface Link {
  name: string;
  means: string;
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
  called?: string;
}

/** How a literal is tested: for being the whole of what is looked at, its begin, its end, or some part of it. */
export type Test = "equal" | "prefix" | "suffix" | "part";

/** A chain of branches, of which the first that fits is taken: one object for all of them. */
export type Chain = Record<never, never>;

/** The branch that a literal decides on. */
export interface Branch {
  chain: Chain;
  /** One object for all literals that decide on this branch. */
  self: Record<never, never>;
  /** How far before the literal's start it begins. */
  before: number;
  /** Whether the literal alone, or it among alternatives, takes the branch: nothing more is asked, nothing negated. */
  alone: boolean;
  /** What is done then, cut short. */
  body: string;
}

/** What a literal stands in, as far as rules compare literals with one another. */
export interface Place {
  group?: Group;
  branch?: Branch;
  /** How it is tested, where that is certain. */
  test?: Test;
  /** Whether the test is an assertion, as tests make them. */
  asserted?: boolean;
  /** Whether the test is for being another one. */
  negated?: boolean;
  /** What else the same condition asks for, as it is written. */
  besides?: string[];
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
  clues: Clue[];
  place?: Place;
}
