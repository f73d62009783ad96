import type { Language } from "../language.ts";

export const toml: Language = {
  name: "TOML",
  ids: ["toml"],
  extensions: [".toml"],
  comment: ["#"],
  grammar: "tree-sitter-toml.wasm",
  query: `
    (string) @string

    (pair . (_) @subject (string) @value)
    (pair . (_) @subject (array (string) @listed))
  `,
};
