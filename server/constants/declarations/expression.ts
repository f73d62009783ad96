import type { Cell } from "../../../catalog/importers/table.ts";

/** What a constant is set to, as far as it states texts, numbers and names. */
export type Expression =
  | { kind: "text"; cell: Cell }
  | { kind: "number"; cell: Cell; value: number }
  /** The name of something else: `http.StatusNotFound`. */
  | { kind: "name"; cell: Cell }
  /** The arguments of a call, the fields of a record, the items of a list; `callee` is what stands before the bracket. */
  | { kind: "items"; callee: string; items: Item[]; cell: Cell; bracket: string }
  | { kind: "other" };

/** A part of a list of arguments, fields or items. */
export interface Item {
  /** Its name, or the expression before its colon or arrow as it is written; undefined if it has none. */
  label: Cell | undefined;
  /** Whether the label is a name of something else, such as that of a constant: `ErrorCode.NotFound: "…"`. */
  isReference: boolean;
  value: Expression;
  /** The index of its first token. */
  from: number;
  to: number;
}

export const other: Expression = { kind: "other" };
