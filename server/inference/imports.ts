// What import statements bind, read from the lines around an imported path: enough for the names that code uses.

/** A word of an import statement; a path alone in a Go import block is also imported. */
const importKeyword = /\b(?:import|from|require|use|using|include|package|export|namespace)\b/g;
const maximumKeyword = "namespace".length;
const pathAlone = /^\s*(?:[\w.]+\s+)?"[\w./@-]*$/;

/** How much of a line before a path alone in an import block may be blanks and its alias, in UTF-16 units. */
const maximumAlias = 500;

/**
 * Finds out whether the lines of a text import something at some offsets, which must be asked for in ascending order:
 * of each line, no part is read twice.
 */
export class ImportLines {
  readonly #text: string;
  /** The start of the line that was read last, and up to where. */
  #line = { start: 0, end: 0, hasKeyword: false };

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns whether the line at an offset imports something before it. */
  isImport(offset: number): boolean {
    const line = this.#line;
    const unread = this.#text.slice(line.end, offset);
    const lineBreak = unread.lastIndexOf("\n");
    if (lineBreak >= 0) {
      const start = line.end + lineBreak + 1;
      this.#line = { start, end: start, hasKeyword: false };
    }
    const current = this.#line;
    const before = this.#text.slice(current.start, offset);
    // A keyword can begin in the part that was read before, and end in this one.
    importKeyword.lastIndex = Math.max(0, current.end - current.start - maximumKeyword);
    current.hasKeyword ||= importKeyword.test(before);
    current.end = Math.max(current.end, offset);
    return current.hasKeyword || (offset - current.start <= maximumAlias && pathAlone.test(before));
  }
}

/**
 * Returns whether a package is named at an offset as part of the full name of a type of which an object is created:
 * `new \Aws\S3\S3Client(…)`, which needs no import.
 */
export function isCreatedByFullName(text: string, offset: number): boolean {
  if (!/\bnew\s+\\?$/.test(text.slice(Math.max(0, offset - maximumCreation), offset))) return false;
  return /^(?:\w+[.\\])+[A-Z]\w*\s*[({;]/.test(text.slice(offset, offset + maximumPath));
}

/** How much of a text before a full name shows that an object is created, in UTF-16 units. */
const maximumCreation = 20;

/** Returns the path that an import names from an offset on, such as `github.com/aws/aws-sdk-go/service/ec2`. */
export function pathOfImport(text: string, offset: number): string {
  return /[\w./@:\\-]*/.exec(text.slice(offset, offset + maximumPath))?.[0] ?? "";
}

/** The maximum length of an imported path in UTF-16 units. */
const maximumPath = 300;

/** How much of a line before and behind an imported path belongs to its statement, in UTF-16 units. */
const maximumStatement = 2000;

/** Words of import statements that are not imported names. */
const importWords = new Set(
  "import from require use using include package export namespace const let var type as static await new github com".split(
    " ",
  ),
);

/**
 * Returns the names that an import statement binds: those in its braces, its alias, and the last part of its path. The
 * alias of a whole package replaces the last part: `tcerr ".../common/errors"` binds no `errors`.
 */
export function namesOfImport(text: string, offset: number): string[] {
  const start = statementStart(text, offset);
  const after = text.slice(offset, offset + maximumStatement);
  const end = after.indexOf("\n");
  const statement = text.slice(start, end < 0 ? offset + after.length : offset + end);
  const path = pathOfImport(text, offset);
  const pathParts = path.split(/[./:\\]+/);
  const last = pathParts.filter((part) => part !== "" && !/^v\d+$/.test(part)).at(-1);
  const alias = aliasIn(statement);
  if (alias !== undefined) return usable([alias]);
  const listed = statement.replace(/(["']).*?\1/g, " ").match(/[A-Za-z_]\w+/g) ?? [];
  return usable([
    ...listed.filter((name) => !pathParts.includes(name)),
    ...(last ? [last.replace(/-/g, "_")] : []),
  ]);
}

/** A path with an alias before it, as in Go; an alias `.` or `_` binds no name. */
const goAlias = /^\s*(?:import\s+)?(?!(?:import|from|require|use|using|include|export)\b)([\w.]+)\s+"[^"]*"/;
/** A whole module with an alias: `import a.b as c`, `using C = A.B;`, `use A\B as C;`. */
const moduleAlias = /^\s*(?:import|use|using)\s+(?:(\w+)\s*=\s*)?[\w.\\:]+(?:\s+as\s+(\w+))?\s*;?\s*$/;

/** Returns the alias of the package that a statement imports as a whole; undefined if it has none. */
function aliasIn(statement: string): string | undefined {
  const found = moduleAlias.exec(statement);
  return goAlias.exec(statement)?.[1] ?? found?.[1] ?? found?.[2];
}

function usable(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => !importWords.has(name.toLowerCase()) && name.length > 2);
}

/** Returns where the import statement that ends on an offset's line begins: names in braces may take several lines. */
function statementStart(text: string, offset: number): number {
  const nearest = text.slice(Math.max(0, offset - maximumStatement), offset + 1);
  const line = offset + 1 - nearest.length + nearest.lastIndexOf("\n") + 1;
  const before = text.slice(Math.max(0, line - maximumStatement), line);
  if (!/^\s*[})]/.test(text.slice(line, offset))) return line;
  const opened = Math.max(before.lastIndexOf("{"), before.lastIndexOf("("));
  return opened < 0 ? line : line - before.length + opened;
}
