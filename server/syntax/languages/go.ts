import type { Language } from "../language.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";

const text = "[(interpreted_string_literal) (raw_string_literal)]";

/**
 * A literal, or one that a call converts or makes a pointer: `ErrorCode("X")`, `tea.String("X")`. The alternation is
 * flat, since tree-sitter loses matches of nested ones.
 */
const convertedText = (capture: string) => `[
  (interpreted_string_literal) @${capture}
  (raw_string_literal) @${capture}
  (call_expression arguments: (argument_list . (interpreted_string_literal) @${capture} .))
]`;

/**
 * A pattern with the value of a constant in place of `%`: a literal, or one that a call converts. A value that a `New…`
 * function creates is not a string.
 */
const constant = (pattern: string) => `
  ${pattern.replace("%", `[(interpreted_string_literal) @constant (raw_string_literal) @constant]`)}
  (${pattern.replace("%", `(call_expression function: (_) @_made arguments: (argument_list . (interpreted_string_literal) @constant .))`)}
    (#not-match? @_made "(^|[.])New"))`;

/** The members of a slice or map: its elements, its keys, or the first fields of its structs. */
const elements = `[
  (literal_element (interpreted_string_literal) @listed)
  (literal_element (raw_string_literal) @listed)
  (keyed_element key: (literal_element (interpreted_string_literal) @listed))
  (keyed_element key: (literal_element (raw_string_literal) @listed))
  (literal_element (literal_value . (literal_element (interpreted_string_literal) @listed)))
]`;

/**
 * The values in one column of a table, whose rows are structs: the subject is the name of the field. `at` is one-based.
 */
const column = (at: number) =>
  columnOf(
    at,
    `${". (field_declaration . name: (_) . type: (_)) ".repeat(at - 1)}. (field_declaration . name: (_) @subject)`,
  );

/** The same where the first fields share a declaration: `struct{ name, code string }`. */
const sharedColumn = (at: number) =>
  columnOf(at, `. (field_declaration . ${"name: (_) . ".repeat(at - 1)}name: (_) @subject)`);

const columnOf = (at: number, fields: string) => `(composite_literal
  type: (slice_type element: (struct_type (field_declaration_list ${fields})))
  body: (literal_value (literal_element (literal_value
    ${". (literal_element) ".repeat(at - 1)}. (literal_element ${text} @value)))))`;

/** The literal in `new("X")`. The grammar expects a type there, and parses the quotes as errors around one. */
const pointer = (capture: string) => `(call_expression
  function: (identifier) @_new
  arguments: (argument_list . (ERROR) . [(type_identifier) (qualified_type)] @${capture} . (ERROR) .)
  (#eq? @_new "new"))`;

/** The argument of a matcher of Gomega: `Expect(code).To(Equal("X"))`. */
const gomegaArgument = (capture: string, matchers: string, before = ".") => `(call_expression
  function: (selector_expression
    operand: (call_expression arguments: (argument_list . (_) @subject .))
    field: (field_identifier) @_to)
  arguments: (argument_list . (call_expression
    function: (_) @_matcher
    arguments: (argument_list ${before} ${text} @${capture})))
  (#match? @_to "^(To|NotTo|ToNot|Should|ShouldNot)$")
  (#match? @_matcher "${matchers}"))`;

export const go: Language = {
  name: "Go",
  ids: ["go"],
  extensions: [".go"],
  comment: ["//"],
  grammar: "tree-sitter-go.wasm",
  query: `
    ${text} @string
    ${pointer("prose")}

    (binary_expression left: (_) @subject operator: ["==" "!="] right: ${convertedText("compared")})
    (binary_expression left: ${text} @compared operator: ["==" "!="] right: (_) @subject)
    (call_expression
      function: (_) @_equal
      arguments: (argument_list (_) @subject . ${text} @compared)
      (#match? @_equal "[Ee]qual|Same"))
    (call_expression
      function: (_) @_equal
      arguments: (argument_list ${text} @compared . (_) @subject)
      (#match? @_equal "[Ee]qual|Same"))

    ${gomegaArgument("compared", "Equal|Equivalent|Identical|ContainSubstring|HavePrefix")}

    ${gomegaArgument("contained", "ContainSubstring")}
    ${gomegaArgument("element", "BeElementOf", "")}
    (call_expression
      function: (selector_expression field: (field_identifier) @_assert)
      arguments: (argument_list . (_) @subject . [(identifier) (selector_expression)] @_checker . ${text} @compared)
      (#match? @_assert "^(Assert|Check)$")
      (#match? @_checker "Equals$"))
    (call_expression
      function: (selector_expression field: (field_identifier) @_assert)
      arguments: (argument_list . (_) @subject . [(identifier) (selector_expression)] @_checker . ${text} @contained)
      (#match? @_assert "^(Assert|Check)$")
      (#match? @_checker "Matches$|Contains$"))
    (call_expression
      function: [(identifier) (selector_expression)] @_in
      arguments: (argument_list . (_) @subject ${text} @element)
      (#match? @_in "(?:^|[.])(?:[Ii]n|[Ii]s(?:One|Any)Of|[Ii]sIn|[Oo]neOf|[Aa]nyOf|[Ee]qualsAny)$"))
    (call_expression
      function: (_) @_in
      arguments: (argument_list . (_) @subject . (composite_literal body: (literal_value (literal_element ${text} @element))) .)
      ${isMembershipTest("_in")})
    (call_expression
      function: (selector_expression
        operand: (call_expression arguments: (argument_list ${text} @element))
        field: (field_identifier) @_has)
      arguments: (argument_list . (_) @subject .)
      ${isMembershipTest("_has")})
    (index_expression
      operand: (composite_literal body: (literal_value (keyed_element key: (literal_element ${text} @element))))
      index: (_) @subject)

    (expression_switch_statement
      value: (_) @subject
      (expression_case value: (expression_list ${text} @case)))

    (keyed_element
      key: (literal_element [(identifier) (interpreted_string_literal)] @subject)
      value: (literal_element ${convertedText("value")}))
    (keyed_element
      key: (literal_element [(identifier) (interpreted_string_literal)] @subject)
      value: (literal_element ${pointer("value")}))
    (composite_literal type: (_) @type body: (literal_value (keyed_element value: (literal_element ${convertedText("value")}))))
    (composite_literal
      type: (slice_type element: (_) @type)
      body: (literal_value (literal_element (literal_value (keyed_element value: (literal_element ${convertedText("value")}))))))
    (assignment_statement left: (expression_list . (_) @subject .) right: (expression_list . ${convertedText("value")} .))
    (short_var_declaration left: (expression_list . (_) @subject .) right: (expression_list . ${convertedText("value")} .))

    ${constant("(const_declaration (const_spec name: (_) @subject value: (expression_list %))) @within")}
    ${constant("(const_spec type: (_) @type value: (expression_list %))")}
    ${constant("(var_spec name: (_) @subject value: (expression_list %)) @within")}

    (keyed_element
      key: (literal_element [(identifier) (interpreted_string_literal)] @subject)
      value: (literal_element
        (composite_literal body: (literal_value (literal_element ${text} @listed)) @within)))
    (var_spec
      name: (_) @subject
      value: (expression_list (composite_literal body: (literal_value ${elements}) @within)))
    (short_var_declaration
      left: (expression_list (_) @subject)
      right: (expression_list (composite_literal body: (literal_value ${elements}) @within)))
    (assignment_statement
      left: (expression_list (_) @subject)
      right: (expression_list (composite_literal body: (literal_value (literal_element ${text} @listed)) @within)))
    (var_spec
      name: (_) @subject
      value: (expression_list (call_expression function: (_) @_set arguments: (argument_list ${text} @listed) @within))
      (#match? @_set "[Ss]ets?(?:[.]|[[]|Of|From|$)"))
    (short_var_declaration
      left: (expression_list (_) @subject)
      right: (expression_list (call_expression function: (_) @_set arguments: (argument_list ${text} @listed) @within))
      (#match? @_set "[Ss]ets?(?:[.]|[[]|Of|From|$)"))

    (call_expression function: (_) @subject arguments: (argument_list ${text} @argument) @within)
    (call_expression
      function: (_) @subject
      arguments: (argument_list (composite_literal body: (literal_value (literal_element ${text} @argument)))) @within)
    (call_expression
      function: (selector_expression operand: (identifier) @subject field: (field_identifier))
      arguments: (argument_list . ${text} @argument . (_)))
    (composite_literal type: (_) @subject body: (literal_value (literal_element ${text} @argument)) @within)
    (composite_literal
      type: (slice_type element: (_) @subject)
      body: (literal_value (literal_element (literal_value (literal_element ${text} @argument)))))

    (call_expression
      function: (selector_expression operand: (identifier) @_package field: (field_identifier))
      arguments: (argument_list . (_) @subject . ${text} @contained .)
      (#any-of? @_package "strings" "bytes"))
    (call_expression
      function: [(identifier) (selector_expression)] @_contains
      arguments: (argument_list . (_) @subject . ${text} @contained .)
      (#match? @_contains "[Cc]ontains(?:Fold|IgnoreCase|String)?$|[Hh]asPrefix$|[Hh]asSuffix$"))
    (call_expression
      function: [(identifier) (selector_expression)] @_contains
      arguments: (argument_list . ${text} @contained . (_) @subject .)
      (#match? @_contains "[Cc]ontains?$"))
    (call_expression
      function: [(identifier) (selector_expression)] @_is
      arguments: (argument_list . (identifier) @subject . ${text} @contained)
      (#match? @_is "(?:^|[.])(?:[Ii]s|[Hh]as|[Mm]atch|[Ee]xpect)"))
    (call_expression
      function: (selector_expression field: (field_identifier) @_contains)
      arguments: (argument_list . (_) . (_) @subject . ${text} @contained)
      (#match? @_contains "Contains"))
    (call_expression
      function: (_) @_contains
      arguments: (argument_list
        . (composite_literal body: (literal_value (literal_element ${text} @element)))
        . (_) @subject .)
      ${isMembershipTest("_contains")})

    (call_expression
      function: (selector_expression
        operand: (call_expression arguments: (argument_list . ${text} @contained .))
        field: (field_identifier) @_match)
      arguments: (argument_list . (_) @subject .)
      (#match? @_match "^Match(String)?$"))
    ${column(1)}
    ${column(2)}
    ${column(3)}
    ${sharedColumn(2)}
    ${sharedColumn(3)}

    (function_declaration
      name: (identifier) @subject
      body: (block (statement_list (return_statement (expression_list ${text} @returned)))))
    (method_declaration
      name: (field_identifier) @subject
      body: (block (statement_list (return_statement (expression_list ${text} @returned)))))

    (short_var_declaration
      left: (expression_list . (identifier) @name .)
      right: (expression_list . [(call_expression) (selector_expression)] @means .))
    (assignment_statement
      left: (expression_list . (identifier) @name .)
      right: (expression_list . [(call_expression) (selector_expression)] @means .))
    (short_var_declaration
      left: (expression_list . (identifier) @name . (identifier) .)
      right: (expression_list . (type_assertion_expression) @means .))
    (index_expression operand: (identifier) @name index: (_) @means)
    (call_expression
      function: [(identifier) (selector_expression)] @_in
      arguments: (argument_list . (identifier) @name . (_) @means .)
      ${isMembershipTest("_in")})
    (call_expression
      function: [(identifier) (selector_expression)] @_in
      arguments: (argument_list . (_) @means . (identifier) @name .)
      ${isMembershipTest("_in")})
    (call_expression
      function: [(identifier) (selector_expression)] @takes
      arguments: (argument_list (identifier) @name) @within
      ${mayTakeCodes("takes")})
    (call_expression
      function: (selector_expression operand: (identifier) @name field: (field_identifier) @_has)
      arguments: (argument_list . (_) @means .)
      (#match? @_has "^(Contains|Has|HasAny)$"))
  `,
};
