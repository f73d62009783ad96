import type { Language } from "../language.ts";
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
      receiver: (_) @subject
      method: (_) @_in
      arguments: (argument_list . ${list("element")} .)
      (#eq? @_in "in?"))

    (pair key: (_) @subject value: ${text("value")})
    (assignment left: (_) @subject right: ${text("value")})
    (pair key: (_) @subject value: [(binary) (conditional)] @value)
    (assignment left: (_) @subject right: [(binary) (conditional)] @value)
    (operator_assignment left: (_) @subject right: ${text("value")})
    (optional_parameter name: (_) @subject value: (string) @value)
    (keyword_parameter name: (_) @subject value: (string) @value)

    (pair key: (_) @subject value: ${list("listed")})
    (assignment left: (_) @subject right: ${collection("listed")})
    (assignment left: (constant) @subject right: (call receiver: ${collection("listed")}))
    (assignment left: (constant) @subject right: (call arguments: (argument_list ${list("listed")})))
    (assignment
      left: (constant) @subject
      right: (call receiver: (call arguments: (argument_list ${list("listed")}))))
    (keyword_parameter name: (_) @subject value: ${list("listed")})

    (call method: (_) @subject arguments: (argument_list (string) @argument))
    (call method: (_) @subject arguments: (argument_list ${list("argument")}))
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
  `,
  interpolation: ["interpolation"],
};
