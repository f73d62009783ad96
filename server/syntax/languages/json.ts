import type { Language } from "../language.ts";

export const json: Language = {
  name: "JSON",
  ids: ["json", "jsonc"],
  extensions: [".json", ".jsonc", ".json5"],
  comment: ["//"],
  idsWithoutComments: ["json"],
  grammar: "tree-sitter-json.wasm",
  query: `
    (pair value: (string) @string)
    (array (string) @string)
    (document (string) @string)

    (pair key: (_) @subject value: (string) @value)
    (pair key: (_) @type value: (object (pair value: (string) @value)))
    (pair key: (_) @subject value: (array (string) @listed))
    (pair
      key: (_) @subject
      value: (object (pair key: (string) @_enum value: (array (string) @listed)))
      (#eq? @_enum "\\"enum\\""))
  `,
};
