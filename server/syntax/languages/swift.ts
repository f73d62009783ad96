import type { Language } from "../language.ts";
import { tokenReader } from "../tokens/token-literals.ts";

export const swift: Language = {
  name: "Swift",
  ids: ["swift"],
  extensions: [".swift"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  read: tokenReader({
    skipped: /\s+|\/\/[^\r\n]*/y,
    nestedComments: true,
    strings: [
      { open: /(#+)"""/y, close: '"""%', escape: "\\%", value: /\\#+\(/y, multiline: true },
      { open: /(#+)"/y, close: '"%', escape: "\\%", value: /\\#+\(/y },
      { open: /"""/y, close: '"""', escape: "\\", value: /\\\(/y, multiline: true },
      { open: /"/y, close: '"', escape: "\\", value: /\\\(/y },
    ],
    word: /[\p{L}_$@#][\p{L}\p{N}_$]*|`[^`\r\n]*`/uy,
    equals: /^(?:[!=]==?|~=|isEqual|elementsEqual)$/,
    contains:
      /^(?:contains|hasPrefix|hasSuffix|range|firstIndex|starts|localizedCaseInsensitiveContains|localizedStandardContains|caseInsensitiveContains)$/,
    expects: /Equal$|^(?:equal|expect|be)$/,
    assigns: /^=$/,
    constants: /^(?:let|static)$/,
    typed: /^:$/,
    types: /\b(?:enum|struct|class|extension|protocol|actor)\s+(?<name>[\w.]+)/,
    // The values of an enum of coding keys are names of fields.
    enums: /\benum\s+(?<name>\w+)(?![\s\S]*\bCodingKey\b)/,
    functions: /\b(?:func|var|let)\s+(?<name>\w+)/,
    chains: /^(?:[?!]?\.)$/,
    lists: /^\[$/,
    keywords:
      /^(?:let|var|if|else|guard|while|for|in|return|case|switch|where|throw|try|await|is|as|do|catch|repeat|default|func|init)$/,
  }),
};
