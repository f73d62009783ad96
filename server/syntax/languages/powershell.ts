import type { Language } from "../language.ts";

// The grammar wraps every expression in one node for each level of precedence, also without an operator of that level.

/** A pattern nested in nodes of these types, the first one outermost. */
const levels = (names: string[], inner: string) =>
  names.reduceRight((nested, name) => `(${name} ${nested})`, inner);
const operators = [
  "additive_expression",
  "multiplicative_expression",
  "format_expression",
  "range_expression",
];
/** An operand of a comparison: one expression, or a list with commas. */
const operand = (inner: string) => levels(operators, `(array_literal_expression ${inner})`);
const expression = (inner: string) =>
  levels(["logical_expression", "bitwise_expression", "comparison_expression"], operand(inner));
const pipeline = (inner: string) => `(pipeline (pipeline_chain . ${expression(inner)} .))`;
/** A string that is the whole of an expression. */
const string = (capture: string) => `. (unary_expression . (string_literal) @${capture} .) .`;
/** The elements of `@("A", "B")`. */
const list = (capture: string) =>
  `(unary_expression (array_expression
    statements: (statement_list ${pipeline(`(unary_expression . (string_literal) @${capture} .)`)})))`;
/** The elements of `"A", "B"`, a list without brackets. */
const commaList = (capture: string) => `(unary_expression . (string_literal) @${capture} .)`;
const argument = (inner: string) =>
  `(argument_expression ${levels(
    [
      "logical_argument_expression",
      "bitwise_argument_expression",
      "comparison_argument_expression",
      "additive_argument_expression",
      "multiplicative_argument_expression",
      "format_argument_expression",
      "range_argument_expression",
    ],
    inner,
  )})`;
const argumentsOf = (inner: string) =>
  `(argument_list argument_expression_list: (argument_expression_list ${inner}))`;

export const powershell: Language = {
  name: "PowerShell",
  ids: ["powershell"],
  extensions: [".ps1", ".psm1", ".psd1"],
  comment: ["#"],
  grammar: "tree-sitter-powershell.wasm",
  query: `
    (string_literal) @string
    ((switch_clause_condition) @string (#match? @string "^[\\"']"))
    ((switch_clause_condition) @scalar (#match? @scalar "^[A-Za-z]"))
    (command_elements (generic_token) @scalar (#match? @scalar "^[A-Z][A-Za-z]"))

    (comparison_expression
      . (_) @subject
      . (comparison_operator) @_operator
      . ${operand(string("compared"))}
      (#match? @_operator "^-[ci]?(eq|ne)$"))
    (comparison_expression
      . (comparison_expression ${operand(string("compared"))})
      . (comparison_operator) @_operator
      . (_) @subject
      (#match? @_operator "^-[ci]?(eq|ne)$"))
    (pipeline_chain
      (_) @subject
      . (command
        command_name: (command_name) @_should
        command_elements: (command_elements
          (command_parameter) @_be
          . (command_argument_sep)
          . (array_literal_expression ${string("compared")})))
      (#eq? @_should "Should")
      (#match? @_be "^-(Be|BeExactly)$"))

    (switch_statement
      (switch_condition) @subject
      (switch_body (switch_clauses (switch_clause (switch_clause_condition) @case))))
    (switch_statement
      (switch_parameters (switch_parameter) @_pattern)
      (switch_condition) @subject
      (switch_body (switch_clauses (switch_clause (switch_clause_condition) @contained)))
      (#match? @_pattern "^-([Ww]ildcard|[Rr]egex)$"))

    (comparison_expression
      . (_) @subject
      . (comparison_operator) @_operator
      . ${operand(list("element"))}
      (#match? @_operator "^-[ci]?(not)?in$"))
    (comparison_expression
      . (_) @subject
      . (comparison_operator) @_operator
      . ${operand(commaList("element"))}
      (#match? @_operator "^-[ci]?(not)?in$"))
    (comparison_expression
      . (comparison_expression ${operand(list("element"))})
      . (comparison_operator) @_operator
      . (_) @subject
      (#match? @_operator "^-[ci]?(not)?contains$"))
    (comparison_expression
      . (_) @subject
      . (comparison_operator) @_operator
      . ${operand(string("listed"))}
      (#match? @_operator "^-[ci]?(not)?contains$"))

    (comparison_expression
      . (_) @subject
      . (comparison_operator) @_operator
      . ${operand(string("contained"))}
      (#match? @_operator "^-[ci]?(not)?(match|like)$"))
    (invokation_expression
      . (_) @subject
      (member_name) @_contains
      . ${argumentsOf(`. ${argument("(unary_expression . (string_literal) @contained .)")}`)}
      (#match? @_contains "^(?:Contains|StartsWith|EndsWith|IndexOf)$"))
    (invokation_expression
      . (_) @subject
      (member_name) @_equals
      . ${argumentsOf(`. ${argument("(unary_expression . (string_literal) @compared .)")}`)}
      (#eq? @_equals "Equals"))

    (assignment_expression (left_assignment_expression) @subject value: ${pipeline(string("value"))})
    (hash_entry (key_expression) @subject ${pipeline(string("value"))})
    (class_property_definition (variable) @subject ${expression(string("value"))})
    (script_parameter (variable) @subject (script_parameter_default ${expression(string("value"))}))
    (command_elements
      (command_parameter) @subject
      . (command_argument_sep)
      . (array_literal_expression ${string("value")}))

    (assignment_expression (left_assignment_expression) @subject value: ${pipeline(list("listed"))} @within)
    (assignment_expression (left_assignment_expression) @subject value: ${pipeline(commaList("listed"))} @within)
    (hash_entry (key_expression) @subject ${pipeline(list("listed"))})
    (hash_entry (key_expression) @subject ${pipeline(commaList("listed"))})

    (assignment_expression
      (left_assignment_expression) @subject
      value: ${pipeline(". (unary_expression . (hash_literal_expression (hash_literal_body (hash_entry (key_expression (unary_expression (string_literal) @listed)))))) .")}
      @within)

    (assignment_expression (left_assignment_expression) @subject value: ${pipeline(string("constant"))})
    (class_property_definition (variable) @subject ${expression(string("constant"))})

    (command
      command_name: (command_name) @subject
      command_elements: (command_elements (array_literal_expression ${commaList("argument")}))
      (#not-match? @subject "^Write-"))
    (command
      command_name: (command_name) @subject
      command_elements: (command_elements (generic_token) @argument)
      (#not-match? @subject "^Write-"))
    (invokation_expression
      (member_name) @subject
      . ${argumentsOf(argument("(unary_expression . (string_literal) @argument .)"))})
    (invokation_expression
      (type_literal) @subject
      (member_name) @_new
      . ${argumentsOf(argument("(unary_expression . (string_literal) @argument .)"))}
      (#match? @_new "^[Nn]ew$"))

    (assignment_expression
      (left_assignment_expression) @name
      value: ${pipeline(". (unary_expression . [(member_access) (element_access) (invokation_expression)] @means .) .")})

    (function_statement
      (function_name) @subject
      (script_block (script_block_body
        (statement_list (flow_control_statement ${pipeline(string("returned"))})))))
    (class_method_definition
      (simple_name) @subject
      (script_block (script_block_body
        (statement_list (flow_control_statement ${pipeline(string("returned"))})))))
  `,
  interpolation: ["variable", "sub_expression"],
};
