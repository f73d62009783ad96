import { isMembershipTest, mayTakeCodes } from "./membership.ts";

// What the grammars of JavaScript, TypeScript and TSX have in common.

/** A text in quotes or backticks. */
export const text = "[(string) (template_string)]";
/** A text, or an expression that chooses one of several texts. */
export const choice =
  "[(string) (template_string) (ternary_expression) (binary_expression) (parenthesized_expression)]";

/** The patterns that JavaScript and TypeScript share. */
export const ecmascriptQuery = `
  ${text} @string
  (regex_pattern) @scalar

  (binary_expression left: (_) @subject operator: ["==" "===" "!=" "!=="] right: ${text} @compared)
  (binary_expression left: ${text} @compared operator: ["==" "===" "!=" "!=="] right: (_) @subject)
  (call_expression
    function: (_) @_equal
    arguments: (arguments (_) @subject . ${text} @compared)
    (#match? @_equal "[Ee]qual|Same|[.](is|eq)$"))
  (call_expression
    function: (_) @_equal
    arguments: (arguments ${text} @compared . (_) @subject)
    (#match? @_equal "[Ee]qual|Same|[.](is|eq)$"))
  (call_expression
    function: (member_expression
      object: [
        (call_expression arguments: (arguments . (_) @subject))
        (member_expression object: (call_expression arguments: (arguments . (_) @subject)))
        (member_expression object: (member_expression object: (call_expression arguments: (arguments . (_) @subject))))
      ]
      property: (property_identifier) @_matcher)
    arguments: (arguments . ${text} @compared)
    (#match? @_matcher "^(toBe|toEqual|toStrictEqual|toMatch|toContain|equals?|eql?|is|be|include|contain)$"))
  (call_expression
    function: (member_expression
      object: (member_expression object: (_) @subject)
      property: (property_identifier) @_matcher)
    arguments: (arguments . ${text} @compared .)
    (#match? @_matcher "^(equals?|eql?|be)$"))

  (call_expression
    function: (member_expression property: (property_identifier) @_property)
    arguments: (arguments . (string) @subject . ${text} @compared)
    (#match? @_property "^(toHaveProperty|property)$"))

  (switch_statement
    value: (_) @subject
    body: (switch_body (switch_case value: ${text} @case)))

  (pair key: (_) @subject value: ${choice} @value)
  (pair key: (_) @type value: (object (pair value: ${text} @value)))
  (variable_declarator name: (_) @type value: (object (pair value: ${text} @value)))
  (new_expression constructor: (_) @type arguments: (arguments (object (pair value: ${text} @value))))
  (assignment_expression left: (_) @subject right: ${choice} @value)
  (assignment_pattern left: (_) @subject right: ${text} @value)
  (pair_pattern key: (_) @subject value: (assignment_pattern right: ${text} @value))
  (variable_declarator name: (_) @subject value: ${choice} @value)

  (variable_declarator name: (_) @subject value: ${text} @constant)
  (pair key: (_) @subject value: ${text} @constant)
  (variable_declarator name: (_) @subject value: (object (pair value: ${text} @constant)))
  (variable_declarator
    name: (_) @subject
    value: (call_expression function: (_) @_made arguments: (arguments (object (pair value: ${text} @constant))))
    (#match? @_made "[Ff]reeze$|[Ee]num|[Cc]onst|[Cc]ode|[Ee]rror"))

  (pair key: (_) @subject value: (array ${text} @listed) @within)
  (variable_declarator name: (_) @subject value: (array ${text} @listed) @within)
  (variable_declarator name: (_) @subject value: (object (pair key: (string) @listed)) @within)
  (variable_declarator
    name: (_) @subject
    value: (new_expression arguments: (arguments (array (array . ${text} @listed)) @within)))
  (variable_declarator
    name: (_) @subject
    value: (new_expression arguments: (arguments (array ${text} @listed) @within)))
  (variable_declarator
    name: (_) @subject
    value: (call_expression arguments: (arguments (array ${text} @listed) @within)))
  (assignment_expression left: (_) @subject right: (array ${text} @listed) @within)
  (pair key: (string) @listed value: (identifier) @subject (#match? @subject "(Error|Exception)$"))
  (assignment_expression
    left: (member_expression property: (property_identifier) @subject)
    right: (object (pair value: ${text} @constant))
    (#match? @subject "^[A-Z]"))
  (assignment_expression
    left: (member_expression property: (property_identifier) @subject)
    right: (object (pair key: (string) @listed))
    (#match? @subject "^[A-Z]"))

  (call_expression
    function: (member_expression object: (array ${text} @element) property: (property_identifier) @_test)
    arguments: (arguments . (_) @subject)
    (#match? @_test "^(includes|indexOf)$"))
  (subscript_expression
    object: [(object (pair key: (string) @element)) (parenthesized_expression (object (pair key: (string) @element)))]
    index: (_) @subject)
  (call_expression
    function: (_) @_in
    arguments: (arguments . (array ${text} @element) . (_) @subject)
    ${isMembershipTest("_in")})
  (call_expression
    function: (_) @_in
    arguments: (arguments . (_) @subject . (array ${text} @element))
    ${isMembershipTest("_in")})
  (call_expression
    function: (member_expression
      object: (call_expression arguments: (arguments . (array ${text} @element) .))
      property: (property_identifier) @_contain)
    arguments: (arguments . (_) @subject .)
    (#match? @_contain "^(toContain|toInclude|include|contain)$"))
  (call_expression
    function: (member_expression
      object: (member_expression
        object: (member_expression object: (call_expression arguments: (arguments . (_) @subject))))
      property: (property_identifier) @_of)
    arguments: (arguments . (array ${text} @element))
    (#eq? @_of "oneOf"))
  (call_expression
    function: (member_expression
      object: (call_expression arguments: (arguments . (_) @subject))
      property: (property_identifier) @_of)
    arguments: (arguments . (array ${text} @element))
    (#eq? @_of "toBeOneOf"))
  (call_expression
    function: (member_expression object: (array ${text} @element) property: (property_identifier) @_some)
    arguments: (arguments . (arrow_function body: [
      (binary_expression left: (identifier) operator: ["==" "==="] right: (_) @subject)
      (binary_expression left: (_) @subject operator: ["==" "==="] right: (identifier))
    ]))
    (#match? @_some "^(some|every|find)$"))
  (call_expression
    function: (member_expression object: (array ${text} @contained) property: (property_identifier) @_some)
    arguments: (arguments . (arrow_function body: (call_expression
      function: (member_expression object: (_) @subject property: (property_identifier) @_includes))))
    (#match? @_some "^(some|every|find)$")
    (#match? @_includes "^(includes|startsWith|endsWith|match)$"))
  (call_expression
    function: (member_expression
      object: (new_expression arguments: (arguments (array ${text} @element)))
      property: (property_identifier) @_has)
    arguments: (arguments . (_) @subject)
    (#eq? @_has "has"))
  (call_expression
    function: (member_expression object: (_) @subject property: (property_identifier) @_test)
    arguments: (arguments . ${text} @contained)
    (#match? @_test "^(includes|indexOf|startsWith|endsWith|search|match)$"))
  (call_expression
    function: (member_expression property: (property_identifier) @subject)
    arguments: (arguments . ${text} @contained)
    (#match? @subject "^(toThrow|toThrowError|throws?|rejectedWith)$"))
  (call_expression
    function: (member_expression property: (property_identifier) @_set)
    arguments: (arguments . (string) @subject . ${text} @value .)
    (#match? @_set "^(set|append|put)$"))
  (call_expression
    function: (member_expression object: (regex (regex_pattern) @contained) property: (property_identifier) @_test)
    arguments: (arguments . (_) @subject .)
    (#match? @_test "^(test|exec)$"))
  (call_expression
    function: (member_expression object: (_) @subject property: (property_identifier) @_test)
    arguments: (arguments . (regex (regex_pattern) @contained) .)
    (#match? @_test "^(match|search)$"))

  (call_expression function: (_) @subject arguments: (arguments ${text} @argument) @within)
  (call_expression function: (_) @subject arguments: (arguments (array ${text} @argument)) @within)
  (new_expression constructor: (_) @subject arguments: (arguments ${text} @argument) @within)
  (new_expression constructor: (_) @subject arguments: (arguments (array ${text} @argument)) @within)

  (variable_declarator name: (identifier) @name value: [(member_expression) (call_expression)] @means)
  (assignment_expression left: (identifier) @name right: [(member_expression) (call_expression)] @means)
  (variable_declarator
    name: (object_pattern (shorthand_property_identifier_pattern) @name)
    value: (_) @of)
  (variable_declarator
    name: (object_pattern (pair_pattern key: (property_identifier) @member value: (identifier) @name))
    value: (_) @of)
  (variable_declarator
    name: (object_pattern (pair_pattern
      key: (property_identifier) @member
      value: (assignment_pattern left: (identifier) @name)))
    value: (_) @of)
  (variable_declarator
    name: (object_pattern (object_assignment_pattern left: (shorthand_property_identifier_pattern) @name))
    value: (_) @of)
  (catch_clause
    "catch" @of
    parameter: (object_pattern (shorthand_property_identifier_pattern) @name))
  (call_expression
    function: [(identifier) (member_expression)] @_in
    arguments: (arguments . (identifier) @name . (_) @means .)
    ${isMembershipTest("_in")})
  (call_expression
    function: [(identifier) (member_expression)] @_in
    arguments: (arguments . (_) @means . (identifier) @name .)
    ${isMembershipTest("_in")})
  (call_expression
    function: [(identifier) (member_expression)] @takes
    arguments: (arguments (identifier) @name) @within
    ${mayTakeCodes("takes")})
  (call_expression
    function: (member_expression object: (identifier) @name property: (property_identifier) @_has)
    arguments: (arguments . (_) @means .)
    (#match? @_has "^(has|includes|indexOf|contains|get)$"))
  (subscript_expression object: (identifier) @name index: (_) @means)

  (function_declaration name: (_) @subject body: (statement_block (return_statement ${text} @returned)))
  (method_definition name: (_) @subject body: (statement_block (return_statement ${text} @returned)))
  (variable_declarator name: (_) @subject value: (arrow_function body: ${text} @returned))
`;

/** The nodes that interpolate a value into a template string. */
export const interpolation = ["template_substitution"];
