import type { Language } from "../language.ts";
import { choice, ecmascriptQuery, interpolation, text } from "../queries/ecmascript.ts";

/** An expression with a type assertion: `["X"] as const`, `{ … } satisfies Codes`. */
const typeAssertion = (inner: string) => `[
  (as_expression ${inner})
  (satisfies_expression ${inner})
  (satisfies_expression (as_expression ${inner}))
]`;

/** The shared patterns, and those of enums, types and TypeScript's declarations. */
const query = `${ecmascriptQuery}
  (type_alias_declaration name: (_) @subject value: (union_type) @listed)
  (variable_declarator name: (_) @subject value: ${typeAssertion(`(array ${text} @listed)`)} @within)
  (variable_declarator name: (_) @subject value: ${typeAssertion(`(object (pair value: ${text} @constant))`)})
  (variable_declarator name: (_) @subject value: ${typeAssertion("(object (pair key: (string) @listed))")})
  (enum_declaration name: (_) @type body: (enum_body (enum_assignment value: ${text} @constant)))
  (enum_assignment name: (_) @subject value: ${text} @constant)
  (property_signature name: (_) @subject type: (type_annotation (literal_type (string) @value)))
  (property_signature name: (_) @subject type: (type_annotation (union_type) @value))
  (required_parameter pattern: (_) @subject value: ${text} @value)
  (public_field_definition name: (_) @subject value: ${choice} @value)
  (public_field_definition name: (_) @subject value: ${text} @constant)
`;

export const typescript: Language = {
  name: "TypeScript",
  ids: ["typescript"],
  extensions: [".ts", ".mts", ".cts"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  grammar: "tree-sitter-typescript.wasm",
  query,
  interpolation,
};

export const tsx: Language = {
  name: "TSX",
  ids: ["typescriptreact"],
  extensions: [".tsx"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  grammar: "tree-sitter-tsx.wasm",
  query,
  interpolation,
};
