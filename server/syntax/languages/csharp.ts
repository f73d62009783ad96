import type { Language } from "../language.ts";
import { anyOf } from "../queries/alternation.ts";
import { csharpAliases } from "../queries/csharp-aliases.ts";
import { collection, list, lists, text } from "../queries/csharp-collections.ts";
import { isMembershipTest } from "../queries/membership.ts";
import { isOperator } from "../queries/operators.ts";

/** A constant pattern, also negated or as one of several alternatives: `is not ("X" or "Y")`. */
const pattern = (capture: string) => `[
  (constant_pattern ${text} @${capture})
  (negated_pattern (constant_pattern ${text} @${capture}))
  (negated_pattern (parenthesized_pattern (or_pattern) @${capture}))
  (or_pattern) @${capture}
]`;

/** The value that an attribute gives to an enum member: `[EnumMember(Value = "X")]`. */
const attribute = anyOf(
  `(attribute_argument ${text} @constant)`,
  `(attribute_argument (assignment_expression right: ${text} @constant))`,
);

const isEquality = isOperator("==", "!=");

export const csharp: Language = {
  name: "C#",
  ids: ["csharp"],
  extensions: [".cs", ".csx"],
  comment: ["//"],
  grammar: "tree-sitter-c-sharp.wasm",
  query: `
    [
      (string_literal)
      (verbatim_string_literal)
      (raw_string_literal)
      (interpolated_string_expression)
    ] @string

    (binary_expression
      left: (_) @subject
      operator: _ @_operator
      right: ${text} @compared
      ${isEquality})
    (binary_expression
      left: ${text} @compared
      operator: _ @_operator
      right: (_) @subject
      ${isEquality})
    (is_pattern_expression expression: (_) @subject pattern: ${pattern("compared")})
    (subpattern . (_) @subject ${pattern("compared")})
    (invocation_expression
      function: (member_access_expression expression: ${text} @compared name: (identifier) @_equals)
      arguments: (argument_list . (argument (_) @subject))
      (#match? @_equals "^(Equals|CompareTo)$"))
    (invocation_expression
      function: (member_access_expression expression: (_) @subject name: (identifier) @_equals)
      arguments: (argument_list . (argument ${text} @compared))
      (#match? @_equals "^(Equals|CompareTo)$|^Should(Be|Equal)"))
    (invocation_expression
      function: (conditional_access_expression
        condition: (_) @subject
        (member_binding_expression name: (identifier) @_equals))
      arguments: (argument_list . (argument ${text} @compared))
      (#match? @_equals "^(Equals|CompareTo)$"))
    (invocation_expression
      function: (member_access_expression
        expression: (invocation_expression
          function: (member_access_expression expression: (_) @subject)
          arguments: (argument_list . ")"))
        name: (identifier) @_be)
      arguments: (argument_list . (argument ${text} @compared))
      (#match? @_be "^(Be|Equal)"))
    (invocation_expression
      function: (member_access_expression
        expression: (invocation_expression
          function: (member_access_expression expression: (_) @subject)
          arguments: (argument_list . ")"))
        name: (identifier) @_be)
      arguments: (argument_list (argument ${text} @element))
      (#eq? @_be "BeOneOf"))
    (invocation_expression
      function: (_) @_equal
      arguments: (argument_list (argument (_) @subject .) . (argument ${text} @compared))
      (#match? @_equal "Equal|Same|[.]Compare"))
    (invocation_expression
      function: (_) @_equal
      arguments: (argument_list (argument ${text} @compared) . (argument (_) @subject .))
      (#match? @_equal "Equal|Same|[.]Compare"))
    (invocation_expression
      arguments: (argument_list
        . (argument (_) @subject .)
        . (argument (invocation_expression
          function: (_) @_equal
          arguments: (argument_list . (argument ${text} @compared)))))
      (#match? @_equal "Equal|Same"))

    (switch_statement value: (_) @subject body: (switch_body (switch_section ${pattern("case")})))
    (switch_statement value: (_) @subject body: (switch_body (switch_section ${text} @case)))
    (switch_expression . (_) @subject (switch_expression_arm . ${pattern("case")}))

    (invocation_expression
      function: (member_access_expression expression: ${list("element")} name: (identifier) @_contains)
      arguments: (argument_list . (argument (_) @subject .))
      (#match? @_contains "^(Contains|Any|IndexOf)$"))
    (invocation_expression
      function: (_) @_in
      arguments: (argument_list . (argument (_) @subject .) . (argument ${list("element")}) .)
      ${isMembershipTest("_in")})
    (invocation_expression
      function: (_) @_in
      arguments: (argument_list . (argument ${list("element")}) . (argument (_) @subject .) .)
      ${isMembershipTest("_in")})

    (object_creation_expression
      type: (_) @type
      initializer: (initializer_expression (assignment_expression right: ${text} @value)))
    (object_creation_expression type: (_) @type arguments: (argument_list (argument name: (_) ${text} @value)))
    (assignment_expression left: (_) @subject right: ${text} @value)
    (variable_declarator name: (_) @subject ${text} @value)
    (assignment_expression left: (_) @subject right: [(binary_expression) (conditional_expression)] @value)
    (variable_declarator name: (_) @subject [(binary_expression) (conditional_expression)] @value)
    (property_declaration name: (_) @subject value: ${text} @value)
    (anonymous_object_creation_expression (identifier) @subject . "=" . ${text} @value)
    (argument name: (_) @subject ${text} @value)
    (parameter name: (_) @subject ${text} @value)
    (initializer_expression (initializer_expression . (_) @subject . ${text} @value .))
    (invocation_expression
      function: (member_access_expression name: (identifier) @_add)
      arguments: (argument_list . (argument (_) @subject .) . (argument ${text} @value) .)
      (#match? @_add "^(Try)?Add$"))

    (variable_declarator name: (_) @subject ${collection("listed")} @within)
    (assignment_expression
      left: (element_binding_expression (argument ${text} @listed))
      right: (typeof_expression type: (_) @subject)
      (#match? @subject "(Error|Exception)$"))
    (initializer_expression
      . ${text} @listed
      . (typeof_expression type: (_) @subject)
      (#match? @subject "(Error|Exception)$"))
    (variable_declarator
      name: (_) @subject
      (invocation_expression
        function: (member_access_expression name: (identifier) @_create)
        arguments: (argument_list (argument ${text} @listed)) @within)
      (#eq? @_create "Create"))
    (property_declaration
      name: (_) @subject
      value: ${anyOf(...lists("listed"), `(arrow_expression_clause ${list("listed")})`)})
    (assignment_expression
      left: (_) @subject
      right: ${list("listed")} @within)
    (argument name: (_) @subject ${list("listed")} @within)
    (invocation_expression
      function: (member_access_expression expression: (_) @subject name: (identifier) @_add)
      arguments: (argument_list . (argument ${text} @listed))
      (#match? @_add "^(Try)?Add$|^ContainsKey$|^TryGetValue$"))

    (invocation_expression
      function: (_) @subject
      arguments: (argument_list (argument !name ${text} @argument)) @within)
    (invocation_expression
      function: (_) @subject
      arguments: (argument_list (argument ${list("argument")})) @within)
    (object_creation_expression
      type: (_) @subject
      arguments: (argument_list (argument !name ${text} @argument)) @within)
    (object_creation_expression
      type: (_) @subject
      arguments: (argument_list (argument ${list("argument")})) @within)
    (variable_declaration
      type: (_) @subject
      (variable_declarator
        (implicit_object_creation_expression (argument_list (argument ${text} @argument)))))
    (class_declaration
      name: (_) @subject
      body: (declaration_list
        (constructor_declaration (constructor_initializer (argument_list (argument ${text} @argument))))))
    (attribute name: (_) @subject (attribute_argument_list (attribute_argument ${text} @argument)))

    (field_declaration
      (modifier) @_constant
      (variable_declaration (variable_declarator name: (_) @subject ${text} @constant))
      (#any-of? @_constant "const" "readonly"))
    (local_declaration_statement
      (modifier) @_constant
      (variable_declaration (variable_declarator name: (_) @subject ${text} @constant))
      (#eq? @_constant "const"))
    (class_declaration
      name: (_) @type
      body: (declaration_list (field_declaration
        (modifier) @_constant
        (variable_declaration (variable_declarator ${text} @constant))))
      (#any-of? @_constant "const" "readonly"))
    (enum_declaration
      name: (_) @type
      body: (enum_member_declaration_list (enum_member_declaration
        (attribute_list (attribute (attribute_argument_list ${attribute}))))))
    (enum_member_declaration
      (attribute_list (attribute (attribute_argument_list ${attribute})))
      name: (_) @subject)
    (switch_expression_arm
      . (constant_pattern (member_access_expression name: (_) @subject))
      ${text} @constant)
    (switch_section
      (constant_pattern (member_access_expression name: (_) @subject))
      (return_statement ${text} @constant))

    (invocation_expression
      function: (member_access_expression expression: (_) @subject name: (identifier) @_contains)
      arguments: (argument_list . (argument ${text} @contained))
      (#match? @_contains "^(Contains|StartsWith|EndsWith|IndexOf|LastIndexOf)$"))
    (invocation_expression
      function: (conditional_access_expression
        condition: (_) @subject
        (member_binding_expression name: (identifier) @_contains))
      arguments: (argument_list . (argument ${text} @contained))
      (#match? @_contains "^(Contains|StartsWith|EndsWith|IndexOf|LastIndexOf)$"))

    (method_declaration
      name: (_) @subject
      body: [(block (return_statement ${text} @returned)) (arrow_expression_clause ${text} @returned)])
    (property_declaration name: (_) @subject value: (arrow_expression_clause ${text} @returned))
    (property_declaration
      name: (_) @subject
      accessors: (accessor_list (accessor_declaration
        body: [(block (return_statement ${text} @returned)) (arrow_expression_clause ${text} @returned)])))

    ${csharpAliases}
  `,
  interpolation: ["interpolation"],
};
