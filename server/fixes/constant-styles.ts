import type { Node } from "web-tree-sitter";

/** How a language declares a constant, and where. */
export interface ConstantStyle {
  /** Builds the name from the words of a code. */
  name(parts: readonly string[]): string;
  declare(name: string, value: string): string;
  /** Types of the nodes at the start of a file that precede its constants; undefined if constants are class members. */
  header?: RegExp;
  /** Whether a constant cannot be declared in a file without any `header` node. */
  needsHeader?: boolean;
  /** Type of the node whose first member the constant becomes. */
  container?: RegExp;
  /** Types of parents in which a literal cannot be replaced by a name. */
  literalOnlyParents?: RegExp;
  /** Types of ancestors of a literal inside which the constant is not in scope. */
  outOfScopeAncestors?: RegExp;
}

const upper = (parts: readonly string[]) => parts.join("_").toUpperCase();
const pascal = (parts: readonly string[]) =>
  parts.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join("");

const script: ConstantStyle = {
  name: upper,
  declare: (name, value) => `const ${name} = ${value};`,
  header: /^(?:import_statement|expression_statement|hash_bang_line)$/,
  literalOnlyParents:
    /^(?:pair|jsx_attribute|literal_type|import_statement|export_statement|method_definition|property_signature|public_field_definition|enum_assignment)$/,
  outOfScopeAncestors: /^(?:ambient_declaration)$/,
};

/** How constants are declared, by the `name` of the language. */
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
      literalOnlyParents: /^(?:import_spec|field_declaration|const_spec)$/,
    },
  ],
  [
    "Python",
    {
      name: upper,
      declare: (name, value) => `${name} = ${value}`,
      header: /^(?:import_statement|import_from_statement|future_import_statement|expression_statement)$/,
      // A name in a pattern is a capture, not a comparison.
      literalOnlyParents:
        /^(?:case_pattern|union_pattern|dict_pattern|list_pattern|tuple_pattern|type|concatenated_string)$/,
    },
  ],
  [
    "Java",
    {
      name: upper,
      declare: (name, value) => `private static final String ${name} = ${value};`,
      container: /^class_declaration$/,
    },
  ],
  [
    "C#",
    {
      name: pascal,
      declare: (name, value) => `private const string ${name} = ${value};`,
      container: /^class_declaration$/,
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
      literalOnlyParents: /^(?:chained_string|string_array|pair)$/,
    },
  ],
  [
    "Rust",
    {
      name: upper,
      declare: (name, value) => `const ${name}: &str = ${value};`,
      header: /^(?:use_declaration|extern_crate_declaration|inner_attribute_item)$/,
      // The arguments of an attribute have to be literals.
      literalOnlyParents: /^(?:attribute|token_tree|const_item|static_item)$/,
      outOfScopeAncestors: /^(?:mod_item|attribute_item)$/,
    },
  ],
]);

/** Returns a name for a code's constant that does not occur in the text yet; undefined if all candidates do. */
export function constantNameFor(code: string, text: string, { name }: ConstantStyle): string | undefined {
  const rest = ['"', "'", "`"].reduce((left, quote) => left.replaceAll(quote + code + quote, ""), text);
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

/** Splits a part of a code into its camel case words, which keep their case. */
function camelWords(part: string): string[] {
  return part.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]/g) ?? [];
}

/**
 * Returns the last of the `header` nodes with which a file begins; undefined if there is none, or if the file has
 * namespaces in braces.
 */
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

/** Whether a node belongs to the header: of statements and calls, only directives, docstrings and `require` do. */
function isHeader({ type, firstNamedChild, text }: Node): boolean {
  if (type === "expression_statement") return /^string$/.test(firstNamedChild?.type ?? "");
  if (type === "call") return /^(?:require|require_relative|load)\b/.test(text);
  return type !== "namespace_definition" || !text.includes("{");
}
