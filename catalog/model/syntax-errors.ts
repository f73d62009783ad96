import type { YAMLError } from "yaml";
import type { LocalizedText } from "./localized-text.ts";

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

const invalid: LocalizedText = { en: "The syntax is not valid here.", "zh-CN": "此处语法有误。" };

/** The error of a file whose aliases expand to too much, or name no anchor. */
export const aliasError: LocalizedText = {
  en: "An alias names no anchor, or the aliases expand to too much.",
  "zh-CN": "有别名没有对应的锚点，或别名展开后过大。",
};

/** Returns the message of a syntax error in YAML or JSON, as a sentence. */
export function syntaxErrorMessage({ code }: YAMLError): LocalizedText {
  return messages.get(code) ?? invalid;
}
