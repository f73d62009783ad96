import type { Language } from "../language.ts";

export const xml: Language = {
  name: "XML",
  ids: ["xml", "xsl"],
  extensions: [".xml", ".xsl", ".xslt", ".xsd", ".config"],
  comment: ["<!--", "-->"],
  // Elements, attributes and texts are the same in HTML, whose grammar forgives the rest.
  grammar: "tree-sitter-html.wasm",
  // Documents have an element "code", and countries and much else an attribute: these must sound like a failure.
  query: `
    ((element . (start_tag) . (text) @scalar . (end_tag) .) (#not-match? @scalar "[ \\n]"))
    ((element . (start_tag . (tag_name) @subject) . (text) @value . (end_tag) .) (#not-eq? @subject "code"))
    ((element . (start_tag . (tag_name) @subject) . (text) @listed . (end_tag) .) (#eq? @subject "code"))
    ((text) @prose (#match? @prose "[ \\n]"))
    (attribute
      (attribute_name) @subject
      [(attribute_value) @scalar @listed (quoted_attribute_value (attribute_value) @scalar @listed)])
  `,
};
