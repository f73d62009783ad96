import type { Cell } from "./table.ts";

/** Something that source code declares: a member of an enum, a constant, a record. */
export interface SourceMember {
  start: number;
  name?: Cell;
  /** What its comment says. */
  comment?: Cell;
  /** The comment that begins a part of the group here, as a heading does. */
  heading?: string;
  /**
   * Its values by their labels: the names of fields, of parameters; `#0`, `#1` … where there are none, and `@code` for the
   * code that an annotation states, instead of the name.
   */
  values: Map<string, Cell>;
  /** Whether its name is that of something that is declared elsewhere: `[ErrorCode.NotFound]: "…"`. */
  isReference?: boolean;
  /** What is declared about its type, with what it is made by: `ErrorCode`, `errors.New`. */
  type: string;
}

/** What source code declares side by side. */
export interface SourceGroup {
  /** The name of the enum, the class, the object; "" for constants that stand for themselves. */
  name: string;
  /** Its comment, its base class and what else is said of all its members. */
  about: string;
  start: number;
  members: SourceMember[];
  /** Whether the names are keys, which may be those of what is declared elsewhere. */
  hasKeys?: boolean;
}
