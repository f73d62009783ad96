import type { Language } from "../language.ts";

export const xml: Language = {
  name: "XML",
  ids: ["xml", "xsl"],
  extensions: [".xml", ".xsl", ".xslt", ".xsd", ".config"],
  comment: ["<!--", "-->"],
  // The grammar of HTML parses elements, attributes and texts of XML, and tolerates the rest.
  grammar: "tree-sitter-html.wasm",
  // Elements and attributes named `code` also hold codes of countries and of much else. They are therefore `@listed`:
  // that relation is evidence only for a known code or a text that sounds like a failure.
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
