import type { Language } from "../language.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";
import { isOperator } from "../queries/operators.ts";

const text = "[(string) (encapsed_string)]";

/** The elements of a list. */
const list = (capture: string) =>
  `(array_creation_expression (array_element_initializer . ${text} @${capture} .))`;

/** The elements of a list, or the keys of a map. */
const listOrKeys = (capture: string) => `[
  ${list(capture)}
  (array_creation_expression (array_element_initializer . ${text} @${capture} . (_)))
]`;

/** A call of a function or method, with a capture of its name. */
const call = (name: string, args: string) => `[
  (function_call_expression function: (_) @${name} arguments: ${args})
  (member_call_expression name: (_) @${name} arguments: ${args})
  (nullsafe_member_call_expression name: (_) @${name} arguments: ${args})
  (scoped_call_expression name: (_) @${name} arguments: ${args})
]`;

const expressions =
  "[(member_call_expression) (nullsafe_member_call_expression) (function_call_expression) (member_access_expression) (subscript_expression)]";

const isEquality = isOperator("==", "===", "!=", "!==", "<>");

export const php: Language = {
  name: "PHP",
  ids: ["php"],
  extensions: [".php", ".phtml"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  grammar: "tree-sitter-php.wasm",
  query: `
    ${text} @string
    [(heredoc_body) (nowdoc_body)] @scalar

    (binary_expression left: (_) @subject operator: _ @_operator right: ${text} @compared ${isEquality})
    (binary_expression left: ${text} @compared operator: _ @_operator right: (_) @subject ${isEquality})
    (${call("_equal", `(arguments (argument (_) @subject .) . (argument ${text} @compared))`)}
      (#match? @_equal "[Ee]qual|Same|strn?(case)?cmp$"))
    (${call("_equal", `(arguments (argument ${text} @compared) . (argument (_) @subject .))`)}
      (#match? @_equal "[Ee]qual|Same|strn?(case)?cmp$"))
    (member_call_expression
      object: (function_call_expression arguments: (arguments . (argument (_) @subject .) .))
      name: (name) @_matcher
      arguments: (arguments . (argument ${text} @compared))
      (#match? @_matcher "^(toBe|toEqual|toContain)$"))

    (switch_statement
      condition: (parenthesized_expression (_) @subject)
      body: (switch_block (case_statement value: ${text} @case)))
    (match_expression
      condition: (parenthesized_expression (_) @subject)
      body: (match_block (match_conditional_expression
        conditional_expressions: (match_condition_list ${text} @case))))

    (function_call_expression
      function: (_) @_in
      arguments: (arguments . (argument (_) @subject .) . (argument ${list("element")}))
      (#match? @_in "(in_array|array_search)$"))
    (function_call_expression
      function: (_) @_exists
      arguments: (arguments . (argument (_) @subject .) . (argument ${listOrKeys("element")}))
      (#match? @_exists "array_key_exists$"))
    (${call("_in", `(arguments . (argument (_) @subject .) . (argument ${list("element")}) .)`)}
      ${isMembershipTest("_in")})
    (${call("_in", `(arguments . (argument ${list("element")}) . (argument (_) @subject .) .)`)}
      ${isMembershipTest("_in")})

    (array_element_initializer . (_) @subject . ${text} @value .)
    (array_element_initializer
      . (_) @type
      . (array_creation_expression (array_element_initializer . (_) . ${text} @value .)) .)
    (object_creation_expression [(name) (qualified_name)] @type (arguments (argument name: (_) ${text} @value)))
    (assignment_expression left: (_) @subject right: ${text} @value)
    (augmented_assignment_expression left: (_) @subject right: ${text} @value)
    (array_element_initializer . (_) @subject . [(binary_expression) (conditional_expression)] @value .)
    (assignment_expression left: (_) @subject right: [(binary_expression) (conditional_expression)] @value)
    (property_element name: (_) @subject default_value: ${text} @value)
    (simple_parameter name: (_) @subject default_value: ${text} @value)
    (property_promotion_parameter name: (_) @subject default_value: ${text} @value)
    (argument name: (_) @subject ${text} @value)

    (array_element_initializer . (_) @subject . ${list("listed")} @within .)
    (array_element_initializer
      . ${text} @listed
      . (class_constant_access_expression . [(name) (qualified_name)] @subject) .
      (#match? @subject "(Error|Exception)$"))
    (assignment_expression left: (_) @subject right: ${listOrKeys("listed")} @within)
    (property_element name: (_) @subject default_value: ${listOrKeys("listed")} @within)
    (const_element . (name) @subject ${listOrKeys("listed")} @within)
    (simple_parameter name: (_) @subject default_value: ${list("listed")} @within)
    (argument name: (_) @subject ${list("listed")} @within)

    (member_call_expression
      name: (name) @subject
      arguments: (arguments . (argument ${text} @contained) .)
      (#match? @subject "^expectException(Message|MessageMatches)$"))
    ${call("subject", `(arguments (argument ${text} @argument)) @within`)}
    ${call("subject", `(arguments (argument ${list("argument")})) @within`)}
    (object_creation_expression
      [(name) (qualified_name)] @subject
      (arguments [(argument ${text} @argument) (argument ${list("argument")})]) @within)
    (class_declaration
      name: (_) @subject
      body: (declaration_list (method_declaration body: (compound_statement (expression_statement
        (scoped_call_expression
          name: (name) @_construct
          arguments: (arguments (argument ${text} @argument)))))))
      (#eq? @_construct "__construct"))

    (const_element . (name) @subject ${text} @constant)
    (class_declaration
      name: (_) @type
      body: (declaration_list (const_declaration (const_element ${text} @constant))))
    (interface_declaration
      name: (_) @type
      body: (declaration_list (const_declaration (const_element ${text} @constant))))
    (enum_declaration name: (_) @type body: (enum_declaration_list (enum_case value: ${text} @constant)))
    (enum_case name: (_) @subject value: ${text} @constant)
    (function_call_expression
      function: (_) @_define
      arguments: (arguments . (argument (_) @subject .) . (argument ${text} @constant))
      (#match? @_define "^.?define$"))
    (match_conditional_expression
      conditional_expressions: (match_condition_list (class_constant_access_expression (name) @subject .))
      return_expression: ${text} @constant)
    (case_statement
      value: (class_constant_access_expression (name) @subject .)
      (return_statement ${text} @constant))

    (function_call_expression
      function: (_) @_contains
      arguments: (arguments . (argument (_) @subject .) . (argument ${text} @contained))
      (#match? @_contains "(strpos|strrpos|stripos|strstr|stristr|str_contains|str_starts_with|str_ends_with)$"))

    (${call("_contains", `(arguments . (argument ${text} @contained) . (argument (_) @subject .))`)}
      (#match? @_contains "^assertString.*Contain"))
    (function_call_expression
      function: (_) @_matches
      arguments: (arguments . (argument ${text} @contained) . (argument (_) @subject .))
      (#match? @_matches "preg_match$"))

    (function_definition name: (_) @subject body: (compound_statement (return_statement ${text} @returned)))
    (method_declaration name: (_) @subject body: (compound_statement (return_statement ${text} @returned)))

    (assignment_expression left: (variable_name) @name right: ${expressions} @means)
    (subscript_expression . (variable_name) @name . (_) @means)
    (subscript_expression . (class_constant_access_expression (name) @name .) . (_) @means)
    (${call("_in", "(arguments . (argument (variable_name) @name) . (argument (_) @means .))")}
      ${isMembershipTest("_in")})
    (${call("_in", "(arguments . (argument (_) @means .) . (argument (variable_name) @name))")}
      ${isMembershipTest("_in")})
    (${call("takes", "(arguments (argument (variable_name) @name)) @within")}
      ${mayTakeCodes("takes")})
  `,
  interpolation: ["variable_name", "dynamic_variable_name"],
};
