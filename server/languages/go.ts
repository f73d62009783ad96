import type { Language } from "./language.ts";

const text = "[(interpreted_string_literal) (raw_string_literal)]";

/**
 * A literal, also where it is converted or made a pointer: `ErrorCode("X")`, `tea.String("X")`. Alternations are kept
 * flat: nested ones lose matches.
 */
const wrapped = (capture: string) => `[
  (interpreted_string_literal) @${capture}
  (raw_string_literal) @${capture}
  (call_expression arguments: (argument_list . (interpreted_string_literal) @${capture} .))
]`;

/** What a slice or map holds: elements, keys, the first field of structs. */
const elements = `[
  (literal_element (interpreted_string_literal) @listed)
  (literal_element (raw_string_literal) @listed)
  (keyed_element key: (literal_element (interpreted_string_literal) @listed))
  (keyed_element key: (literal_element (raw_string_literal) @listed))
  (literal_element (literal_value . (literal_element (interpreted_string_literal) @listed)))
]`;

/** What the grammar makes of `new("X")`, for which it expects a type: the quotes are errors around one. */
const pointed = (capture: string) => `(call_expression
  function: (identifier) @_new
  arguments: (argument_list . (ERROR) . [(type_identifier) (qualified_type)] @${capture} . (ERROR) .)
  (#eq? @_new "new"))`;

export const go: Language = {
  name: "Go",
  ids: ["go"],
  extensions: [".go"],
  comment: ["//"],
  grammar: "tree-sitter-go.wasm",
  query: `
    ${text} @string
    ${pointed("prose")}

    (binary_expression left: (_) @subject operator: ["==" "!="] right: ${wrapped("compared")})
    (binary_expression left: ${text} @compared operator: ["==" "!="] right: (_) @subject)
    (call_expression
      function: (_) @_equal
      arguments: (argument_list (_) @subject . ${text} @compared)
      (#match? @_equal "[Ee]qual|Same"))
    (call_expression
      function: (_) @_equal
      arguments: (argument_list ${text} @compared . (_) @subject)
      (#match? @_equal "[Ee]qual|Same"))

    (expression_switch_statement
      value: (_) @subject
      (expression_case value: (expression_list ${text} @case)))

    (keyed_element
      key: (literal_element [(identifier) (interpreted_string_literal)] @subject)
      value: (literal_element ${wrapped("value")}))
    (keyed_element
      key: (literal_element [(identifier) (interpreted_string_literal)] @subject)
      value: (literal_element ${pointed("value")}))
    (assignment_statement left: (expression_list . (_) @subject .) right: (expression_list . ${wrapped("value")} .))
    (short_var_declaration left: (expression_list . (_) @subject .) right: (expression_list . ${wrapped("value")} .))

    (const_spec name: (_) @subject value: (expression_list ${wrapped("constant")}))
    (const_spec type: (_) @subject value: (expression_list ${wrapped("constant")}))
    (var_spec name: (_) @subject value: (expression_list ${wrapped("constant")}))

    (keyed_element
      key: (literal_element [(identifier) (interpreted_string_literal)] @subject)
      value: (literal_element
        (composite_literal body: (literal_value (literal_element ${text} @listed)))))
    (var_spec
      name: (_) @subject
      value: (expression_list (composite_literal body: (literal_value ${elements}))))
    (short_var_declaration
      left: (expression_list (_) @subject)
      right: (expression_list (composite_literal body: (literal_value ${elements}))))
    (assignment_statement
      left: (expression_list (_) @subject)
      right: (expression_list (composite_literal body: (literal_value (literal_element ${text} @listed)))))

    (call_expression function: (_) @subject arguments: (argument_list ${text} @argument))
    (call_expression
      function: (_) @subject
      arguments: (argument_list (composite_literal body: (literal_value (literal_element ${text} @argument)))))
    (composite_literal type: (_) @subject body: (literal_value (literal_element ${text} @argument)))
    (composite_literal
      type: (slice_type element: (_) @subject)
      body: (literal_value (literal_element (literal_value (literal_element ${text} @argument)))))

    (call_expression
      function: (selector_expression operand: (identifier) @_package field: (field_identifier))
      arguments: (argument_list . (_) @subject . ${text} @contained .)
      (#any-of? @_package "strings" "bytes"))
    (call_expression
      function: [(identifier) (selector_expression)] @_contains
      arguments: (argument_list . (_) @subject . ${text} @contained .)
      (#match? @_contains "[Cc]ontains(?:Fold|IgnoreCase|String)?$|[Hh]asPrefix$|[Hh]asSuffix$"))
    (call_expression
      function: (_) @_contains
      arguments: (argument_list
        . (composite_literal body: (literal_value (literal_element ${text} @element)))
        . (_) @subject .)
      (#match? @_contains "[Cc]ontains|^[Ii]n(?:Slice|Array)?$"))

    (function_declaration
      name: (identifier) @subject
      body: (block (statement_list (return_statement (expression_list ${text} @returned)))))
    (method_declaration
      name: (field_identifier) @subject
      body: (block (statement_list (return_statement (expression_list ${text} @returned)))))

    (short_var_declaration
      left: (expression_list . (identifier) @name .)
      right: (expression_list . [(call_expression) (selector_expression)] @means .))
    (index_expression operand: (identifier) @name index: (_) @means)
    (call_expression
      function: (selector_expression field: (field_identifier) @_contains)
      arguments: (argument_list . (identifier) @name . (_) @means .)
      (#match? @_contains "^(Contains|Index|Has)"))
  `,
};
