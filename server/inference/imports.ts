// What import statements bind, read from the lines around an imported path: enough for the names that code uses.

/** Returns whether the line at an offset imports something: by a keyword, or as a path alone in a Go import block. */
export function isImport(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return /\b(?:import|from|require|use|using|include|package|export|namespace)\b|^\s*(?:[\w.]+\s+)?"[\w./@-]*$/.test(
    before,
  );
}

/** Returns the path that an import names from an offset on, such as `github.com/aws/aws-sdk-go/service/ec2`. */
export function pathOfImport(text: string, offset: number): string {
  return /[\w./@:\\-]*/.exec(text.slice(offset, offset + maximumPath))?.[0] ?? "";
}

/** The maximum length of an imported path in UTF-16 units. */
const maximumPath = 300;

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
  const end = text.indexOf("\n", offset);
  const statement = text.slice(start, end < 0 ? undefined : end);
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
  const line = text.lastIndexOf("\n", offset) + 1;
  const before = text.slice(Math.max(0, line - 2000), line);
  if (!/^\s*[})]/.test(text.slice(line, offset))) return line;
  const opened = Math.max(before.lastIndexOf("{"), before.lastIndexOf("("));
  return opened < 0 ? line : line - before.length + opened;
}
