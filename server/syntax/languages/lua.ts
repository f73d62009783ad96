import type { Language } from "../language.ts";
import { tokenReader } from "../tokens/token-literals.ts";

export const lua: Language = {
  name: "Lua",
  ids: ["lua", "luau"],
  extensions: [".lua", ".luau"],
  comment: ["--"],
  hasQuotedLiteralsOnly: true,
  read: tokenReader({
    skipped: /\s+|--\[(=*)\[[\s\S]*?(?:\]\1\]|$)|--[^\r\n]*|#![^\r\n]*/y,
    strings: [
      { open: /\[(=*)\[/y, close: "]%]", multiline: true },
      { open: /(["'])/y, close: "%", escape: "\\" },
    ],
    word: /[\p{L}_][\p{L}\p{N}_]*/uy,
    equals: /^[~=]=$/,
    contains: /^(?:find|match|gmatch|contains|has|starts_?with|ends_?with)$/i,
    expects: /equals?$|^(?:same|is|eq)$/i,
    assigns: /^=$/,
    constants: /^const$/,
    typed: /^<$/,
    functions: /(?!)/,
    chains: /^[.:]$/,
    lists: /^\{$/,
    keywords:
      /^(?:local|if|then|else|elseif|while|for|in|return|and|or|not|do|end|repeat|until|function|const)$/,
  }),
};
