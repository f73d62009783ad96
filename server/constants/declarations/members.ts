import type { SourceText, TokenRange } from "./source-text.ts";

/** Signs behind which an expression goes on in the next line. */
const goesOnAfter = /^(?:[=+\-*/%&|^<>!,:?.]=?|=>|->|&&|\|\||\?\?|::|:=|<<)$/;

/** Signs with which a line goes on that began above. */
const goesOnWith = /^(?:[=+*/%&|^?:.]|=>|->|&&|\|\||\?\?|::|\?\.|<<|[)\]}])$/;

/** A line of Go or Rust, or a field of a class, ends its statement. */
export type Ends = "lines" | "signs";

/** Returns the members of a range: what stands between commas and semicolons and, with `lines`, on lines of its own. */
export function* membersIn(source: SourceText, { from, to }: TokenRange, ends: Ends): Generator<TokenRange> {
  let start = from;
  for (let at = from; at < to; at = afterType(source, at) ?? source.after(at)) {
    const isSeparator = /^[,;]$/.test(source.at(at));
    const isNewLine = ends === "lines" && at > start && isFirstOfStatement(source, start, at);
    if (isSeparator || isNewLine) {
      if (at > start) yield { from: start, to: at };
      start = isSeparator ? at + 1 : at;
    }
  }
  if (start < to) yield { from: start, to };
}

/** In tokens. */
const longestTypeArguments = 16;

/** Returns the index behind the arguments of a type, whose commas separate nothing: `Map<String, String>`. */
function afterType(source: SourceText, open: number): number | undefined {
  if (source.at(open) !== "<" || !source.isWord(open - 1)) return undefined;
  let depth = 0;
  for (let at = open; at < open + longestTypeArguments; at = source.after(at)) {
    const text = source.at(at);
    if (text === "<") depth++;
    else if (/^>+$/.test(text)) depth -= text.length;
    else if (!source.isWord(at) && !/^(?:[,.?&|[]|::)$/.test(text)) return undefined;
    if (depth <= 0) return at + 1;
  }
  return undefined;
}

function isFirstOfStatement(source: SourceText, start: number, at: number): boolean {
  if (!source.tokens[at]?.isFirstOnLine) return false;
  // Brackets aside, a line of Python is a statement.
  if (source.form.isIndented) return true;
  if (goesOnWith.test(source.at(at))) return false;
  // A body may stand on the line below its head.
  if (source.at(at) === "{" || goesOnAfter.test(source.at(at - 1))) return false;
  return withoutAnnotations(source, { from: start, to: at }).range.from < at;
}

/** What stands before a declaration to say something of it: `@Message("…")`, `[Description("…")]`, `#[error("…")]`. */
export interface Annotation {
  name: string;
  /** The index of its opening bracket; undefined if it has no arguments. */
  open: number | undefined;
}

/** Returns the annotations at the start of a range, and the range behind them. */
export function withoutAnnotations(
  source: SourceText,
  { from, to }: TokenRange,
): { annotations: Annotation[]; range: TokenRange } {
  const annotations: Annotation[] = [];
  let at = from;
  while (at < to) {
    const isAttribute = source.at(at) === "#" && source.at(at + 1) === "[";
    // In brackets stands an attribute of C#, unless that is all there is: then it is a list.
    const isBracket = source.at(at) === "[" && source.isWord(at + 1) && source.after(at) < to;
    if (isAttribute || isBracket) {
      const open = isAttribute ? at + 1 : at;
      for (const one of membersIn(source, source.inside(open), "signs"))
        annotations.push(annotationAt(source, one.from));
      at = source.after(open);
    } else if (source.at(at) === "@" && source.isWord(at + 1)) {
      at += 2;
      while (source.at(at) === "." && source.isWord(at + 1)) at += 2;
      annotations.push(annotationAt(source, at - 1));
      if (source.at(at) === "(") at = source.after(at);
    } else break;
  }
  return { annotations, range: { from: Math.min(at, to), to } };
}

function annotationAt(source: SourceText, index: number): Annotation {
  const open = source.at(index + 1) === "(" ? index + 1 : undefined;
  return { name: source.at(index), open };
}
