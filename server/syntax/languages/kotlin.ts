import type { Language } from "../language.ts";
import { isEqualityAssertion, isTextSearch } from "../queries/jvm-methods.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";

const text = "[(string_literal) (multiline_string_literal)]";
/** Functions that Kotlin has in place of collection literals: `listOf`, `setOf`, `mutableMapOf`, `arrayOf`. */
const isCollection = '(#match? @_collection "^(?:\\\\w*(?:List|Set|Map)|list|set|map|array)Of$")';

export const kotlin: Language = {
  name: "Kotlin",
  ids: ["kotlin"],
  extensions: [".kt", ".kts"],
  comment: ["//"],
  grammar: "tree-sitter-kotlin.wasm",
  needsLastLineBreak: true,
  query: `
    ${text} @string

    (binary_expression left: (_) @subject operator: ["==" "!=" "===" "!=="] right: ${text} @compared)
    (binary_expression left: ${text} @compared operator: ["==" "!=" "===" "!=="] right: (_) @subject)
    (call_expression
      (navigation_expression (_) @subject (identifier) @_equals .)
      . (value_arguments . (value_argument . ${text} @compared .))
      (#match? @_equals "^(equals|contentEquals|compareTo|isEqualTo|should(Not)?(Be|Equal))$"))
    (call_expression
      (navigation_expression . ${text} @compared (identifier) @_equals .)
      . (value_arguments . (value_argument . (_) @subject .))
      (#match? @_equals "^(equals|contentEquals|compareTo)$"))
    (call_expression
      (identifier) @_equals
      . (value_arguments (value_argument . (_) @subject .) . (value_argument . ${text} @compared .))
      ${isEqualityAssertion})
    (call_expression
      (identifier) @_equals
      . (value_arguments (value_argument . ${text} @compared .) . (value_argument . (_) @subject .))
      ${isEqualityAssertion})
    (infix_expression
      . (_) @subject
      . (identifier) @_equals
      . ${text} @compared
      (#match? @_equals "^(?:should|shouldNot)?(?:[Bb]e|[Ee]qual)|^returns$"))

    (when_expression
      (when_subject (_) @subject .)
      (when_entry condition: ${text} @case))
    (when_expression
      (when_subject (_) @subject .)
      (when_entry
        condition: (range_test
          (call_expression
            (identifier) @_collection
            . (value_arguments (value_argument . ${text} @case .)))))
      ${isCollection})

    (in_expression
      left: (_) @subject
      right: (call_expression
        (identifier) @_collection
        . (value_arguments (value_argument . ${text} @element .)))
      ${isCollection})
    (call_expression
      (navigation_expression
        (call_expression
          (identifier) @_collection
          . (value_arguments (value_argument . ${text} @element .)))
        (identifier) @_contains .)
      . (value_arguments . (value_argument . (_) @subject .) .)
      (#eq? @_contains "contains")
      ${isCollection})

    (call_expression
      . (_) @_in
      (value_arguments
        . (value_argument . (_) @subject .)
        . (value_argument
          . (call_expression (identifier) @_collection . (value_arguments (value_argument . ${text} @element .)))) .)
      ${isMembershipTest("_in")}
      ${isCollection})

    (in_expression left: ${text} @contained right: (_) @subject)
    (call_expression
      (navigation_expression (_) @subject (identifier) @_contains .)
      . (value_arguments . (value_argument . ${text} @contained .))
      ${isTextSearch})

    (assignment left: (_) @subject right: ${text} @value)
    (property_declaration (variable_declaration . (identifier) @subject) ${text} @value)
    (assignment left: (_) @subject right: [(binary_expression) (if_expression)] @value)
    (property_declaration
      (variable_declaration . (identifier) @subject)
      [(binary_expression) (if_expression)] @value)
    (class_parameter (identifier) @subject ${text} @value)
    (function_value_parameters (parameter . (identifier) @subject) . "=" . ${text} @value)
    (value_argument . (identifier) @subject . ${text} @value .)
    (call_expression . (identifier) @type (value_arguments (value_argument . (identifier) . ${text} @value .)))
    (infix_expression . (_) @subject . (identifier) @_to . ${text} @value (#eq? @_to "to"))

    (property_declaration
      (variable_declaration . (identifier) @subject)
      (call_expression
        (identifier) @_collection
        . (value_arguments (value_argument . ${text} @listed .)) @within)
      ${isCollection})
    (infix_expression
      . ${text} @listed
      . (identifier) @_to
      . (navigation_expression . (identifier) @subject)
      (#eq? @_to "to")
      (#match? @subject "(Error|Exception)$"))
    (property_declaration
      (variable_declaration . (identifier) @subject)
      (call_expression
        (identifier) @_collection
        . (value_arguments (value_argument . (infix_expression . ${text} @listed . (identifier) @_to))) @within)
      (#eq? @_to "to")
      ${isCollection})
    (assignment
      left: (_) @subject
      right: (call_expression
        (identifier) @_collection
        . (value_arguments (value_argument . ${text} @listed .)))
      ${isCollection})
    (value_argument
      . (identifier) @subject
      . (call_expression
        (identifier) @_collection
        . (value_arguments (value_argument . ${text} @listed .)))
      ${isCollection})
    (infix_expression
      . (_) @subject
      . (identifier) @_to
      . (call_expression
        (identifier) @_collection
        . (value_arguments (value_argument . ${text} @listed .)))
      (#eq? @_to "to")
      ${isCollection})

    (property_declaration (variable_declaration . (identifier) @subject) ${text} @constant)
    (object_declaration
      name: (_) @type
      (class_body (property_declaration ${text} @constant)))
    (class_declaration
      name: (_) @type
      (enum_class_body (enum_entry (value_arguments (value_argument ${text} @constant)))))
    (enum_entry . (identifier) @subject (value_arguments (value_argument ${text} @constant)))

    (call_expression . (_) @subject (value_arguments (value_argument . ${text} @argument .)) @within)
    (call_expression
      . (_) @subject
      (value_arguments (value_argument
        . (call_expression
          (identifier) @_collection
          . (value_arguments (value_argument . ${text} @argument .))))) @within
      ${isCollection})
    (constructor_invocation (user_type) @subject (value_arguments (value_argument . ${text} @argument .)))

    (function_declaration name: (_) @subject (function_body ${text} @returned))
    (function_declaration
      name: (_) @subject
      (function_body (block (return_expression ${text} @returned))))
    (property_declaration
      (variable_declaration . (identifier) @subject)
      (getter (function_body ${text} @returned)))

    (property_declaration
      (variable_declaration . (identifier) @name)
      [(navigation_expression) (call_expression)] @means)
    (assignment left: (identifier) @name right: [(navigation_expression) (call_expression)] @means)
    (in_expression left: (_) @means right: (identifier) @name)
    (index_expression . (identifier) @name . (_) @means)
    (call_expression
      (navigation_expression . (identifier) @name (identifier) @_contains .)
      . (value_arguments . (value_argument . (_) @means .))
      (#match? @_contains "^(contains|containsKey|get|getOrDefault)$"))
    (call_expression
      . [(identifier) (navigation_expression)] @takes
      (value_arguments (value_argument . (identifier) @name .)) @within
      ${mayTakeCodes("takes")})
  `,
  interpolation: ["interpolation"],
};
