import type { Node } from "web-tree-sitter";
import type { Edit } from "./edit.ts";
import { isBlank, lineAt } from "./lines.ts";

/** An import of a Go file: its path, and the package name by which the file refers to it. */
interface Import {
  path: string;
  name: string;
  node: Node;
}

/** Returns the imports of a Go file; an import without a name is given the last segment of its path. */
export function importsOf(root: Node): Import[] {
  return importNodesOf(root, "import_spec").flatMap((node): Import[] => {
    const path = node?.childForFieldName("path")?.text.slice(1, -1);
    if (!node || !path) return [];
    const name = node.childForFieldName("name")?.text ?? path.replace(/^.*\//, "");
    return [{ path, name, node }];
  });
}

/** Returns the nodes of a type within the import declarations; the rest of the file is not searched. */
function importNodesOf(root: Node, type: string): (Node | null)[] {
  const imports = root.children.filter((one) => one?.type === "import_declaration");
  return imports.flatMap((one) => one?.descendantsOfType(type) ?? []);
}

/**
 * Returns the name of a standard library package in a file, and the edits that import it if it is not imported yet.
 * Undefined if the name cannot be used there.
 */
export function importPackage(
  root: Node,
  text: string,
  path: string,
): { name: string; edits: Edit[] } | undefined {
  const imports = importsOf(root);
  const existing = imports.find((one) => one.path === path);
  // A variable or parameter may shadow the package name.
  const shadowing = new RegExp(
    `\\bvar ${path}\\b|\\b${path}\\s*(?::=|,\\s*\\w+\\s*:=|\\[\\])|[(,]\\s*${path} [\\w*[]`,
  );
  if (existing)
    return /^[_.]$/.test(existing.name) || shadowing.test(text)
      ? undefined
      : { name: existing.name, edits: [] };
  if (imports.some(({ name }) => name === path) || shadowing.test(text)) return undefined;
  const edit = importEdit(root, text, path, imports);
  return edit && { name: path, edits: [edit] };
}

function importEdit(root: Node, text: string, path: string, imports: readonly Import[]): Edit | undefined {
  const list = importNodesOf(root, "import_spec_list")[0];
  if (!list) {
    const after = imports.at(-1)?.node.parent ?? root.children.find((one) => one?.type === "package_clause");
    if (!after) return undefined;
    const { end } = lineAt(text, after.endIndex);
    return { start: end, end, text: `${imports.length > 0 ? "" : "\n"}\nimport "${path}"` };
  }
  const own = imports.filter(({ node }) => node.parent?.id === list.id);
  // The standard library is in the first block, in alphabetical order.
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
