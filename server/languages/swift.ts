import type { Language } from "./language.ts";

const text = "[(line_string_literal) (raw_string_literal) (multi_line_string_literal)]";
/** The grammar reads `a == "X" || b` as `a == ("X" || b)`. */
const right = (literal: string) =>
  `[${literal} (disjunction_expression lhs: ${literal}) (conjunction_expression lhs: ${literal})]`;

export const swift: Language = {
  name: "Swift",
  ids: ["swift"],
  extensions: [".swift"],
  grammar: "tree-sitter-swift.wasm",
  query: `
    ${text} @string

    (equality_expression lhs: (_) @subject rhs: ${right(`${text} @compared`)})
    (equality_expression
      lhs: ${text} @compared
      rhs: [
        (simple_identifier) @subject
        (navigation_expression) @subject
        (call_expression) @subject
        (disjunction_expression lhs: (_) @subject)
        (conjunction_expression lhs: (_) @subject)
      ])
    (infix_expression
      lhs: (_) @subject
      op: (custom_operator) @_operator
      rhs: ${right(`${text} @compared`)}
      (#any-of? @_operator "!=" "~="))
    (infix_expression
      lhs: ${text} @compared
      op: (custom_operator) @_operator
      rhs: (_) @subject
      (#any-of? @_operator "!=" "~="))
    (call_expression
      (simple_identifier) @_equal
      (call_suffix (value_arguments
        . (value_argument value: (_) @subject)
        . (value_argument value: ${text} @compared)))
      (#match? @_equal "[Ee]qual"))
    (call_expression
      (simple_identifier) @_equal
      (call_suffix (value_arguments
        . (value_argument value: ${text} @compared)
        . (value_argument value: (_) @subject)))
      (#match? @_equal "[Ee]qual"))

    (switch_statement
      expr: (_) @subject
      (switch_entry (switch_pattern (pattern ${text} @case))))

    (call_expression
      (navigation_expression
        target: (array_literal element: ${text} @element)
        suffix: (navigation_suffix suffix: (simple_identifier) @_contains))
      (call_suffix (value_arguments . (value_argument value: (_) @subject)))
      (#eq? @_contains "contains"))

    (call_expression
      (navigation_expression
        target: (_) @subject
        suffix: (navigation_suffix suffix: (simple_identifier) @_contains))
      (call_suffix (value_arguments . (value_argument value: ${text} @contained)))
      (#match? @_contains "^(contains|hasPrefix|hasSuffix|starts|range)$"))

    (assignment target: (_) @subject result: ${text} @value)
    (property_declaration name: (pattern) @subject value: ${text} @value)
    (value_argument name: (_) @subject value: ${text} @value)
    (function_declaration (parameter name: (simple_identifier) @subject) . "=" . default_value: ${text} @value)
    (dictionary_literal key: (_) @subject . ":" . value: ${text} @value)

    (property_declaration name: (pattern) @subject value: (array_literal element: ${text} @listed))
    (property_declaration
      name: (pattern) @subject
      value: (call_expression
        (call_suffix (value_arguments (value_argument value: (array_literal element: ${text} @listed))))))
    (property_declaration name: (pattern) @subject value: (dictionary_literal key: ${text} @listed))
    (assignment target: (_) @subject result: (array_literal element: ${text} @listed))
    (value_argument name: (_) @subject value: (array_literal element: ${text} @listed))
    (dictionary_literal key: (_) @subject . ":" . value: (array_literal element: ${text} @listed))

    (property_declaration name: (pattern) @subject value: ${text} @constant)
    (class_declaration
      name: (_) @subject
      body: (enum_class_body (enum_entry raw_value: ${text} @constant)))
    (class_declaration
      name: (_) @subject
      body: [(class_body (property_declaration value: ${text} @constant))
             (enum_class_body (property_declaration value: ${text} @constant))])
    (enum_entry name: (_) @subject . "=" . raw_value: ${text} @constant)

    (call_expression
      . (_) @subject
      (call_suffix (value_arguments (value_argument value: ${text} @argument))))
    (call_expression
      . (_) @subject
      (call_suffix (value_arguments (value_argument value: (array_literal element: ${text} @argument)))))

    (function_declaration
      name: (simple_identifier) @subject
      body: (function_body (statements (control_transfer_statement result: ${text} @returned))))
    (function_declaration
      name: (simple_identifier) @subject
      body: (function_body (statements . ${text} @returned .)))
    (property_declaration
      name: (pattern) @subject
      computed_value: (computed_property (statements . ${text} @returned .)))
    (property_declaration
      name: (pattern) @subject
      computed_value: (computed_property (statements (control_transfer_statement result: ${text} @returned))))
  `,
  interpolation: ["interpolated_expression"],
};
