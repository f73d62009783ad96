import type { Language } from "../language.ts";
import { anyOf } from "../queries/alternation.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";
import { isOperator } from "../queries/operators.ts";

const text = "[(string_literal) (raw_string_literal)]";

/** The patterns of a literal. */
const texts = (capture: string) => [`(string_literal) @${capture}`, `(raw_string_literal) @${capture}`];

/** The patterns of a literal, and of one that a method converts to a string of another type: `"X".to_string()`. */
const ownedTexts = (capture: string) => [
  ...texts(capture),
  `(call_expression function: (field_expression value: ${text} @${capture}) arguments: (arguments . ")"))`,
];
const ownedText = (capture: string) => anyOf(...ownedTexts(capture));

/** A literal in a conversion or an option: `Some("X")`, `String::from("X")`. */
const conversion = (capture: string) =>
  `(call_expression function: (_) @_held arguments: (arguments . ${ownedText(capture)} .))`;
const isConversion = `(#match? @_held "^(Some|Ok|Err|Box::new|Arc::from|Cow::Borrowed|String::from|.*Into::into)$")`;

/** The elements of an array, or the first elements of its tuples. */
const array = (capture: string) =>
  `(array_expression ${anyOf(...ownedTexts(capture), `(tuple_expression . ${ownedText(capture)})`)})`;

/** The elements of an array, a slice, a vector, or a collection created from one. */
const list = (capture: string) => `[
  ${array(capture)}
  (reference_expression value: ${array(capture)})
  (macro_invocation (token_tree . "[" ${text} @${capture}))
  (call_expression function: (scoped_identifier) arguments: (arguments . ${array(capture)} .))
]`;

/** A pattern of one or several literals, also inside an option: `Some("X" | "Y")`. */
const pattern = (capture: string) =>
  anyOf(
    ...texts(capture),
    `(or_pattern) @${capture}`,
    `(tuple_struct_pattern ${anyOf(...texts(capture), `(or_pattern) @${capture}`)})`,
  );

const isEquality = isOperator("==", "!=");

export const rust: Language = {
  name: "Rust",
  ids: ["rust"],
  extensions: [".rs"],
  comment: ["//"],
  grammar: "tree-sitter-rust.wasm",
  query: `
    ${text} @string

    (binary_expression left: (_) @subject operator: _ @_operator right: ${ownedText("compared")} ${isEquality})
    (binary_expression left: (_) @subject operator: _ @_operator right: (unary_expression ${text} @compared) ${isEquality})
    (binary_expression left: (_) @subject operator: _ @_operator right: ${conversion("compared")} ${isConversion} ${isEquality})
    (binary_expression left: ${ownedText("compared")} operator: _ @_operator right: (_) @subject ${isEquality})
    (binary_expression left: ${conversion("compared")} operator: _ @_operator right: (_) @subject ${isConversion} ${isEquality})
    (call_expression
      function: (field_expression value: (_) @subject field: (field_identifier) @_eq)
      arguments: (arguments . ${text} @compared .)
      (#match? @_eq "^(eq|ne|eq_ignore_ascii_case)$"))
    (call_expression
      function: (field_expression value: ${text} @compared field: (field_identifier) @_eq)
      arguments: (arguments . (_) @subject .)
      (#match? @_eq "^(eq|ne|eq_ignore_ascii_case)$"))
    (let_condition pattern: ${pattern("compared")} value: (_) @subject)
    (field_pattern name: (_) @subject pattern: ${anyOf(...texts("compared"), "(or_pattern) @compared")})
    (macro_invocation
      macro: (identifier) @_assert
      (token_tree (identifier) @subject "," . ${text} @compared)
      (#match? @_assert "^(debug_)?assert_(eq|ne)$"))
    (macro_invocation
      macro: (identifier) @_assert
      (token_tree (identifier) @subject "," . (identifier) . (token_tree . "(" . ${text} @compared . ")"))
      (#match? @_assert "^(debug_)?assert_(eq|ne)$"))
    (macro_invocation
      macro: (identifier) @_assert
      (token_tree . "(" . ${text} @compared . "," (identifier) @subject)
      (#match? @_assert "^(debug_)?assert_(eq|ne)$"))
    (macro_invocation
      macro: (identifier) @_assert
      (token_tree . "(" . (identifier) . (token_tree . "(" . ${text} @compared . ")") . "," (identifier) @subject)
      (#match? @_assert "^(debug_)?assert_(eq|ne)$"))
    (token_tree (identifier) @subject . ["==" "!="] . ${text} @compared)
    (token_tree (identifier) @subject . (token_tree . "(" . ")") . ["==" "!="] . ${text} @compared)

    (match_expression
      value: (_) @subject
      body: (match_block (match_arm pattern: (match_pattern ${pattern("case")}))))
    (macro_invocation
      macro: (identifier) @_matches
      (token_tree (identifier) @subject "," ${anyOf(...texts("case"), `(token_tree ${text} @case)`)})
      (#eq? @_matches "matches"))

    (call_expression
      function: (field_expression value: ${list("element")} field: (field_identifier) @_contains)
      arguments: (arguments . (_) @subject .)
      (#eq? @_contains "contains"))
    (call_expression
      function: (_) @_in
      arguments: (arguments . (_) @subject . ${list("element")} .)
      ${isMembershipTest("_in")})
    (call_expression
      function: (_) @_in
      arguments: (arguments . ${list("element")} . (_) @subject .)
      ${isMembershipTest("_in")})

    (field_initializer field: (_) @subject value: ${ownedText("value")})
    (struct_expression name: (_) @type body: (field_initializer_list (field_initializer value: ${ownedText("value")})))
    (field_initializer field: (_) @subject value: ${conversion("value")} ${isConversion})
    (assignment_expression left: (_) @subject right: ${ownedText("value")})
    (assignment_expression left: (_) @subject right: ${conversion("value")} ${isConversion})
    (let_declaration pattern: (_) @subject value: ${ownedText("value")})
    (let_declaration pattern: (_) @subject value: ${conversion("value")} ${isConversion})
    (field_initializer field: (_) @subject value: [(if_expression) (call_expression)] @value)
    (let_declaration pattern: (_) @subject value: [(if_expression) (call_expression)] @value)
    (token_tree ${text} @subject . ":" . ${text} @value)
    (token_tree (identifier) @subject . ["=" ":"] . ${text} @value)

    (field_initializer field: (_) @subject value: ${list("listed")})
    (assignment_expression left: (_) @subject right: ${list("listed")})
    (let_declaration pattern: (_) @subject value: ${list("listed")} @within)
    (let_declaration
      pattern: (_) @subject
      value: (call_expression function: (field_expression
        value: (call_expression function: (field_expression value: ${array("listed")})))))
    (const_item name: (_) @subject value: ${list("listed")} @within)
    (static_item name: (_) @subject value: ${list("listed")} @within)
    (static_item
      name: (_) @subject
      value: (call_expression arguments: (arguments (closure_expression body: ${list("listed")}))))

    (call_expression
      function: [(identifier) (field_expression) (generic_function)] @subject
      arguments: (arguments ${ownedText("argument")}) @within)
    (call_expression
      function: (scoped_identifier name: (_) @subject)
      arguments: (arguments ${ownedText("argument")}) @within)
    (call_expression
      function: (scoped_identifier path: (_) @subject name: (_) @_new)
      arguments: (arguments ${ownedText("argument")})
      (#match? @_new "^(new|from|with)"))
    (call_expression function: (_) @subject arguments: (arguments ${list("argument")}) @within)
    (macro_invocation macro: (_) @subject (token_tree . "(" ${text} @argument))

    (const_item name: (_) @subject value: ${text} @constant)
    (static_item name: (_) @subject value: ${text} @constant)
    (impl_item type: (_) @type body: (declaration_list (const_item value: ${text} @constant)))
    (impl_item
      type: (_) @type
      body: (declaration_list (function_item body: (block (expression_statement (match_expression
        body: (match_block (match_arm value: ${ownedText("constant")}))))))))
    (mod_item
      name: (_) @type
      body: (declaration_list [
        (const_item value: ${text} @constant)
        (static_item value: ${text} @constant)
      ]))
    (enum_item
      name: (_) @type
      body: (enum_variant_list
        (attribute_item (attribute arguments: (token_tree (identifier) . "=" . ${text} @constant)))))
    (match_arm
      pattern: (match_pattern [
        (scoped_identifier name: (_) @subject)
        (tuple_struct_pattern type: (scoped_identifier name: (_) @subject))
        (struct_pattern type: (scoped_type_identifier name: (_) @subject))
      ])
      value: ${ownedText("constant")})

    (call_expression
      function: (field_expression value: (_) @subject field: (field_identifier) @_contains)
      arguments: (arguments . ${text} @contained .)
      (#match? @_contains "^(contains|starts_with|ends_with|find|rfind|matches)$"))

    (function_item name: (_) @subject body: (block ${ownedText("returned")} .))
    (function_item
      name: (_) @subject
      body: (block (expression_statement (return_expression ${ownedText("returned")}))))

    (let_declaration pattern: (identifier) @name value: [(call_expression) (field_expression)] @means)
    (call_expression
      function: (field_expression value: (identifier) @name field: (field_identifier) @_contains)
      arguments: (arguments . (_) @means .)
      (#match? @_contains "^(contains|contains_key|get)$"))
    (call_expression
      function: (_) @_in
      arguments: (arguments . (_) @means . [(identifier) (reference_expression (identifier) @name)] .)
      ${isMembershipTest("_in")})
    (call_expression
      function: [(identifier) (field_expression) (scoped_identifier)] @takes
      arguments: (arguments [(identifier) @name (reference_expression (identifier) @name)]) @within
      ${mayTakeCodes("takes")})
  `,
};
