import type { Language } from "./language.ts";

export const go: Language = {
  name: "Go",
  ids: ["go"],
  extensions: [".go"],
  grammar: "tree-sitter-go.wasm",
  query: `
    [(interpreted_string_literal) (raw_string_literal)] @string

    (binary_expression
      left: (_) @subject
      operator: ["==" "!="]
      right: [(interpreted_string_literal) (raw_string_literal)] @compared)
    (binary_expression
      left: [(interpreted_string_literal) (raw_string_literal)] @compared
      operator: ["==" "!="]
      right: (_) @subject)
    (call_expression
      function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_function)
      arguments: (argument_list (_) @subject (interpreted_string_literal) @compared)
      (#eq? @_package "strings")
      (#eq? @_function "EqualFold"))

    (expression_switch_statement
      value: (_) @subject
      (expression_case
        value: (expression_list [(interpreted_string_literal) (raw_string_literal)] @case)))

    (keyed_element
      key: (literal_element (identifier) @subject)
      value: (literal_element [(interpreted_string_literal) (raw_string_literal)] @value))
    (keyed_element
      key: (literal_element (interpreted_string_literal) @subject)
      value: (literal_element [(interpreted_string_literal) (raw_string_literal)] @value))
    (keyed_element
      key: (literal_element (identifier) @subject)
      value: (literal_element
        (composite_literal body: (literal_value (literal_element (interpreted_string_literal) @listed)))))
  `,
};
