import type { Language } from "../language.ts";

const scalar = "[(double_quote_scalar) (single_quote_scalar) (plain_scalar (string_scalar))]";

/**
 * A scalar is a condition if it has a word in quotes (in a quoted scalar, these are escaped or doubled) and an operator
 * or method that tests something for it.
 */
const quotedWord = String.raw`['\"][\\w.-]+\\\\?['\"]`;
const test = String.raw`[!=]=|\\bin\\b|(?:[Cc]ontains|[Ww]ith|search|match|regex)\\(`;

export const yaml: Language = {
  name: "YAML",
  ids: ["yaml", "dockercompose", "github-actions-workflow"],
  extensions: [".yaml", ".yml"],
  comment: ["#"],
  grammar: "tree-sitter-yaml.wasm",
  query: `
    [(double_quote_scalar) (single_quote_scalar) (block_scalar)] @string
    (plain_scalar (string_scalar)) @scalar

    ([(double_quote_scalar) (single_quote_scalar) (block_scalar) (plain_scalar)] @content
      (#match? @content "${quotedWord}")
      (#match? @content "${test}")
      (#set! language "expression"))

    (block_mapping_pair key: (_) @subject value: (flow_node ${scalar} @value))
    (flow_pair key: (_) @subject value: (flow_node ${scalar} @value))
    (block_mapping_pair
      key: (_) @type
      value: (block_node (block_mapping (block_mapping_pair value: (flow_node ${scalar} @value)))))
    (_
      key: (_) @type
      value: (flow_node (flow_mapping (flow_pair value: (flow_node ${scalar} @value)))))
    (block_mapping_pair
      key: (_) @subject
      value: (block_node (block_mapping (block_mapping_pair
        key: (_) @_enum
        value: [
          (block_node (block_sequence (block_sequence_item (flow_node ${scalar} @listed))))
          (flow_node (flow_sequence (flow_node ${scalar} @listed)))
        ])))
      (#eq? @_enum "enum"))
    (block_mapping_pair
      key: (_) @subject
      value: (flow_node (flow_mapping (flow_pair
        key: (_) @_enum
        value: (flow_node (flow_sequence (flow_node ${scalar} @listed))))))
      (#eq? @_enum "enum"))
    (block_mapping_pair
      key: (_) @subject
      value: (block_node (block_sequence (block_sequence_item (flow_node ${scalar} @listed)))))
    (block_mapping_pair
      key: (_) @subject
      value: (flow_node (flow_sequence (flow_node ${scalar} @listed))))
    (flow_pair
      key: (_) @subject
      value: (flow_node (flow_sequence (flow_node ${scalar} @listed))))
  `,
};
