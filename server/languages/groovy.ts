import type { Language } from "./language.ts";
import { readerOf } from "./relations.ts";

const value = /\$\{|\$(?=[A-Za-z_])/y;

export const groovy: Language = {
  name: "Groovy",
  ids: ["groovy", "gradle", "jenkinsfile"],
  extensions: [".groovy", ".gradle", ".gvy"],
  comment: ["//"],
  quoted: true,
  read: readerOf({
    skipped: /\s+|\/\/[^\r\n]*|#![^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y,
    strings: [
      { open: /"""/y, close: '"""', escape: "\\", value, multiline: true },
      { open: /'''/y, close: "'''", escape: "\\", multiline: true },
      { open: /\$\//y, close: "/$", escape: "$", value, multiline: true },
      { open: /"/y, close: '"', escape: "\\", value },
      { open: /'/y, close: "'", escape: "\\" },
      { open: /\/(?![*/\s])/y, close: "/", escape: "\\", value, expectsValue: true },
    ],
    word: /[\p{L}_$][\p{L}\p{N}_$]*/uy,
    equals: /^(?:[!=]==?|is|equals|equalsIgnoreCase|compareTo)$/,
    contains: /^(?:==?~|contains|containsIgnoreCase|startsWith|endsWith|indexOf|matches|find)$/,
    within: /^!?in$/,
    expects: /Equals$|^(?:assertSame|equalTo)$/,
    assigns: /^=$/,
    constants: /^final$/,
    types: /\b(?:enum|class|interface|trait)\s+(?<name>\w+)/,
    enums: /\benum\s+(?<name>\w+)/,
    functions: /\b(?!(?:if|for|while|switch|catch)\b)(?<name>\w+)\s*\([^()]*\)[^()]*$/,
    chains: /^(?:[?!*]?\.|\?\.|\*\.)$/,
    lists: /^\[$/,
    keywords:
      /^(?:def|if|else|while|for|in|return|case|switch|throw|assert|new|instanceof|as|do|catch|default|final|static)$/,
  }),
};
