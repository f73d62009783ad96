import type { Language } from "../language.ts";
import { isEqualityAssertion, isTextComparison, isTextSearch } from "../queries/jvm-methods.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";

/** Constructors that Scala has in place of collection literals: `Set("A", "B")`. */
const isCollection = '(#match? @_collection "^[A-Z][A-Za-z]*$")';

export const scala: Language = {
  name: "Scala",
  ids: ["scala"],
  extensions: [".scala", ".sc", ".sbt"],
  comment: ["//"],
  grammar: "tree-sitter-scala.wasm",
  query: `
    (string) @string

    (infix_expression
      left: (_) @subject
      operator: (_) @_operator
      right: (string) @compared
      (#any-of? @_operator "==" "!=" "===" "=!=" "eq" "ne" "equals" "shouldBe" "mustBe" "shouldEqual" "mustEqual"))
    (infix_expression
      left: (_) @subject
      operator: (_) @_operator
      right: (call_expression function: (identifier) @_matcher arguments: (arguments . (string) @compared .))
      (#any-of? @_operator "should" "must" "shouldNot")
      (#any-of? @_matcher "be" "equal" "contain" "include" "startWith"))
    (infix_expression
      left: (string) @compared
      operator: (_) @_operator
      right: (_) @subject
      (#any-of? @_operator "==" "!=" "===" "=!=" "eq" "ne" "equals"))
    (infix_expression
      left: (infix_expression right: (string) @compared)
      operator: (_) @_operator
      right: (_) @subject
      (#any-of? @_operator "==" "!=" "==="))
    (call_expression
      function: (field_expression value: (_) @subject field: (identifier) @_equals)
      arguments: (arguments . (string) @compared .)
      ${isTextComparison})
    (call_expression
      function: (field_expression value: (string) @compared field: (identifier) @_equals)
      arguments: (arguments . (_) @subject .)
      ${isTextComparison})
    (call_expression
      function: (identifier) @_equals
      arguments: (arguments (_) @subject . (string) @compared)
      ${isEqualityAssertion})
    (call_expression
      function: (identifier) @_equals
      arguments: (arguments (string) @compared . (_) @subject)
      ${isEqualityAssertion})

    (match_expression
      value: (_) @subject
      body: (case_block (case_clause pattern: [
        (string) @case
        (alternative_pattern) @case
        (case_class_pattern pattern: (string) @case)
      ])))
    (match_expression
      value: (_) @subject
      body: (indented_cases (case_clause pattern: [
        (string) @case
        (alternative_pattern) @case
        (case_class_pattern pattern: (string) @case)
      ])))

    (call_expression
      function: (field_expression
        value: (call_expression
          function: (identifier) @_collection
          arguments: (arguments (string) @element))
        field: (identifier) @_contains)
      arguments: (arguments . (_) @subject .)
      (#eq? @_contains "contains")
      ${isCollection})
    (infix_expression
      left: (call_expression
        function: (identifier) @_collection
        arguments: (arguments (string) @element))
      operator: (_) @_contains
      right: (_) @subject
      (#eq? @_contains "contains")
      ${isCollection})
    (call_expression
      function: (call_expression
        function: (identifier) @_set
        arguments: (arguments (string) @element))
      arguments: (arguments . (_) @subject .)
      (#eq? @_set "Set"))
    (call_expression
      function: (_) @_in
      arguments: (arguments
        . (_) @subject
        . (call_expression function: (identifier) @_collection arguments: (arguments (string) @element)) .)
      ${isMembershipTest("_in")}
      ${isCollection})

    (call_expression
      function: (field_expression value: (_) @subject field: (identifier) @_contains)
      arguments: (arguments . (string) @contained)
      ${isTextSearch})
    (infix_expression
      left: (_) @subject
      operator: (_) @_contains
      right: (string) @contained
      (#match? @_contains "^(contains|startsWith|endsWith|matches|include)$"))

    (assignment_expression left: (_) @subject right: (string) @value)
    (call_expression
      function: (identifier) @type
      arguments: (arguments (assignment_expression right: (string) @value)))
    (val_definition pattern: (_) @subject value: (string) @value)
    (var_definition pattern: (_) @subject value: (string) @value)
    (assignment_expression left: (_) @subject right: [(if_expression) (call_expression)] @value)
    (val_definition pattern: (_) @subject value: [(if_expression) (call_expression)] @value)
    (parameter name: (_) @subject default_value: (string) @value)
    (class_parameter name: (_) @subject default_value: (string) @value)
    (infix_expression
      left: (_) @subject
      operator: (operator_identifier) @_to
      right: (string) @value
      (#any-of? @_to "->" ":=" "→"))

    (val_definition
      pattern: (_) @subject
      value: (call_expression function: (identifier) @_collection arguments: (arguments (string) @listed) @within)
      ${isCollection})
    (generic_function
      function: (infix_expression left: (string) @listed right: (identifier) @_class)
      type_arguments: (type_arguments . (_) @subject .)
      (#eq? @_class "classOf")
      (#match? @subject "(Error|Exception)$"))
    (val_definition
      pattern: (_) @subject
      value: (call_expression
        function: (identifier) @_collection
        arguments: (arguments (infix_expression left: (string) @listed operator: (operator_identifier) @_to)) @within)
      (#any-of? @_to "->" "→")
      ${isCollection})
    (assignment_expression
      left: (_) @subject
      right: (call_expression function: (identifier) @_collection arguments: (arguments (string) @listed))
      ${isCollection})
    (infix_expression
      left: (_) @subject
      operator: (operator_identifier) @_to
      right: (call_expression function: (identifier) @_collection arguments: (arguments (string) @listed))
      (#any-of? @_to "->" ":=" "→")
      ${isCollection})

    (val_definition pattern: (_) @subject value: (string) @constant)
    (object_definition
      name: (_) @type
      body: (template_body (val_definition value: (string) @constant)))
    (object_definition
      name: (_) @type
      body: (template_body (val_definition
        value: (call_expression function: (identifier) @_value arguments: (arguments (string) @constant))))
      (#eq? @_value "Value"))
    (val_definition
      pattern: (_) @subject
      value: (call_expression function: (identifier) @_value arguments: (arguments (string) @constant))
      (#eq? @_value "Value"))
    (simple_enum_case
      name: (_) @subject
      extend: (extends_clause arguments: (arguments (string) @constant)))
    (enum_definition
      name: (_) @type
      body: (enum_body (enum_case_definitions (simple_enum_case
        extend: (extends_clause arguments: (arguments (string) @constant))))))
    (object_definition
      name: (_) @subject
      extend: (extends_clause arguments: (arguments (string) @constant)))

    (call_expression function: (_) @subject arguments: (arguments (string) @argument) @within)
    (call_expression
      function: (_) @subject
      arguments: (arguments (call_expression
        function: (identifier) @_collection
        arguments: (arguments (string) @argument))) @within
      ${isCollection})
    (instance_expression (type_identifier) @subject arguments: (arguments (string) @argument))
    (class_definition
      extend: (extends_clause type: (_) @subject arguments: (arguments (string) @argument)))
    (annotation name: (_) @subject arguments: (arguments (string) @argument))

    (function_definition name: (_) @subject body: (string) @returned)
    (function_definition name: (_) @subject body: (block (string) @returned .))
    (function_definition name: (_) @subject body: (block (return_expression (string) @returned)))

    (val_definition pattern: (identifier) @name value: [(field_expression) (call_expression)] @means)
    (assignment_expression left: (identifier) @name right: [(field_expression) (call_expression)] @means)
    (call_expression
      function: (field_expression value: (identifier) @name field: (identifier) @_contains)
      arguments: (arguments . (_) @means)
      (#match? @_contains "^(contains|get|getOrElse|exists)$"))
    (call_expression function: (identifier) @name arguments: (arguments . (_) @means .))
    (call_expression
      function: [(identifier) (field_expression)] @takes
      arguments: (arguments (identifier) @name) @within
      ${mayTakeCodes("takes")})
  `,
  interpolation: ["interpolation"],
};
