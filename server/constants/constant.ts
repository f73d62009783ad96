/** A string that source code names, such as the value of a constant, of a member of an enum or of a key. */
export interface Constant {
  name: string;
  value: string;
  /** The span of the value without its quotes: UTF-16 offsets in the text. */
  start: number;
  end: number;
  /** The comment above it, else the one behind it on its line, as plain text; empty if there is none. */
  comment: string;
  /** The class, enum, interface, object or block whose member it is; undefined at the top of a file. */
  owner: Owner | undefined;
}

/** What has constants as its members. */
export interface Owner {
  /** How it is declared, from the start of the line to its bracket: `export declare class NoSuchKey extends Error`. */
  declaration: string;
  /** The comment above the declaration, as plain text. */
  comment: string;
}
