import type { Cell } from "../../../catalog/importers/table.ts";
import type { Expression } from "./expression.ts";
import type { Annotation } from "./members.ts";
import type { TokenRange } from "./source-text.ts";

/** Something that source code gives a name: a constant, a member of an enum, a field. */
export interface Declared {
  /** Its tokens, with its annotations. */
  range: TokenRange;
  annotations: readonly Annotation[];
  name: Cell | undefined;
  /** What stands between its name and its value: `: string`, `ErrorCode`. */
  type: string;
  value: Expression;
  /** Whether it is a member of an enum without a value. */
  isBare?: true;
}

/** What declares things side by side. */
export interface Scope {
  kind: "enum" | "class" | "block" | "file" | "function";
  name: string;
  /** Its declaration up to its bracket, and the comment above. */
  head: string;
  comment: string;
  /** The index of its first token. */
  from: number;
  /** The tokens of its body. */
  body: TokenRange;
  declared: Declared[];
}
