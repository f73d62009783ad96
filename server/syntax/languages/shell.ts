import type { Language } from "../language.ts";

const quoted = "[(string) (raw_string)]";
const word = "[(string) (raw_string) (word)]";
// The binding drops an anchor before a predicate, so that patterns with both need parentheses around the anchored part.
const isGlob = (capture: string) => `(#match? @${capture} "[*]")`;

export const shell: Language = {
  name: "Shell",
  ids: ["shellscript"],
  extensions: [".sh", ".bash", ".zsh", ".ksh"],
  comment: ["#"],
  grammar: "tree-sitter-bash.wasm",
  query: `
    ${quoted} @string
    ((extglob_pattern) @string ${isGlob("string")})
    ((extglob_pattern) @scalar (#not-match? @scalar "[*]"))
    (variable_assignment value: (word) @scalar)
    (array (word) @scalar)
    (case_item value: (word) @scalar)
    (for_statement (word) @scalar)
    (binary_expression (word) @scalar)
    (binary_expression (regex) @scalar)
    (command argument: (word) @scalar (#match? @scalar "^[A-Z][A-Za-z]"))
    (heredoc_body) @string

    ((binary_expression
      left: (_) @subject
      operator: ["==" "=" "!="]
      . right: [(string) (raw_string) (word) (extglob_pattern)] @compared .)
      (#not-match? @compared "[*]"))
    (binary_expression
      left: ${quoted} @compared
      operator: ["==" "=" "!="]
      right: (_) @subject)

    (binary_expression
      left: (_) @subject
      operator: ["==" "=" "!="]
      . right: (extglob_pattern) . right: ${quoted} @contained)
    ((binary_expression
      left: (_) @subject
      operator: ["==" "=" "!="]
      . right: (extglob_pattern) @contained .)
      ${isGlob("contained")})
    (binary_expression
      left: (_) @subject
      operator: ["==" "=" "!="]
      . right: (concatenation . ${quoted} @contained . (word) @_rest .)
      (#eq? @_rest "*"))
    (binary_expression
      left: (_) @subject
      operator: "=~"
      . right: [(string) (raw_string) (regex) (word)] @contained .)

    (case_statement
      value: (_) @subject
      (case_item value: [(string) (raw_string) (word) (extglob_pattern)] @case)
      (#not-match? @case "[*]"))
    (case_statement
      value: (_) @subject
      (case_item value: (extglob_pattern) @contained)
      ${isGlob("contained")})
    (case_statement
      value: (_) @subject
      (case_item value: (extglob_pattern) . value: ${quoted} @contained))
    (case_statement
      value: (_) @subject
      (case_item value: (concatenation . ${quoted} @contained . (word) @_rest .))
      (#eq? @_rest "*"))

    (pipeline
      (command argument: (_) @subject .)
      .
      (command
        name: (command_name) @_grep
        argument: ${word} @contained)
      (#match? @_grep "^[ef]?grep$"))
    (pipeline
      (redirected_statement redirect: (file_redirect) @subject)
      .
      (command
        name: (command_name) @_grep
        argument: ${word} @contained)
      (#match? @_grep "^[ef]?grep$"))
    ((command
      name: (command_name) @_jq
      argument: (raw_string) @content)
      (#eq? @_jq "jq")
      (#set! language "expression"))
    (command
      name: (command_name) @_grep
      argument: ${word} @contained
      . argument: (_) @subject
      (#match? @_grep "^[ef]?grep$"))
    (command
      name: (command_name) @_grep
      argument: ${word} @contained
      redirect: (herestring_redirect (_) @subject)
      (#match? @_grep "^[ef]?grep$"))

    (variable_assignment name: (_) @subject value: ${word} @value)
    (variable_assignment name: (_) @subject value: (array ${word} @listed) @within)
    (variable_assignment name: (_) @subject value: (array (concatenation . (word) @_key . ${quoted} @listed)) @within)
    (for_statement variable: (_) @subject ${word} @listed)
    ((variable_assignment name: (_) @subject value: ${word} @constant)
      (#match? @subject "^[A-Z][A-Z0-9_]*$"))
    (declaration_command
      "readonly"
      (variable_assignment name: (_) @subject value: ${word} @constant))
    (declaration_command
      (word) @_flag
      (variable_assignment name: (_) @subject value: ${word} @constant)
      (#match? @_flag "^-\\\\w*r"))

    (command name: (_) @subject argument: ${word} @argument)

    (variable_assignment name: (variable_name) @name value: [(simple_expansion) (expansion)] @means)
    (variable_assignment
      name: (variable_name) @name
      value: (string . [(simple_expansion) (expansion)] @means .))
    (variable_assignment
      name: (variable_name) @name
      value: [
        (command_substitution (command name: (_) @of argument: ${word} @member))
        (command_substitution (pipeline (command name: (_) @of argument: ${word} @member) .))
      ]
      (#eq? @of "jq")
      (#match? @member "^.?[.]"))
  `,
  interpolation: ["simple_expansion", "expansion", "command_substitution", "arithmetic_expansion"],
};
