import type { YAMLError } from "yaml";
import type { LocalizedText } from "../text/localized-text.ts";

// What the library says of an error quotes the file, which may be no file of ours and hold secrets.

type Code = YAMLError["code"];

const indentation = {
  en: "The indentation is wrong: YAML indents with spaces, and equally on one level.",
  "zh-CN": "缩进有误：YAML 用空格缩进，同级缩进应相同。",
};
const nesting = {
  en: "A key must be on one line, and a nested mapping or list on lines of its own.",
  "zh-CN": "键应写在一行内，嵌套的映射或列表应另起一行。",
};
const unclosed = (what: LocalizedText, sign: string): LocalizedText => ({
  en: `${what.en} is not closed: its '${sign}' is missing, or is indented too little.`,
  "zh-CN": `${what["zh-CN"]}没有结束：缺少“${sign}”，或它缩进不足。`,
});
const unquoted = (sign: string): LocalizedText => ({
  en: `A text in quotes is not closed: its ${sign} is missing.`,
  "zh-CN": `引号中的文本没有结束：缺少 ${sign}。`,
});
const alias = { en: "No anchor has the name of this alias.", "zh-CN": "没有与此别名同名的锚点。" };

const messages: ReadonlyMap<Code, LocalizedText> = new Map<Code, LocalizedText>([
  ["TAB_AS_INDENT", indentation],
  ["BAD_INDENT", indentation],
  ["BLOCK_AS_IMPLICIT_KEY", nesting],
  ["BLOCK_IN_FLOW", nesting],
  ["MULTILINE_IMPLICIT_KEY", nesting],
  ["KEY_OVER_1024_CHARS", nesting],
  ["BAD_ALIAS", alias],
  ["ALIAS_PROPS", alias],
  ["DUPLICATE_KEY", { en: "This key is given twice.", "zh-CN": "键重复。" }],
  [
    "MISSING_CHAR",
    {
      en: "A character is missing here: a quote, bracket, comma, colon or space.",
      "zh-CN": "此处缺少字符：引号、括号、逗号、冒号或空格。",
    },
  ],
  ["UNEXPECTED_TOKEN", { en: "This cannot stand here.", "zh-CN": "此处不应有这些字符。" }],
  ["BAD_DQ_ESCAPE", { en: "Double quotes have no such escape.", "zh-CN": "双引号中没有这种转义。" }],
  [
    "BAD_SCALAR_START",
    { en: "A text that begins with this character needs quotes.", "zh-CN": "以此字符开头的文本需要加引号。" },
  ],
  ["MULTIPLE_DOCS", { en: "The file must be a single document.", "zh-CN": "文件中只能有一个文档。" }],
]);

/** Errors that share their code with others, told apart by what the library says. */
const byLibraryMessage: readonly [RegExp, LocalizedText][] = [
  [/must .*end with a \]$/, unclosed({ en: "A list in brackets", "zh-CN": "方括号中的列表" }, "]")],
  [/must .*end with a \}$/, unclosed({ en: "A mapping in braces", "zh-CN": "花括号中的映射" }, "}")],
  [/^Missing closing 'quote/, unquoted("'")],
  [/^Missing closing "quote/, unquoted('"')],
  [/^Missing ,.* between/, { en: "A comma is missing here.", "zh-CN": "此处缺少逗号。" }],
  [
    /^Implicit map keys need to be followed by map values/,
    { en: "A colon is missing behind this key.", "zh-CN": "此键后缺少冒号。" },
  ],
  [
    /^Sequence item without - indicator/,
    { en: "A list item must begin with '- '.", "zh-CN": "列表项应以“- ”开头。" },
  ],
];

const invalid: LocalizedText = { en: "The syntax is not valid here.", "zh-CN": "此处语法有误。" };

/** The error of a file whose aliases expand to too much, or name no anchor. */
export const aliasError: LocalizedText = {
  en: "An alias names no anchor, or the aliases expand to too much.",
  "zh-CN": "有别名没有对应的锚点，或别名展开后过大。",
};

/** Returns the message of a syntax error in YAML or JSON, as a sentence. */
export function syntaxErrorMessage({ code, message }: YAMLError): LocalizedText {
  const known = byLibraryMessage.find(([pattern]) => pattern.test(message));
  return known?.[1] ?? messages.get(code) ?? invalid;
}

/**
 * Returns the errors of a text without those that only follow from an earlier one: what the parser expects on the line on
 * which it has lost its way. Equal keys are told all.
 */
export function withoutConsequences(errors: readonly YAMLError[], source: string): YAMLError[] {
  let end = -1;
  return errors.filter(({ code, pos: [from, to] }) => {
    if (code === "DUPLICATE_KEY") return true;
    const follows = end >= 0 && !source.slice(end, from).includes("\n");
    end = Math.max(end, to - 1);
    return !follows;
  });
}
