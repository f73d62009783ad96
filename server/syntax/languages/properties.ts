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

/** A key and its value, which goes on in the next line after a backslash; other lines are comments, sections, commands. */
const line =
  /^(?<before>[ \t]*(?:export[ \t]+)?(?<key>[\w.[\]"'-]+)[ \t]*[=:][ \t]*)(?<value>(?:\\\r?\n|[^\r\n])*)$/gm;

/** One word or a list of some, each perhaps in quotes; a comment may follow. */
const list =
  /^["']?[\w.-]+["']?(?:[\s\\]*[,;|][\s\\]*["']?[\w.-]+["']?)*(?:[\s\\]*[,;])?\s*(?:[ \t][#;].*)?$/;

/** Values of one word or of a list are literals; keys, as those of translated texts, and sentences are prose. */
function read(text: string): LiteralSet {
  const literals: Literal[] = [];
  for (const { index, groups } of text.matchAll(line)) {
    const { before = "", key = "", value = "" } = groups ?? {};
    literals.push(...codeWordsIn(before, index));
    const start = index + before.length;
    if (!list.test(value)) {
      for (const word of codeWordsIn(value, start)) literals.push(word);
      continue;
    }
    const words = [...value.replace(/[ \t][#;].*$/, "").matchAll(/[\w.-]+/g)];
    // The dots of a key stand between its words.
    const subject = key.replaceAll(".", "-");
    const clue = { kind: words.length > 1 ? "listed" : "value", subject } as const;
    for (const word of words) literals.push(toLiteral(start + word.index, word[0], clue));
  }
  return { literals, regions: [] };
}
