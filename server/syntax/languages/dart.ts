import type { Language } from "../language.ts";
import { dollarInterpolation } from "../tokens/lexical-grammar.ts";
import { tokenReader } from "../tokens/token-literals.ts";

export const dart: Language = {
  name: "Dart",
  ids: ["dart"],
  extensions: [".dart"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  read: tokenReader({
    skipped: /\s+|\/\/[^\r\n]*/y,
    nestedComments: true,
    strings: [
      { open: /r("""|''')/y, close: "%", multiline: true },
      { open: /r(["'])/y, close: "%" },
      { open: /("""|''')/y, close: "%", escape: "\\", value: dollarInterpolation, multiline: true },
      { open: /(["'])/y, close: "%", escape: "\\", value: dollarInterpolation },
    ],
    word: /[\p{L}_$@][\p{L}\p{N}_$]*/uy,
    equals: /^(?:[!=]=|equals|equalsIgnoreCase|equalsIgnoringCase|isEqualTo)$/,
    contains: /^(?:contains|startsWith|endsWith|indexOf|lastIndexOf|matches|hasMatch|stringContainsInOrder)$/,
    expects: /^(?:expect|equals|expectLater)$/,
    assigns: /^=$/,
    constants: /^(?:const|final|static)$/,
    types: /\b(?:enum|class|mixin|extension)\s+(?<name>\w+)/,
    enums: /\benum\s+(?<name>\w+)/,
    functions:
      /(?:\bget\s+)?\b(?!(?:if|for|while|switch|catch|on)\b)(?<name>\w+)\s*(?:\([^()]*\))?(?:\s*async\*?)?\s*$/,
    chains: /^(?:\??\.|!\.|\.\.)$/,
    lists: /^[[{]$/,
    keywords:
      /^(?:var|if|else|while|for|in|return|case|switch|throw|rethrow|await|is|as|do|catch|on|default|new|const|final|static|late|assert|get|set|async)$/,
  }),
};
