import type { Language } from "../language.ts";

const literal = (capture: string) => `(literal_value (string_lit) @${capture})`;
/** The elements of a list. */
const list = (capture: string) => `(expression (collection_value (tuple (expression ${literal(capture)}))))`;

/** The query of Terraform and of HCL, whose grammars have the same node types. */
const query = `
  (literal_value (string_lit) @string)
  (heredoc_template (template_literal) @string)
  (object_elem key: (expression (literal_value (string_lit) @string)))

  (binary_operation (_) @subject . ["==" "!="] . ${literal("compared")} .)
  (binary_operation . ${literal("compared")} . ["==" "!="] (_) @subject .)

  (function_call
    (identifier) @_contains
    (function_arguments . ${list("element")} . (expression) @subject .)
    (#eq? @_contains "contains"))
  (function_call
    (identifier) @_contains
    (function_arguments . (expression) @subject . (expression ${literal("listed")}) .)
    (#eq? @_contains "contains"))

  (function_call
    (identifier) @_contains
    (function_arguments . (expression) @subject . (expression ${literal("contained")}) .)
    (#match? @_contains "^(strcontains|startswith|endswith)$"))
  (function_call
    (identifier) @_matches
    (function_arguments . (expression ${literal("contained")}) . (expression) @subject .)
    (#match? @_matches "^(regex|regexall)$"))

  (attribute (identifier) @subject (expression ${literal("value")}))
  (object_elem key: (_) @subject val: (expression ${literal("value")}))
  (block
    . (identifier) @_variable
    . (string_lit) @subject
    (body (attribute (identifier) @_default (expression ${literal("value")})))
    (#eq? @_variable "variable")
    (#eq? @_default "default"))

  (attribute (identifier) @subject ${list("listed")})
  (attribute
    (identifier) @subject
    (expression (function_call
      (identifier) @_set
      (function_arguments ${list("listed")})))
    (#match? @_set "^(toset|tolist|concat|setunion|distinct)$"))
  (object_elem key: (_) @subject val: ${list("listed")})
  (attribute
    (identifier) @subject
    (expression (collection_value (object (object_elem key: (expression ${literal("listed")}))))))
  (block
    . (identifier) @_variable
    . (string_lit) @subject
    (body (attribute (identifier) @_default ${list("listed")}))
    (#eq? @_variable "variable")
    (#eq? @_default "default"))
`;

const interpolation = ["template_interpolation", "template_directive"];

export const terraform: Language = {
  name: "Terraform",
  ids: ["terraform", "terraform-vars", "opentofu", "opentofu-vars"],
  extensions: [".tf", ".tfvars", ".tofu"],
  comment: ["#"],
  grammar: "tree-sitter-terraform.wasm",
  query,
  interpolation,
};

export const hcl: Language = {
  name: "HCL",
  ids: ["hcl"],
  extensions: [".hcl"],
  comment: ["#"],
  grammar: "tree-sitter-hcl.wasm",
  query,
  interpolation,
};
