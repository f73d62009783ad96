import type { Language } from "../language.ts";
import { choice, ecmascriptQuery, interpolation, text } from "../queries/ecmascript.ts";

/** The shared patterns, and that of fields, which TypeScript's grammar names otherwise. */
const query = `${ecmascriptQuery}
  (field_definition property: (_) @subject value: ${choice} @value)
  (field_definition property: (_) @subject value: ${text} @constant)
`;

export const javascript: Language = {
  name: "JavaScript",
  ids: ["javascript", "javascriptreact"],
  extensions: [".js", ".mjs", ".cjs", ".jsx"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  grammar: "tree-sitter-javascript.wasm",
  query,
  interpolation,
};
