import type { Language } from "./language.ts";

export const java: Language = {
  name: "Java",
  ids: ["java"],
  extensions: [".java"],
  grammar: "tree-sitter-java.wasm",
  query: `
    (string_literal) @string

    (method_invocation
      object: (string_literal) @compared
      name: (identifier) @_equals
      arguments: (argument_list . (_) @subject .)
      (#match? @_equals "^(equals|equalsIgnoreCase|contentEquals)$"))
    (method_invocation
      object: (_) @subject
      name: (identifier) @_equals
      arguments: (argument_list . (string_literal) @compared .)
      (#match? @_equals "^(equals|equalsIgnoreCase|contentEquals)$"))
    (method_invocation
      name: (identifier) @_equals
      arguments: (argument_list . (string_literal) @compared . (_) @subject .)
      (#match? @_equals "^(equals|equalsIgnoreCase)$"))
    (method_invocation
      name: (identifier) @_equals
      arguments: (argument_list . (_) @subject . (string_literal) @compared .)
      (#match? @_equals "^(equals|equalsIgnoreCase)$"))

    (switch_expression
      condition: (_) @subject
      body: (switch_block (switch_block_statement_group (switch_label (string_literal) @case))))
    (switch_expression
      condition: (_) @subject
      body: (switch_block (switch_rule (switch_label (string_literal) @case))))

    (method_invocation
      object: (method_invocation arguments: (argument_list (string_literal) @element))
      name: (identifier) @_contains
      arguments: (argument_list . (_) @subject .)
      (#eq? @_contains "contains"))
  `,
};
