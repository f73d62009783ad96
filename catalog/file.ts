import * as v from "valibot";
import { isNode, LineCounter, parseDocument } from "yaml";

/** Something wrong in a catalog file; `line` and `character` are zero-based. */
export interface Problem {
  path: string;
  line: number;
  character: number;
  message: string;
}

/** What a file gave: its value, or the problems that keep it from having one. */
export type Parsed<T> = { value: T; problems: [] } | { value: undefined; problems: Problem[] };

/** Reads YAML (or JSON, its subset) of a known shape; problems carry the position of what is wrong. */
export function parseFile<S extends v.GenericSchema>(
  schema: S,
  source: string,
  path: string,
): Parsed<v.InferOutput<S>> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const problem = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(0, line - 1), character: Math.max(0, col - 1), message };
  };
  if (document.errors.length > 0) {
    return {
      value: undefined,
      problems: document.errors.map((error) => problem(error.pos[0], error.message.split("\n")[0] ?? "")),
    };
  }
  // An alias bomb expands while converting; the library's own limit turns it into an error.
  const raw = document.toJS({ maxAliasCount: 100 }) as unknown;
  const result = v.safeParse(schema, raw);
  if (result.success) return { value: result.output, problems: [] };
  return {
    value: undefined,
    problems: result.issues.map((issue) => {
      const keys = (issue.path ?? []).map((item) => item.key as string | number);
      return problem(offsetOf(document, keys), `${keys.join(".") || "file"}: ${issue.message}`);
    }),
  };
}

function offsetOf(document: ReturnType<typeof parseDocument>, keys: (string | number)[]): number {
  for (let length = keys.length; length >= 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** A problem as one line of text: `file:line:column: message`, one-based as editors show it. */
export function describe(problem: Problem): string {
  return `${problem.path}:${problem.line + 1}:${problem.character + 1}: ${problem.message}`;
}
