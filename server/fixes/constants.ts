import type { Node } from "web-tree-sitter";

/** How a language writes a constant, and where. */
export interface ConstantStyle {
  /** Its name, of the words of a code. */
  name(parts: readonly string[]): string;
  declare(name: string, value: string): string;
  /** The nodes at the beginning of a file behind which constants stand; undefined where they stand in a class. */
  header?: RegExp;
  /** Whether there is no place for constants where none of these nodes is. */
  needsHeader?: boolean;
  /** The class whose first member the constant becomes. */
  owner?: RegExp;
  /** The parents in which a literal cannot be exchanged for a name. */
  fixed?: RegExp;
  /** Nodes between literal and declaration across which the constant is not seen. */
  hidden?: RegExp;
}

const upper = (parts: readonly string[]) => parts.join("_").toUpperCase();
const pascal = (parts: readonly string[]) =>
  parts.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join("");

const script: ConstantStyle = {
  name: upper,
  declare: (name, value) => `const ${name} = ${value};`,
  header: /^(?:import_statement|expression_statement|hash_bang_line)$/,
  fixed:
    /^(?:pair|jsx_attribute|literal_type|import_statement|export_statement|method_definition|property_signature|public_field_definition|enum_assignment)$/,
  hidden: /^(?:ambient_declaration)$/,
};

/** How constants are written, by the names of languages. */
export const constantStyles: ReadonlyMap<string, ConstantStyle> = new Map<string, ConstantStyle>([
  ["TypeScript", script],
  ["TSX", script],
  ["JavaScript", script],
  [
    "Go",
    {
      name: (parts) => `code${pascal(parts)}`,
      declare: (name, value) => `const ${name} = ${value}`,
      header: /^(?:package_clause|import_declaration)$/,
      needsHeader: true,
      fixed: /^(?:import_spec|field_declaration|const_spec)$/,
    },
  ],
  [
    "Python",
    {
      name: upper,
      declare: (name, value) => `${name} = ${value}`,
      header: /^(?:import_statement|import_from_statement|future_import_statement|expression_statement)$/,
      // A name in a pattern is not compared with, but assigned to.
      fixed:
        /^(?:case_pattern|union_pattern|dict_pattern|list_pattern|tuple_pattern|type|concatenated_string)$/,
    },
  ],
  [
    "Java",
    {
      name: upper,
      declare: (name, value) => `private static final String ${name} = ${value};`,
      owner: /^class_declaration$/,
    },
  ],
  [
    "C#",
    {
      name: pascal,
      declare: (name, value) => `private const string ${name} = ${value};`,
      owner: /^class_declaration$/,
    },
  ],
  [
    "PHP",
    {
      name: upper,
      declare: (name, value) => `const ${name} = ${value};`,
      header: /^(?:php_tag|namespace_definition|namespace_use_declaration|declare_statement)$/,
      needsHeader: true,
    },
  ],
  [
    "Ruby",
    {
      name: upper,
      declare: (name, value) => `${name} = ${value}`,
      header: /^(?:call)$/,
      fixed: /^(?:chained_string|string_array|pair)$/,
    },
  ],
  [
    "Rust",
    {
      name: upper,
      declare: (name, value) => `const ${name}: &str = ${value};`,
      header: /^(?:use_declaration|extern_crate_declaration|inner_attribute_item)$/,
      // What stands in the arguments of an attribute has to be a literal.
      fixed: /^(?:attribute|token_tree|const_item|static_item)$/,
      hidden: /^(?:mod_item|attribute_item)$/,
    },
  ],
]);

/** A name for a code's constant that the text has no other use for. */
export function nameFor(code: string, text: string, { name }: ConstantStyle): string | undefined {
  const rest = text.replaceAll(new RegExp(`(["'\`])${code.replaceAll(".", "\\.")}\\1`, "g"), "");
  const parts = code.split(/[._-]+/).flatMap((part) => camelWords(part));
  const plain = name(parts);
  const candidates = [
    plain,
    name([...parts, "Code"]),
    name(["Error", ...parts]),
    name(["Error", "Code", ...parts]),
  ];
  return candidates.find((one) => /^[A-Za-z_]\w*$/.test(one) && !new RegExp(`\\b${one}\\b`).test(rest));
}

/** The words of a part of a code, as they are written. */
function camelWords(part: string): string[] {
  return part.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]/g) ?? [];
}

/** The last of the nodes with which a file begins, of the kinds that stand before its constants. */
export function headerOf(root: Node, header: RegExp): Node | undefined {
  let last: Node | undefined;
  if (root.children.some((one) => one?.type === "namespace_definition" && !isHeader(one))) return undefined;
  for (const one of root.children) {
    if (!one || /comment|^attribute_item$/.test(one.type)) continue;
    if (!header.test(one.type) || !isHeader(one)) break;
    last = one;
  }
  return last;
}

/** Of statements and calls, only directives, documentation and `require` belong to the head of a file. */
function isHeader({ type, firstNamedChild, text }: Node): boolean {
  if (type === "expression_statement") return /^string$/.test(firstNamedChild?.type ?? "");
  if (type === "call") return /^(?:require|require_relative|load)\b/.test(text);
  return type !== "namespace_definition" || !text.includes("{");
}
