import type { Language } from "../language.ts";
import { anyOf } from "../queries/alternation.ts";
import { isEqualityAssertion, isTextComparison, isTextSearch } from "../queries/jvm-methods.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";

/** The elements of a list that is created in place: `List.of("X")`, `new String[] {"X"}`, `new HashSet<>(List.of("X"))`. */
const list = (capture: string) =>
  anyOf(
    `(method_invocation object: (identifier) arguments: (argument_list (string_literal) @${capture}))`,
    `(array_creation_expression value: (array_initializer (string_literal) @${capture}))`,
    `(object_creation_expression arguments: (argument_list (method_invocation
      object: (identifier)
      arguments: (argument_list (string_literal) @${capture}))))`,
  );

export const java: Language = {
  name: "Java",
  ids: ["java"],
  extensions: [".java"],
  comment: ["//"],
  grammar: "tree-sitter-java.wasm",
  query: `
    (string_literal) @string

    (binary_expression left: (_) @subject operator: ["==" "!="] right: (string_literal) @compared)
    (binary_expression left: (string_literal) @compared operator: ["==" "!="] right: (_) @subject)
    (method_invocation
      object: (string_literal) @compared
      name: (identifier) @_equals
      arguments: (argument_list . (_) @subject .)
      ${isTextComparison})
    (method_invocation
      object: (_) @subject
      name: (identifier) @_equals
      arguments: (argument_list . (string_literal) @compared .)
      (#match? @_equals "^(equals|equalsIgnoreCase|contentEquals|compareTo|isEqualTo)$"))
    (method_invocation
      name: (identifier) @_equals
      arguments: (argument_list (string_literal) @compared . (_) @subject)
      ${isEqualityAssertion})
    (method_invocation
      name: (identifier) @_equals
      arguments: (argument_list (_) @subject . (string_literal) @compared)
      ${isEqualityAssertion})
    (method_invocation
      object: (method_invocation
        name: (identifier) @_when
        arguments: (argument_list . (_) @subject .))
      arguments: (argument_list . (string_literal) @compared .)
      (#match? @_when "^(assertThat|when|expect|verify)$"))
    (method_invocation
      object: (method_invocation
        name: (identifier) @_assert
        arguments: (argument_list . (_) @subject .))
      name: (identifier) @_in
      arguments: (argument_list (string_literal) @element)
      (#eq? @_assert "assertThat")
      (#match? @_in "^is(Not)?In$"))
    (method_invocation
      object: (method_invocation
        name: (identifier) @_assert
        arguments: (argument_list . (_) @subject .))
      name: (identifier) @_message
      arguments: (argument_list . (string_literal) @contained .)
      (#eq? @_assert "assertThat")
      (#match? @_message "^(contains|hasMessageContaining|hasMessageStartingWith)$"))
    (method_invocation
      name: (identifier) @_assert
      arguments: (argument_list
        (_) @subject
        . (method_invocation
          name: (identifier) @_matcher
          arguments: (argument_list . (string_literal) @compared .)) .)
      (#eq? @_assert "assertThat")
      (#match? @_matcher "^(is|equalTo|equalToIgnoringCase)$"))
    (method_invocation
      name: (identifier) @_any
      arguments: (argument_list . (_) @subject (string_literal) @compared)
      (#match? @_any "^equalsAny"))

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
    (method_invocation
      object: (method_invocation name: (identifier) @_assert arguments: (argument_list . ${list("element")} .))
      name: (identifier) @_contains
      arguments: (argument_list . (_) @subject .)
      (#eq? @_assert "assertThat")
      (#match? @_contains "^contains"))
    (method_invocation
      name: (identifier) @_in
      arguments: (argument_list . (_) @subject . ${list("element")} .)
      ${isMembershipTest("_in")})
    (method_invocation
      name: (identifier) @_in
      arguments: (argument_list . ${list("element")} . (_) @subject .)
      ${isMembershipTest("_in")})
    (method_invocation
      object: (_) @subject
      name: (identifier) @_contains
      arguments: (argument_list . (string_literal) @contained)
      ${isTextSearch})

    (assignment_expression left: (_) @subject right: (string_literal) @value)
    (local_variable_declaration
      declarator: (variable_declarator name: (_) @subject value: (string_literal) @value))
    (assignment_expression
      left: (_) @subject
      right: [(ternary_expression) (method_invocation) (parenthesized_expression)] @value)
    (local_variable_declaration
      declarator: (variable_declarator
        name: (_) @subject
        value: [(ternary_expression) (method_invocation) (parenthesized_expression)] @value))
    (method_invocation
      name: (identifier) @_pair
      arguments: (argument_list (string_literal) @subject . (string_literal) @value)
      (#match? @_pair "^(?:put\\w*|entry|pair|append|add|addProperty|set|setProperty)$"))
    (method_invocation
      object: (identifier) @_map
      name: (identifier) @_of
      arguments: (argument_list (string_literal) @subject . (string_literal) @value)
      (#match? @_map "Map$|Pair$|Tuple\\d?$")
      (#eq? @_of "of"))
    (object_creation_expression
      type: (_) @_pair
      arguments: (argument_list . (string_literal) @subject . (string_literal) @value .)
      (#match? @_pair "Pair|Entry|Tuple|Property"))
    (element_value_pair key: (_) @subject value: (string_literal) @value)
    (element_value_pair
      key: (_) @subject
      value: (element_value_array_initializer (string_literal) @listed))

    (field_declaration
      declarator: (variable_declarator name: (_) @subject value: (string_literal) @constant))
    (constant_declaration
      declarator: (variable_declarator name: (_) @subject value: (string_literal) @constant))
    (class_declaration
      name: (_) @type
      body: (class_body (field_declaration declarator: (variable_declarator value: (string_literal) @constant))))
    (interface_declaration
      name: (_) @type
      body: (interface_body (constant_declaration declarator: (variable_declarator value: (string_literal) @constant))))
    (enum_declaration
      name: (_) @type
      body: (enum_body (enum_constant arguments: (argument_list (string_literal) @constant))))
    (enum_constant name: (_) @subject arguments: (argument_list (string_literal) @constant))

    (variable_declarator
      name: (_) @subject
      value: (method_invocation name: (identifier) @_made arguments: (argument_list (string_literal) @listed) @within)
      (#match? @_made "^(of|ofEntries|asList|copyOf|singleton\\w*|new\\w*(Set|List|Map))$"))
    (variable_declarator
      name: (_) @subject
      value: (array_initializer (string_literal) @listed) @within)
    (variable_declarator
      name: (_) @subject
      value: (array_creation_expression value: (array_initializer (string_literal) @listed) @within))
    (variable_declarator
      name: (_) @subject
      value: (object_creation_expression
        arguments: (argument_list (method_invocation arguments: (argument_list (string_literal) @listed) @within))))
    (variable_declarator
      name: (_) @subject
      value: (method_invocation arguments: (argument_list (method_invocation
        name: (identifier) @_entry
        arguments: (argument_list . (string_literal) @listed . (_)))) @within)
      (#match? @_entry "[Ee]ntry$"))
    (argument_list (string_literal) @listed . (class_literal (_) @subject) (#match? @subject "(Error|Exception)$"))
    (method_invocation
      object: [(identifier) (field_access)] @subject
      name: (identifier) @_put
      arguments: (argument_list . (string_literal) @listed)
      (#match? @_put "^(add|put|contains|remove|get|register)"))
    (method_invocation
      object: [(identifier) (field_access)] @subject
      name: (identifier) @_put
      arguments: (argument_list . (_) . (string_literal) @listed .)
      (#match? @_put "^put")
      (#match? @subject "[Cc]odes?$|CODES?$"))

    (method_invocation name: (_) @subject arguments: (argument_list (string_literal) @argument) @within)
    (method_invocation name: (_) @subject arguments: (argument_list ${list("argument")}) @within)
    (object_creation_expression type: (_) @subject arguments: (argument_list (string_literal) @argument) @within)
    (object_creation_expression type: (_) @subject arguments: (argument_list ${list("argument")}) @within)
    (class_declaration
      superclass: (superclass (_) @subject)
      body: (class_body (constructor_declaration body: (constructor_body
        (explicit_constructor_invocation arguments: (argument_list (string_literal) @argument))))))
    (annotation name: (_) @subject arguments: (annotation_argument_list (string_literal) @argument))

    (method_declaration name: (_) @subject body: (block (return_statement (string_literal) @returned)))

    (variable_declarator name: (identifier) @name value: [(method_invocation) (field_access)] @means)
    (method_invocation
      object: (identifier) @name
      name: (identifier) @_contains
      arguments: (argument_list . (_) @means)
      (#match? @_contains "^(contains|containsKey|indexOf|get|getOrDefault)$"))
    (assignment_expression left: (identifier) @name right: [(method_invocation) (field_access)] @means)
    (method_invocation
      name: (identifier) @_in
      arguments: (argument_list . (identifier) @name . (_) @means .)
      ${isMembershipTest("_in")})
    (method_invocation
      name: (identifier) @_in
      arguments: (argument_list . (_) @means . (identifier) @name .)
      ${isMembershipTest("_in")})
    (method_invocation
      name: (identifier) @takes
      arguments: (argument_list (identifier) @name) @within
      ${mayTakeCodes("takes")})
  `,
};
