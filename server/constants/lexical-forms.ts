import type { LexicalGrammar } from "../syntax/tokens/lexical-grammar.ts";

/** How a language writes constants. */
export interface SourceForm extends LexicalGrammar {
  /** Words before the name of a constant that are not the name: `const`, `public`. */
  modifiers: RegExp;
  /** Whether the type of a constant stands behind its name without a sign between them: `Code string = "…"`. */
  hasTypesBehindNames?: boolean;
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** White space and comments of C and its many relatives. An unclosed comment reaches to the end of the text. */
const slashes = /\s+|\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)/y;

const inQuotes = [
  { open: /"/y, close: '"', escape: "\\" },
  { open: /'/y, close: "'", escape: "\\" },
];

/** The forms by the extension of files. */
export const sourceForms = {
  ".go": {
    skipped: slashes,
    strings: [...inQuotes, { open: /`/y, close: "`", multiline: true }],
    word,
    modifiers: /^(?:const|var)$/,
    hasTypesBehindNames: true,
  },
  ".java": {
    skipped: slashes,
    strings: [{ open: /"""/y, close: '"""', escape: "\\", multiline: true }, ...inQuotes],
    word,
    modifiers: /^(?:public|protected|private|static|final)$/,
  },
  ".py": {
    skipped: /\s+|#[^\r\n]*/y,
    strings: [{ open: /[rRbBuUfF]{0,2}("""|''')/y, close: "%", escape: "\\", multiline: true }, ...inQuotes],
    word,
    modifiers: /^$/,
  },
  ".ts": {
    skipped: slashes,
    strings: [...inQuotes, { open: /`/y, close: "`", escape: "\\", multiline: true }],
    word,
    modifiers: /^(?:export|declare|const|let|var|static|readonly|public|private|protected)$/,
  },
} satisfies Record<string, SourceForm>;
