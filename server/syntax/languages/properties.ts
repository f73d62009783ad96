import { codeWordsIn, type LiteralSet, toLiteral } from "../embedded.ts";
import type { Language } from "../language.ts";
import type { Literal } from "../literal.ts";

export const properties: Language = {
  name: "Properties",
  ids: ["properties", "dotenv", "ini"],
  extensions: [".properties", ".env", ".ini", ".cfg", ".conf"],
  comment: ["#"],
  read,
};

/**
 * A line with a key and its value, which a backslash continues in the next line. Other lines are comments, sections or
 * commands.
 */
const line =
  /^(?<before>[ \t]*(?:export[ \t]+)?(?<key>[\w.[\]"'-]+)[ \t]*[=:][ \t]*)(?<value>(?:\\\r?\n|[^\r\n])*)$/gm;

/** A value of one word or of a list of words, with or without quotes, and perhaps a comment after it. */
const list =
  /^["']?[\w.-]+["']?(?:[\s\\]*[,;|][\s\\]*["']?[\w.-]+["']?)*(?:[\s\\]*[,;])?\s*(?:[ \t][#;].*)?$/;

/** Analyzes a file: the words of such values are literals. Sentences and keys, as those of translations, are prose. */
function read(text: string): LiteralSet {
  const literals: Literal[] = [];
  for (const { index, groups } of text.matchAll(line)) {
    const { before = "", key = "", value = "" } = groups ?? {};
    for (const word of codeWordsIn(before, index)) literals.push(word);
    const start = index + before.length;
    if (!list.test(value)) {
      for (const word of codeWordsIn(value, start)) literals.push(word);
      continue;
    }
    const words = [...value.replace(/[ \t][#;].*$/, "").matchAll(/[\w.-]+/g)];
    // The words of a key are separated by dots, those of a subject by hyphens.
    const subject = key.replaceAll(".", "-");
    const relation = { kind: words.length > 1 ? "listed" : "value", subject } as const;
    for (const word of words) literals.push(toLiteral(start + word.index, word[0], relation));
  }
  return { literals, regions: [] };
}
