import type { Language } from "./language.ts";

const scalar = "[(double_quote_scalar) (single_quote_scalar) (plain_scalar (string_scalar))]";

export const yaml: Language = {
  name: "YAML",
  ids: ["yaml", "dockercompose", "github-actions-workflow"],
  extensions: [".yaml", ".yml"],
  grammar: "tree-sitter-yaml.wasm",
  query: `
    [(double_quote_scalar) (single_quote_scalar) (block_scalar)] @string
    (plain_scalar (string_scalar)) @scalar

    (block_mapping_pair key: (_) @subject value: (flow_node ${scalar} @value))
    (flow_pair key: (_) @subject value: (flow_node ${scalar} @value))
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
