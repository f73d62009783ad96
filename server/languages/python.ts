import type { Language } from "./language.ts";

export const python: Language = {
  name: "Python",
  ids: ["python"],
  extensions: [".py", ".pyi"],
  grammar: "tree-sitter-python.wasm",
  query: `
    (string) @string

    (comparison_operator . (_) @subject . ["==" "!="] . (string) @compared .)
    (comparison_operator . (string) @compared . ["==" "!="] . (_) @subject .)
    (comparison_operator
      . (_) @subject . ["in" "not in"]
      . [(tuple (string) @element) (list (string) @element) (set (string) @element)] .)

    (match_statement
      subject: (_) @subject
      body: (block (case_clause (case_pattern (string) @case))))
    (match_statement
      subject: (_) @subject
      body: (block (case_clause (case_pattern (union_pattern (string) @case)))))

    (pair key: (_) @subject value: (string) @value)
    (pair key: (_) @subject value: [(tuple (string) @listed) (list (string) @listed) (set (string) @listed)])
    (keyword_argument name: (_) @subject value: (string) @value)
    (keyword_argument
      name: (_) @subject
      value: [(tuple (string) @listed) (list (string) @listed) (set (string) @listed)])
  `,
  interpolation: ["interpolation"],
};
