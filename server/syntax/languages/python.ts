import type { Language } from "../language.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";

// Alternations are flat, since tree-sitter loses matches of nested ones.
const sequenceTypes = ["tuple", "list", "set"];

/** The elements of a tuple, a list or a set. */
const sequence = (capture: string) =>
  `[${sequenceTypes.map((type) => `(${type} (string) @${capture})`).join(" ")}]`;

/** The elements of a sequence, also as the argument of `set`, `frozenset` or `tuple`. */
const sequenceOrConversion = (capture: string) =>
  `[${sequenceTypes
    .flatMap((type) => [
      `(${type} (string) @${capture})`,
      `(call arguments: (argument_list (${type} (string) @${capture})))`,
    ])
    .join(" ")}]`;

export const python: Language = {
  name: "Python",
  ids: ["python"],
  extensions: [".py", ".pyi"],
  comment: ["#"],
  grammar: "tree-sitter-python.wasm",
  query: `
    (string) @string

    (comparison_operator . (_) @subject . ["==" "!="] . (string) @compared .)
    (comparison_operator . (string) @compared . ["==" "!="] . (_) @subject .)
    (comparison_operator . (_) @subject . ["in" "not in"] . ${sequence("element")} .)
    (comparison_operator . (_) @subject . ["in" "not in"] . (parenthesized_expression (string) @element) .)
    (comparison_operator . (string) @contained . ["in" "not in"] . (_) @subject .)
    (call
      function: (_) @_in
      arguments: (argument_list . (_) @subject . ${sequence("element")})
      (#match? @_in "assert(Not)?In$"))
    (call
      function: (_) @_in
      arguments: (argument_list . (_) @subject . ${sequence("element")} .)
      ${isMembershipTest("_in")})
    (call
      function: (_) @_in
      arguments: (argument_list . ${sequence("element")} . (_) @subject .)
      ${isMembershipTest("_in")})
    (subscript value: (dictionary (pair key: (string) @element)) subscript: (_) @subject)
    (call
      function: (attribute object: (dictionary (pair key: (string) @element)) attribute: (identifier) @_get)
      arguments: (argument_list . (_) @subject)
      (#eq? @_get "get"))
    (call
      function: (_) @subject
      arguments: (argument_list . (_) . (string) @contained)
      (#match? @subject "[Rr]aisesRegexp?$"))
    (raise_statement
      "raise" @subject
      (call function: (_) @_error arguments: (argument_list . (string) @argument . (_)))
      (#not-match? @_error "^(Exception|(Value|Type|Runtime|Key|Index|Lookup|Attribute|Assertion|OS|IO|Import|NotImplemented)Error)$"))
    (call
      function: (_) @_in
      arguments: (argument_list . (string) @contained . (_) @subject)
      (#match? @_in "assert(Not)?In$"))
    (generator_expression
      body: (comparison_operator . (identifier) . ["in" "not in"] . (_) @subject .)
      (for_in_clause right: ${sequence("contained")}))
    (call
      function: (_) @_equal
      arguments: (argument_list (_) @subject . (string) @compared)
      (#match? @_equal "[Ee]qual"))
    (call
      function: (_) @_equal
      arguments: (argument_list (string) @compared . (_) @subject)
      (#match? @_equal "[Ee]qual"))
    (call
      function: (attribute object: (call arguments: (argument_list (_) @subject)) attribute: (identifier) @_test)
      arguments: (argument_list . (string) @compared .)
      (#match? @_test "equal"))
    (call
      function: (attribute object: (_) @subject attribute: (identifier) @_test)
      arguments: (argument_list . (string) @compared .)
      (#match? @_test "^equals?$"))
    (call
      function: (attribute object: (_) @subject attribute: (identifier) @_test)
      arguments: (argument_list . (string) @contained)
      (#match? @_test "^(startswith|endswith|find|index|count|contains?|match|search)$"))

    (call
      function: (_) @subject
      arguments: (argument_list (keyword_argument name: (identifier) @_match value: (string) @contained))
      (#eq? @_match "match")
      (#match? @subject "raises$"))

    (match_statement
      subject: (_) @subject
      body: (block (case_clause (case_pattern (string) @case))))
    (match_statement
      subject: (_) @subject
      body: (block (case_clause (case_pattern (union_pattern (string) @case)))))
    (match_statement
      subject: (_) @subject
      body: (block (case_clause (case_pattern (tuple_pattern (case_pattern (union_pattern (string) @case)))))))

    (pair key: (_) @subject value: (string) @value)
    (pair key: (_) @type value: (dictionary (pair value: (string) @value)))
    (assignment left: (_) @type right: (dictionary (pair value: (string) @value)))
    (call function: (_) @type arguments: (argument_list (keyword_argument value: (string) @value)))
    (pair key: (string) @listed value: [(identifier) (attribute)] @subject (#match? @subject "(Error|Exception)$"))
    (keyword_argument name: (_) @subject value: (string) @value)
    (keyword_argument name: (_) @subject value: (parenthesized_expression (string) @value))
    (default_parameter name: (_) @subject value: (string) @value)
    (assignment left: (_) @subject right: (string) @value)
    (pair key: (_) @subject value: [(boolean_operator) (conditional_expression)] @value)
    (keyword_argument name: (_) @subject value: [(boolean_operator) (conditional_expression)] @value)
    (assignment left: (_) @subject right: [(boolean_operator) (conditional_expression)] @value)
    (list (tuple . (string) @subject . (string) @value .))
    (assignment left: (identifier) @subject right: (string) @constant)
    (class_definition
      name: (_) @type
      body: (block (expression_statement (assignment right: (string) @constant))))

    (assignment
      left: (subscript value: (_) @subject subscript: (string) @listed)
      (#match? @subject "[Cc]ode|CODE"))
    (pair key: (_) @subject value: ${sequenceOrConversion("listed")} @within)
    (keyword_argument name: (_) @subject value: ${sequenceOrConversion("listed")} @within)
    (default_parameter name: (_) @subject value: ${sequenceOrConversion("listed")} @within)
    (assignment left: (_) @subject right: ${sequenceOrConversion("listed")} @within)
    (assignment left: (_) @subject right: (expression_list . ${sequence("listed")} .))
    (assignment left: (_) @subject right: (dictionary (pair key: (string) @listed)) @within)
    (assignment left: (_) @subject right: (dictionary (pair value: (string) @constant)))

    (call
      function: (_) @_parametrize
      arguments: (argument_list . (string) @subject . ${sequence("listed")})
      (#match? @_parametrize "parametrize$"))

    (call function: (_) @subject arguments: (argument_list (string) @argument) @within)
    (call function: (_) @subject arguments: (argument_list ${sequence("argument")}) @within)
    (class_definition
      name: (_) @subject
      body: (block (function_definition body: (block (expression_statement (call
        function: (attribute attribute: (identifier) @_initialise)
        arguments: (argument_list . (string) @argument)))))) (#eq? @_initialise "__init__"))
    (class_definition
      superclasses: (argument_list (_) @subject)
      body: (block (function_definition body: (block (expression_statement (call
        function: (attribute attribute: (identifier) @_initialise)
        arguments: (argument_list . (string) @argument)))))) (#eq? @_initialise "__init__"))

    (function_definition name: (_) @subject body: (block (return_statement (string) @returned)))

    (assignment left: (identifier) @name right: [(attribute) (call) (subscript)] @means)
    (comparison_operator . (_) @means . ["in" "not in"] . (identifier) @name .)
    (subscript value: (identifier) @name subscript: (_) @means)
    (call
      function: (attribute object: (identifier) @name attribute: (identifier) @_get)
      arguments: (argument_list . (_) @means)
      (#any-of? @_get "get" "pop"))
    (call
      function: (_) @_in
      arguments: (argument_list . (identifier) @name . (_) @means .)
      ${isMembershipTest("_in")})
    (call
      function: (_) @_in
      arguments: (argument_list . (_) @means . (identifier) @name .)
      ${isMembershipTest("_in")})
    (call
      function: (_) @takes
      arguments: (argument_list (identifier) @name) @within
      ${mayTakeCodes("takes")})
  `,
  interpolation: ["interpolation"],
};
