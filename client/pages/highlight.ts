/** How the snippets of a language are coloured: only words and marks that stand in them. */
interface Coloring {
  keywords: ReadonlySet<string>;
  /** What begins a comment that ends with its line. */
  comment: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const ecmascript: Coloring = {
  keywords: words(
    "async await break case catch const continue default else export for from function if import in instanceof let new null of return switch throw true false try typeof undefined var void while",
  ),
  comment: "//",
};

/** By the id of the language, as the page's list of languages has it. */
const colorings: Readonly<Record<string, Coloring>> = {
  typescript: ecmascript,
  javascript: ecmascript,
  go: {
    keywords: words(
      "break case const default else error false for func if import interface nil range return string struct switch true type var",
    ),
    comment: "//",
  },
  python: {
    keywords: words(
      "and as break case def elif else except False finally for from if import in is lambda match None not or pass raise return True try while with",
    ),
    comment: "#",
  },
  java: {
    keywords: words(
      "break case catch class default else false final for if import instanceof int long new null private public return static switch throw throws true try var void while",
    ),
    comment: "//",
  },
  kotlin: {
    keywords: words(
      "as break catch class else false for fun if import in is null object repeat return throw true try val var when while",
    ),
    comment: "//",
  },
  csharp: {
    keywords: words(
      "async await break case catch class const default else false for foreach if int is new null out public return static string switch throw true try using var void when while",
    ),
    comment: "//",
  },
  php: {
    keywords: words(
      "as break callable case catch default else false fn for foreach function if int mixed new null return static switch throw true try use void while",
    ),
    comment: "//",
  },
  ruby: {
    keywords: words(
      "and begin break case def do else elsif end ensure false if in module next nil not or raise require rescue retry return self then true unless until when while yield",
    ),
    comment: "#",
  },
  rust: {
    keywords: words(
      "as async await break const continue crate else enum Err false fn for if impl in let loop match mod move mut None Ok pub ref return self Some static struct true type use where while",
    ),
    comment: "//",
  },
};

/**
 * Renders code as HTML, with its comments, strings, numbers and keywords in elements of classes of these names. Code in
 * another language is only escaped.
 */
export function highlight(text: string, language: string, escaped: (text: string) => string): string {
  const coloring = Object.hasOwn(colorings, language) ? colorings[language] : undefined;
  if (!coloring) return escaped(text);
  const { keywords, comment } = coloring;
  const token = new RegExp(
    `(?<comment>${comment}[^\\n]*)|(?<string>"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*'|\`[^\`]*\`)|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)|(?<number>\\d[\\d_.]*)|[\\s\\S]`,
    "gu",
  );
  return Array.from(text.matchAll(token), ({ 0: part, groups = {} }) => {
    const kind = groups.word === undefined ? kindOf(groups) : keywords.has(part) ? "keyword" : undefined;
    return kind ? `<span class="${kind}">${escaped(part)}</span>` : escaped(part);
  }).join("");
}

function kindOf(groups: Record<string, string | undefined>): string | undefined {
  return ["comment", "string", "number"].find((kind) => groups[kind] !== undefined);
}
