import type { Language } from "../language.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";
import { isOperator } from "../queries/operators.ts";

/** The elements of an array of strings, or of bare words: `%w[X Y]`. */
const list = (capture: string) => `[
  (array (string) @${capture})
  (string_array (bare_string) @${capture})
]`;

/** The elements of an array, or the keys of a hash. */
const collection = (capture: string) => `[
  (array (string) @${capture})
  (string_array (bare_string) @${capture})
  (hash (pair key: (string) @${capture}))
]`;

/** A string, or one on which a method without arguments is called: `"X".freeze`. */
const text = (capture: string) => `[(string) @${capture} (call receiver: (string) @${capture} !arguments)]`;

/** The value that a method returns: its last expression, or that of a `return`. */
const body = (capture: string) => `[
  (string) @${capture}
  (body_statement (string) @${capture} .)
  (body_statement (return (argument_list . (string) @${capture} .)))
]`;

const isEquality = isOperator("==", "!=", "===");

export const ruby: Language = {
  name: "Ruby",
  ids: ["ruby"],
  extensions: [".rb", ".rake", ".ru", ".gemspec"],
  comment: ["#"],
  grammar: "tree-sitter-ruby.wasm",
  query: `
    (string) @string
    [(bare_string) (heredoc_body)] @scalar
    (regex (string_content) @scalar)

    (binary left: (_) @subject operator: _ @_operator right: (string) @compared ${isEquality})
    (binary left: (string) @compared operator: _ @_operator right: (_) @subject ${isEquality})
    (call
      receiver: (string) @compared
      method: (_) @_equal
      arguments: (argument_list . (_) @subject .)
      (#match? @_equal "^(eql|equal|casecmp)[?]?$"))
    (call
      receiver: (_) @subject
      method: (_) @_equal
      arguments: (argument_list . (string) @compared .)
      (#match? @_equal "^(eql|casecmp)[?]?$|equal[?]?$"))
    (call
      method: (_) @_equal
      arguments: (argument_list (_) @subject . (string) @compared)
      (#match? @_equal "equal|same"))
    (call
      method: (_) @_equal
      arguments: (argument_list (string) @compared . (_) @subject)
      (#match? @_equal "equal|same"))
    (call
      receiver: (call arguments: (argument_list . (_) @subject .))
      method: (_) @_to
      arguments: (argument_list . (call
        method: (_) @_matcher
        arguments: (argument_list . (string) @compared)))
      (#match? @_to "^(to|not_to|to_not)$")
      (#match? @_matcher "^(eql?|equal|be|include|start_with|match)$"))
    (keyword_pattern key: (_) @subject value: (string) @compared)
    (keyword_pattern key: (_) @subject value: (alternative_pattern) @compared)

    (case value: (_) @subject (when pattern: (pattern [
      (string) @case
      (splat_argument ${list("case")})
    ])))
    (case_match value: (_) @subject clauses: (in_clause pattern: [
      (string) @case
      (alternative_pattern) @case
    ]))

    (call
      receiver: ${list("element")}
      method: (_) @_include
      arguments: (argument_list . (_) @subject .)
      (#match? @_include "^(include|member|index)[?]?$"))
    (call
      receiver: (call method: (_) @_expect arguments: (argument_list . ${list("element")} .))
      arguments: (argument_list . (call method: (_) @_include arguments: (argument_list . (_) @subject .)))
      (#eq? @_expect "expect")
      (#match? @_include "^(include|contain)"))
    (call
      method: (_) @_in
      arguments: (argument_list . (_) @subject . ${list("element")} .)
      ${isMembershipTest("_in")})
    (call
      method: (_) @_in
      arguments: (argument_list . ${list("element")} . (_) @subject .)
      ${isMembershipTest("_in")})
    (call
      receiver: (_) @subject
      method: (_) @_in
      arguments: (argument_list . ${list("element")} .)
      (#eq? @_in "in?"))

    (pair key: (_) @subject value: ${text("value")})
    (pair key: (_) @type value: (hash (pair value: ${text("value")})))
    (call receiver: (_) @type method: (_) @_new arguments: (argument_list (pair value: ${text("value")})) (#eq? @_new "new"))
    (assignment left: (_) @subject right: ${text("value")})
    (pair key: (_) @subject value: [(binary) (conditional)] @value)
    (assignment left: (_) @subject right: [(binary) (conditional)] @value)
    (operator_assignment left: (_) @subject right: ${text("value")})
    (optional_parameter name: (_) @subject value: (string) @value)
    (keyword_parameter name: (_) @subject value: (string) @value)

    (pair key: (_) @subject value: ${list("listed")} @within)
    (pair
      key: (string) @listed
      value: [(constant) (scope_resolution)] @subject
      (#match? @subject "(Error|Exception)$"))
    (assignment left: (_) @subject right: ${collection("listed")} @within)
    (assignment left: (constant) @subject right: (call receiver: ${collection("listed")} @within))
    (assignment left: (constant) @subject right: (call arguments: (argument_list ${list("listed")} @within)))
    (assignment
      left: (constant) @subject
      right: (call receiver: (call arguments: (argument_list ${list("listed")}))))
    (keyword_parameter name: (_) @subject value: ${list("listed")} @within)

    ((call method: (_) @subject arguments: (argument_list (string) @argument) @within)
      (#not-eq? @subject "raise"))
    (call method: (_) @subject arguments: (argument_list ${list("argument")}) @within)
    (call
      receiver: (_) @subject
      method: (_) @_new
      arguments: (argument_list [
        (string) @argument
        (array (string) @argument)
        (string_array (bare_string) @argument)
      ])
      (#eq? @_new "new"))
    (class
      name: (_) @subject
      body: (body_statement (method body: (body_statement
        (call method: (super) arguments: (argument_list (string) @argument))))))

    (assignment left: (constant) @subject right: ${text("constant")})
    (module
      name: (_) @type
      body: (body_statement (assignment left: (constant) right: ${text("constant")})))
    (class
      name: (_) @type
      body: (body_statement (assignment left: (constant) right: ${text("constant")})))

    (call
      receiver: (_) @subject
      method: (_) @_include
      arguments: (argument_list (string) @contained)
      (#match? @_include "^(include|start_with|end_with|match|index|rindex|scan)[?]?$"))

    (binary left: (_) @subject operator: ["=~" "!~"] right: (regex (string_content) @contained))
    (call
      receiver: (_) @subject
      method: (_) @_match
      arguments: (argument_list . (regex (string_content) @contained) .)
      (#match? @_match "^match[?]?$"))

    (method name: (_) @subject body: ${body("returned")})
    (singleton_method name: (_) @subject body: ${body("returned")})

    (assignment left: (identifier) @name right: [(call) (element_reference)] @means)
    (element_reference object: [(identifier) (constant)] @name . (_) @means)
    (call
      receiver: [(identifier) (constant)] @name
      method: (_) @_include
      arguments: (argument_list . (_) @means)
      (#match? @_include "^(include|member|key|has_key|fetch|index)[?]?$"))
    (call
      method: (_) @_in
      arguments: (argument_list . (_) @means . [(identifier) (constant)] @name .)
      ${isMembershipTest("_in")})
    (call
      method: (_) @takes
      arguments: (argument_list [(identifier) (constant)] @name) @within
      ${mayTakeCodes("takes")})
  `,
  interpolation: ["interpolation"],
};
