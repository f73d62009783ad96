import type { Language } from "../language.ts";

// A script is in the language that it names. The text of a `code` element is a literal, and other texts are prose.
const query = `
  (script_element (raw_text) @content (#set! language "javascript"))
  (script_element
    (start_tag
      (attribute
        (attribute_name) @_name
        [(attribute_value) @language (quoted_attribute_value (attribute_value) @language)])
      (#any-of? @_name "lang" "type"))
    (raw_text) @content)

  (element (start_tag . (tag_name) @_tag) . (text) @scalar . (end_tag) (#eq? @_tag "code"))
  (text) @prose
`;

/** A text in braces is an expression, with or without a sign before it: `{{ x }}`, `{#if x}`. */
const expressions = `
  ((text) @content (#match? @content "^[{][^]+[}]$") (#set! language "typescript"))
`;

/** The values of these attributes are expressions; only those that contain a string matter. */
const directives = `
  (attribute
    (attribute_name) @_name
    (quoted_attribute_value (attribute_value) @content)
    (#match? @_name "^(v-|:|@|#)")
    (#match? @content "['\`]")
    (#set! language "typescript"))
`;

const grammar = "tree-sitter-html.wasm";

export const html: Language = {
  name: "HTML",
  ids: ["html"],
  extensions: [".html", ".htm", ".xhtml"],
  comment: ["<!--", "-->"],
  grammar,
  query,
};

export const vue: Language = {
  name: "Vue",
  ids: ["vue"],
  extensions: [".vue"],
  comment: ["<!--", "-->"],
  grammar,
  query: query + expressions + directives,
};

export const svelte: Language = {
  name: "Svelte",
  ids: ["svelte"],
  extensions: [".svelte"],
  comment: ["<!--", "-->"],
  grammar,
  query: query + expressions,
};
