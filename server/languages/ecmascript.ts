import type { Language } from "./language.ts";

const query = `
  [(string) (template_string)] @string

  (binary_expression
    left: (_) @subject
    operator: ["==" "===" "!=" "!=="]
    right: [(string) (template_string)] @compared)
  (binary_expression
    left: [(string) (template_string)] @compared
    operator: ["==" "===" "!=" "!=="]
    right: (_) @subject)

  (switch_statement
    value: (_) @subject
    body: (switch_body (switch_case value: [(string) (template_string)] @case)))

  (pair key: (_) @subject value: [(string) (template_string)] @value)
  (pair key: (_) @subject value: (array [(string) (template_string)] @listed))

  (call_expression
    function: (member_expression
      object: (array [(string) (template_string)] @element)
      property: (property_identifier) @_test)
    arguments: (arguments . (_) @subject)
    (#match? @_test "^(includes|indexOf)$"))
`;

const interpolation = ["template_substitution"];

export const typescript: Language = {
  name: "TypeScript",
  ids: ["typescript"],
  extensions: [".ts", ".mts", ".cts"],
  grammar: "tree-sitter-typescript.wasm",
  query,
  interpolation,
};

export const tsx: Language = {
  name: "TSX",
  ids: ["typescriptreact"],
  extensions: [".tsx"],
  grammar: "tree-sitter-tsx.wasm",
  query,
  interpolation,
};

export const javascript: Language = {
  name: "JavaScript",
  ids: ["javascript", "javascriptreact"],
  extensions: [".js", ".mjs", ".cjs", ".jsx"],
  grammar: "tree-sitter-javascript.wasm",
  query,
  interpolation,
};
