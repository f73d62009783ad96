import type { Node } from "web-tree-sitter";
import type { Edit } from "./edit.ts";
import { isBlank, lineAt } from "./lines.ts";

/** An import of a Go file: its path, and the name that the file has for it. */
interface Import {
  path: string;
  name: string;
  node: Node;
}

/** The imports of a Go file; those without a name of their own are called as their paths end. */
export function importsOf(root: Node): Import[] {
  return declarationsOf(root, "import_spec").flatMap((node): Import[] => {
    const path = node?.childForFieldName("path")?.text.slice(1, -1);
    if (!node || !path) return [];
    const name = node.childForFieldName("name")?.text ?? path.replace(/^.*\//, "");
    return [{ path, name, node }];
  });
}

/** The nodes of a type in the imports: the rest of a file is not worth a look. */
function declarationsOf(root: Node, type: string): (Node | null)[] {
  const imports = root.children.filter((one) => one?.type === "import_declaration");
  return imports.flatMap((one) => one?.descendantsOfType(type) ?? []);
}

/** The name of a package of the standard library in a file, and the edits that import it where that is not done. */
export function importing(
  root: Node,
  text: string,
  path: string,
): { name: string; edits: Edit[] } | undefined {
  const imports = importsOf(root);
  const known = imports.find((one) => one.path === path);
  // Somebody may have called something else so.
  const taken = new RegExp(
    `\\bvar ${path}\\b|\\b${path}\\s*(?::=|,\\s*\\w+\\s*:=|\\[\\])|[(,]\\s*${path} [\\w*[]`,
  );
  if (known)
    return /^[_.]$/.test(known.name) || taken.test(text) ? undefined : { name: known.name, edits: [] };
  if (imports.some(({ name }) => name === path) || taken.test(text)) return undefined;
  const edit = importEdit(root, text, path, imports);
  return edit && { name: path, edits: [edit] };
}

function importEdit(root: Node, text: string, path: string, imports: readonly Import[]): Edit | undefined {
  const list = declarationsOf(root, "import_spec_list")[0];
  if (!list) {
    const after = imports.at(-1)?.node.parent ?? root.children.find((one) => one?.type === "package_clause");
    if (!after) return undefined;
    const { end } = lineAt(text, after.endIndex);
    return { start: end, end, text: `${imports.length > 0 ? "" : "\n"}\nimport "${path}"` };
  }
  const own = imports.filter(({ node }) => node.parent?.id === list.id);
  // The standard library stands in the first block, in the order of the alphabet.
  const standard = own.filter(({ path: one }) => !/^[^/]*\./.test(one));
  const next = standard.find(({ path: one }) => one > path) ?? (standard.length === 0 ? own[0] : undefined);
  const last = standard.at(-1);
  if (next) {
    const { start, indent } = lineAt(text, next.node.startIndex);
    if (!isBlank(text, start, next.node.startIndex)) return undefined;
    const gap = standard.length === 0 ? "\n" : "";
    return { start, end: start, text: `${indent}"${path}"\n${gap}` };
  }
  if (!last) return undefined;
  const { start, end, indent } = lineAt(text, last.node.startIndex);
  if (!isBlank(text, start, last.node.startIndex)) return undefined;
  return { start: end, end, text: `\n${indent}"${path}"` };
}
