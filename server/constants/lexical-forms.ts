import type { LexicalGrammar } from "../syntax/tokens/lexical-grammar.ts";

/** How a language writes constants. */
export interface SourceForm extends LexicalGrammar {
  /** Words before the name of a constant that are not the name: `const`, `public`. */
  modifiers: RegExp;
  /** Whether the type of a constant stands behind its name without a sign between them: `Code string = "…"`. */
  hasTypesBehindNames?: boolean;
  /** Whether the value of a property or the result of a method may stand behind an arrow: `Closed => new("…")`. */
  hasArrowMembers?: boolean;
  /** Whether blocks are told by their indentation. */
  isIndented?: boolean;
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** White space and comments of C and its many relatives. An unclosed comment reaches to the end of the text. */
const slashes = /\s+|\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)/y;

const inQuotes = [
  { open: /"/y, close: '"', escape: "\\" },
  { open: /'/y, close: "'", escape: "\\" },
];

const java: SourceForm = {
  skipped: slashes,
  strings: [{ open: /"""/y, close: '"""', escape: "\\", multiline: true }, ...inQuotes],
  word,
  modifiers: /^(?:public|protected|private|static|final)$/,
};

const ecmascript: SourceForm = {
  skipped: slashes,
  strings: [...inQuotes, { open: /`/y, close: "`", escape: "\\", value: /\$\{/y, multiline: true }],
  word,
  modifiers: /^(?:export|default|declare|const|let|var|static|readonly|public|private|protected)$/,
};

const python: SourceForm = {
  skipped: /(?:\s|\\\r?\n)+|#[^\r\n]*/y,
  strings: [
    { open: /[rRbBuUfF]{0,2}("""|''')/y, close: "%", escape: "\\", multiline: true },
    { open: /[rRbBuUfF]{0,2}(["'])/y, close: "%", escape: "\\" },
  ],
  word,
  modifiers: /^$/,
  isIndented: true,
};

/** The forms by the extension of files. */
export const sourceForms = {
  ".go": {
    skipped: slashes,
    strings: [...inQuotes, { open: /`/y, close: "`", multiline: true }],
    word,
    modifiers: /^(?:const|var)$/,
    hasTypesBehindNames: true,
  },
  ".java": java,
  ".kt": { ...java, modifiers: /^(?:public|protected|private|internal|const|val|var|override|lateinit)$/ },
  ".cs": {
    skipped:
      /\s+|\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)|#(?:region|endregion|pragma|nullable|if|endif)\b[^\r\n]*/y,
    strings: [
      { open: /"""/y, close: '"""', multiline: true },
      { open: /\$?@\$?"/y, close: '"', escape: '"', multiline: true },
      { open: /\$?"/y, close: '"', escape: "\\" },
      { open: /'/y, close: "'", escape: "\\" },
    ],
    word,
    modifiers: /^(?:public|protected|private|internal|static|const|readonly|new)$/,
    hasArrowMembers: true,
  },
  ".php": {
    skipped: /\s+|\/\/[^\r\n]*|#(?!\[)[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)/y,
    strings: inQuotes,
    word,
    modifiers: /^(?:public|protected|private|static|final|const|case|var|readonly)$/,
  },
  ".rs": {
    skipped: slashes,
    strings: [
      { open: /b?r(#+)"/y, close: '"%', multiline: true },
      { open: /b?r"/y, close: '"', multiline: true },
      { open: /b?"/y, close: '"', escape: "\\", multiline: true },
    ],
    word,
    modifiers: /^(?:pub|const|static)$/,
  },
  ".py": python,
  ".pyi": python,
  ".ts": ecmascript,
  ".tsx": ecmascript,
  ".mts": ecmascript,
  ".cts": ecmascript,
  ".js": ecmascript,
  ".jsx": ecmascript,
  ".mjs": ecmascript,
  ".cjs": ecmascript,
} satisfies Record<string, SourceForm>;

/** Returns how the language of a file writes constants, by the ending of its name; undefined for other files. */
export function sourceFormOf(path: string): SourceForm | undefined {
  const extension = /\.[^./\\]+$/.exec(path.toLowerCase())?.[0] ?? "";
  return Object.hasOwn(sourceForms, extension)
    ? sourceForms[extension as keyof typeof sourceForms]
    : undefined;
}
