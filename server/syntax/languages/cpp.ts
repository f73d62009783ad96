import type { Language } from "../language.ts";
import { anyOf } from "../queries/alternation.ts";
import { isMembershipTest, mayTakeCodes } from "../queries/membership.ts";
import { isOperator } from "../queries/operators.ts";

/** The patterns of a literal without and with a suffix: `"X"sv`. */
const texts = (capture: string) => [
  `(string_literal) @${capture}`,
  `(user_defined_literal (string_literal) @${capture})`,
];
const plain = (capture: string) => anyOf(...texts(capture));

/** A literal from which a string of another type is constructed: `std::string("X")`. */
const construction = (capture: string) => `(call_expression
  function: (_) @_string
  arguments: (argument_list . (string_literal) @${capture} .))`;
const isStringConstructor = `(#match? @_string "[Ss]tring(_view|View|Literal|Ref)?$|^_?TE?X?T?$|^L$")`;

/** The elements of a braced list, or the first elements of its rows. */
const list = (capture: string) =>
  `(initializer_list ${anyOf(
    ...texts(capture),
    `(initializer_list . ${plain(capture)})`,
    `(initializer_pair value: ${plain(capture)})`,
  )})`;

/** The literal that initializes a variable: after `=`, in parentheses or in braces. */
const initializer = (capture: string) =>
  anyOf(
    ...texts(capture),
    `(argument_list . (string_literal) @${capture} .)`,
    `(initializer_list . (string_literal) @${capture} .)`,
  );

const isEquality = isOperator("==", "!=");

const functionBody = (returned: string) => `(compound_statement (return_statement ${returned}))`;

/** The declarator of a function whose name is the subject, whatever type it returns. */
const functionDeclarator = `[
  (function_declarator declarator: (_) @subject)
  (pointer_declarator declarator: (function_declarator declarator: (_) @subject))
  (reference_declarator (function_declarator declarator: (_) @subject))
]`;

export const cpp: Language = {
  name: "C++",
  ids: ["cpp", "c", "cuda-cpp"],
  extensions: [".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx", ".inl", ".ipp"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  grammar: "tree-sitter-cpp.wasm",
  query: `
    (string_literal) @string
    (raw_string_literal (raw_string_content) @scalar)
    ((preproc_def value: (preproc_arg) @string) (#match? @string "^L?\\"[^\\"]*\\"[ \\t]*$"))

    (binary_expression left: (_) @subject operator: _ @_operator right: ${plain("compared")} ${isEquality})
    (binary_expression left: ${plain("compared")} operator: _ @_operator right: (_) @subject ${isEquality})
    (binary_expression left: (_) @subject operator: _ @_operator right: ${construction("compared")} ${isEquality} ${isStringConstructor})
    (binary_expression left: ${construction("compared")} operator: _ @_operator right: (_) @subject ${isEquality} ${isStringConstructor})
    (call_expression
      function: (_) @_equal
      arguments: (argument_list (_) @subject . ${plain("compared")})
      (#match? @_equal "[Ee]qual|EQUAL|Same|_(STR(CASE)?)?(EQ|NE)$|(strn?|strn?case|wcsn?)i?cmp$"))
    (call_expression
      function: (_) @_equal
      arguments: (argument_list ${plain("compared")} . (_) @subject)
      (#match? @_equal "[Ee]qual|EQUAL|Same|_(STR(CASE)?)?(EQ|NE)$|(strn?|strn?case|wcsn?)i?cmp$"))
    (call_expression
      function: (field_expression argument: (_) @subject field: (_) @_compare)
      arguments: (argument_list . ${plain("compared")} .)
      (#match? @_compare "^(compare|equals?)$"))

    (call_expression
      function: (field_expression
        argument: (compound_literal_expression value: ${list("element")})
        field: (_) @_contains)
      arguments: (argument_list . (_) @subject .)
      (#match? @_contains "^(count|contains|find)$"))
    (call_expression
      function: (_) @_in
      arguments: (argument_list . (_) @subject . ${list("element")} .)
      ${isMembershipTest("_in")})

    (assignment_expression left: (_) @subject right: ${plain("value")})
    (assignment_expression left: (_) @subject right: ${construction("value")} ${isStringConstructor})
    (assignment_expression left: (_) @subject right: (conditional_expression) @value)
    (init_declarator declarator: (_) @subject value: (conditional_expression) @value)
    (initializer_list (initializer_list . (string_literal) @subject . (string_literal) @value .))
    (initializer_list (initializer_list
      . (string_literal) @subject
      . (call_expression arguments: (argument_list . (string_literal) @value .)) .))
    (initializer_pair designator: (_) @subject value: ${plain("value")})
    (init_declarator declarator: (_) @subject value: ${initializer("value")})
    (field_declaration declarator: (_) @subject default_value: ${plain("value")})
    (optional_parameter_declaration declarator: (_) @subject default_value: ${plain("value")})
    (field_initializer . (_) @subject (argument_list . (string_literal) @value .))

    (init_declarator declarator: (_) @subject value: [
      ${list("listed")}
      (argument_list . ${list("listed")})
    ] @within)
    (assignment_expression left: (_) @subject right: ${list("listed")} @within)
    (field_declaration declarator: (_) @subject default_value: ${list("listed")} @within)

    (call_expression function: (_) @subject arguments: (argument_list ${plain("argument")}) @within)
    (call_expression function: (_) @subject arguments: (argument_list ${list("argument")}) @within)
    (new_expression type: (_) @subject arguments: (argument_list ${plain("argument")}))
    (compound_literal_expression type: (_) @subject value: (initializer_list ${plain("argument")}))
    (declaration
      type: (_) @subject
      declarator: (init_declarator value: [
        (argument_list ${plain("argument")})
        (initializer_list ${plain("argument")})
      ]))
    (field_initializer . (_) @subject (argument_list ${plain("argument")}))

    (preproc_def name: (_) @subject value: (preproc_arg) @constant)
    (declaration
      (type_qualifier) @_constant
      declarator: (init_declarator declarator: (_) @subject value: ${initializer("constant")})
      (#any-of? @_constant "const" "constexpr" "constinit"))
    (field_declaration
      (type_qualifier) @_constant
      declarator: (_) @subject
      default_value: ${plain("constant")}
      (#any-of? @_constant "const" "constexpr"))
    (namespace_definition
      name: (_) @type
      body: (declaration_list (declaration
        (type_qualifier) @_constant
        declarator: (init_declarator value: ${plain("constant")})))
      (#any-of? @_constant "const" "constexpr"))
    (struct_specifier
      name: (_) @type
      body: (field_declaration_list (field_declaration
        (type_qualifier) @_constant
        default_value: ${plain("constant")}))
      (#any-of? @_constant "const" "constexpr"))
    (class_specifier
      name: (_) @type
      body: (field_declaration_list (field_declaration
        (type_qualifier) @_constant
        default_value: ${plain("constant")}))
      (#any-of? @_constant "const" "constexpr"))
    (case_statement
      value: [(identifier) @subject (qualified_identifier name: (_) @subject)]
      (return_statement ${plain("constant")}))

    (call_expression
      function: (field_expression argument: (_) @subject field: (_) @_find)
      arguments: (argument_list . ${plain("contained")})
      (#match? @_find "^(find|rfind|contains|starts_with|ends_with)$"))
    (call_expression
      function: (_) @_find
      arguments: (argument_list . (_) @subject . ${plain("contained")})
      (#match? @_find "(strstr|strcasestr|wcsstr)$"))

    (function_definition declarator: ${functionDeclarator} body: ${functionBody(plain("returned"))})

    (init_declarator declarator: (identifier) @name value: [(call_expression) (field_expression)] @means)
    (assignment_expression left: (identifier) @name right: [(call_expression) (field_expression)] @means)
    (call_expression
      function: (field_expression argument: (identifier) @name field: (_) @_contains)
      arguments: (argument_list . (_) @means .)
      (#match? @_contains "^(count|contains|find|at)$"))
    (call_expression
      function: (_) @takes
      arguments: (argument_list (identifier) @name) @within
      ${mayTakeCodes("takes")})
  `,
};
