import { ReadingStopped } from "./budget.ts";

// How deeply a text may be nested. The limits are half of the depth at which a grammar makes the parser fail, found by
// bisection.

/** Brackets in any language: with 200,000 of them open, the tree takes all the memory that there may be. */
const maximumBrackets = 100_000;

/** Braces behind a colon, for the grammars that fail where more blocks with labels are inside one another. */
const maximumLabelled: Partial<Record<string, number>> = {
  // With 8812, they take all of the stack.
  "tree-sitter-javascript.wasm": 4400,
  "tree-sitter-typescript.wasm": 4400,
  "tree-sitter-tsx.wasm": 4400,
};

/** Levels of indentation, for the grammars that fail where there are more of them. */
const maximumIndentation: Partial<Record<string, number>> = {
  // With 257, its scanner writes beyond the place where it keeps them.
  "tree-sitter-yaml.wasm": 128,
};

/**
 * Throws `ReadingStopped` if a text is nested more deeply than a grammar can take. Takes one pass over the text, unless
 * `brackets` is given: at least as many as are open at once. Returns such a number.
 */
export function refuseDeepNesting(text: string, grammar: string, brackets = text.length): number {
  const maximumLevels = maximumIndentation[grammar];
  if (maximumLevels !== undefined && isIndentedBeyond(text, maximumLevels))
    throw new ReadingStopped("too-deep");
  const most = Math.min(brackets, text.length);
  const labelled = maximumLabelled[grammar] ?? maximumBrackets;
  if (most <= labelled) return most;
  const open = openBrackets(text);
  if (open > maximumBrackets || (open > labelled && labelledBraces(text) > labelled))
    throw new ReadingStopped("too-deep");
  return open;
}

/** Returns how many brackets are open at once at most; those in strings and comments count too. */
function openBrackets(text: string): number {
  let [depth, most] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x28 || char === 0x5b || char === 0x7b) {
      if (++depth > most) most = depth;
    } else if ((char === 0x29 || char === 0x5d || char === 0x7d) && depth > 0) depth--;
  }
  return most;
}

/** Returns how many braces behind a colon are open at once at most. */
function labelledBraces(text: string): number {
  const isLabelled: boolean[] = [];
  let [depth, most, isBehindColon] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x7b) {
      isLabelled.push(isBehindColon);
      if (isBehindColon && ++depth > most) most = depth;
    } else if (char === 0x7d && isLabelled.pop()) depth--;
    // Blanks may stand between the two.
    if (char > 0x20) isBehindColon = char === 0x3a;
  }
  return most;
}

/**
 * Returns whether more blocks of a YAML text are inside one another than a maximum. A block begins where a line is
 * indented more than the one before, and behind each `- `, `? ` and `: ` at the start of a line.
 */
function isIndentedBeyond(text: string, maximum: number): boolean {
  const columns: number[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
    let at = skipSpaces(text, start);
    if (at < end) {
      while ((columns.at(-1) ?? -1) >= at - start) columns.pop();
      columns.push(at - start);
      while (at < end && isIndicator(text, at) && columns.length <= maximum) {
        at = skipSpaces(text, at + 1);
        columns.push(at - start);
      }
      if (columns.length > maximum) return true;
    }
    start = end + 1;
  }
  return false;
}

/** Returns whether a `-`, `?` or `:` with a space behind it is at an offset. */
function isIndicator(text: string, at: number): boolean {
  return "-?:".includes(text.charAt(at)) && /^\s$/.test(text.charAt(at + 1));
}

/** Returns whether a character ends a line; the scanner takes a carriage return alone as one. */
function isLineBreak(char: number): boolean {
  return char === 0x0a || char === 0x0d;
}

/** Returns the offset of the first character from an offset on that is no space, tab or byte order mark. */
function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\uFEFF") at++;
  return at;
}
