import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import type { TreePaths } from "../syntax/context/tree-paths.ts";

/** Names of variables that hold an error, or what was read from one. */
const errorName = /err|^e$|^ex$|exc|fault|fail|code|reason/i;
/** Names of variables that hold what a call returned, which may be an error. */
const resultName = /^(?:out|output|res|resp|response|result|ret)$/i;
/** Statements that assign. */
const assignments =
  /assignment|short_var_declaration|var_declaration|variable_declar|let_declaration|var_spec|declarator/;
/** Statements that hand what their block raises to a name in their header: `with pytest.raises(ClientError) as error:`. */
const catchingBlocks = /^with_statement$/;
/** How much of a statement is read, and how many statements before a place, in UTF-16 units and in number. */
const [maximumStatement, maximumStatements] = [4000, 60];

/** So many names of one error are followed. */
const maximumNames = 12;

/** Adds the names of variables with an error to which the line at an offset, and the text up to a place, refer. */
export function errorNamesIn(text: string, start: number, offset: number, names: Set<string>): void {
  const lineEnd = text.indexOf("\n", start);
  const end = names.size === 0 ? offset : lineEnd < 0 ? offset : Math.min(lineEnd, offset);
  const header = text.slice(Math.max(start, end - 400), end).replace(/"[^"\n]*"?/g, " ");
  addErrorNames(header, names);
}

function addErrorNames(text: string, names: Set<string>): void {
  for (const { 0: name, index } of text.matchAll(/(?<![\w.])[A-Za-z_]\w*(?!\s*\()/g)) {
    const isHolder = text.startsWith(".exception", index + name.length);
    if (isHolder || errorName.test(name) || resultName.test(name)) names.add(name);
  }
}

/** Where an assignment is looked for. */
interface Place {
  text: string;
  paths: TreePaths;
  /** The statement before which the assignment stands, in the same block. */
  child: Node;
  /** The names of the error; those that it was read from are added. */
  names: Set<string>;
  /** Whether a span has a call of an API in it. */
  isCall: (span: Span) => boolean;
}

/**
 * Returns the span of the last assignment of an error before a statement of a block; undefined if none is there. Where
 * the error was only read from another one, as in `code := err.Code()`, that of the other one is meant.
 */
export function assignmentBefore({ text, paths, child, names, isCall }: Place): Span | undefined {
  let statement = paths.namedSibling(child, "before");
  for (let count = 0; statement && count < maximumStatements; count++) {
    const span = lastAssignmentIn(statement, { text, paths, names });
    if (span) {
      const value = text.slice(span.valueStart, span.end);
      const known = names.size;
      if (isCall(span) || !isRead(value)) return span;
      addErrorNames(value, names);
      if (names.size === known) return span;
    }
    statement = paths.namedSibling(statement, "before");
  }
  return undefined;
}

/**
 * Returns the last assignment of one of some names in a statement, or the block of a statement that names what is raised
 * in it so; undefined if there is none.
 */
function lastAssignmentIn(
  statement: Node,
  { text, paths, names }: Pick<Place, "text" | "paths" | "names">,
): (Span & { valueStart: number }) | undefined {
  const start = Math.max(statement.startIndex, statement.endIndex - maximumStatement);
  const targets = [...names].slice(0, maximumNames).join("|");
  const pattern = new RegExp(`(?<![\\w.])(?:${targets})(?:\\s*,\\s*\\w+)*\\s*(?::=|=(?!=))`, "g");
  const found = [...text.slice(start, statement.endIndex).matchAll(pattern)].at(-1);
  if (!found) return catchingBlocks.test(statement.type) ? blockNamed(statement, text, targets) : undefined;
  const valueStart = start + found.index + found[0].length;
  return { ...assignmentAt(statement, start + found.index, paths), valueStart };
}

/** Returns the block of a statement whose header names what is raised in it by one of some names; else undefined. */
function blockNamed(
  statement: Node,
  text: string,
  targets: string,
): (Span & { valueStart: number }) | undefined {
  const block = statement.childForFieldName("body");
  if (!block) return undefined;
  const header = text.slice(Math.max(statement.startIndex, block.startIndex - 400), block.startIndex);
  const isNamed = new RegExp(`\\bas\\s+(?:${targets})\\s*[,):]`).test(header);
  return isNamed ? { start: block.startIndex, end: block.endIndex, valueStart: block.endIndex } : undefined;
}

/** Whether a value is read from an error rather than returned by something that failed. */
function isRead(value: string): boolean {
  const head = value.slice(0, 200).split("\n")[0] ?? "";
  const names = head.matchAll(/(?<![\w.])[A-Za-z_]\w*/g);
  return [...names].some(([name]) => errorName.test(name)) && !/=>|func/.test(head);
}

/** Returns the assignment around an offset inside a statement; the statement itself if none is found. */
function assignmentAt(statement: Node, offset: number, paths: TreePaths): Span {
  let found = statement;
  for (
    let at: Node | undefined = statement.descendantForIndex(offset) ?? undefined;
    at && at.id !== statement.id;
    at = paths.parentOf(at)
  )
    if (assignments.test(at.type)) {
      found = at;
      break;
    }
  return { start: found.startIndex, end: found.endIndex };
}
