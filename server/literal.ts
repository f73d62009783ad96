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
}

/** That a variable stands for an expression: it was assigned it, or is a list that is tested for it. */
export interface Link {
  name: string;
  means: string;
  start: number;
  end: number;
}

/** A string in code or a scalar in config; `start` and `end` are offsets of its content, without quotes, in UTF-16 units. */
export interface Literal {
  text: string;
  start: number;
  end: number;
  clues: Clue[];
}
