import { URI } from "vscode-uri";
import type { Node } from "web-tree-sitter";
import { code } from "../../../catalog/rendering/markdown.ts";
import { isConfiguration } from "../../configuration/configuration.ts";
import { languageOf } from "../../syntax/languages/index.ts";
import { type Asked, file, type Step, text } from "./step.ts";

/** How the file is read, and what governs it. */
export function fileStep({ source, analysis: { parsed, domain }, configuration }: Asked): Step {
  const language = languageOf(source.languageId);
  const lines = [
    parsed
      ? text(`It is read as ${language?.name}.`, `按 ${language?.name} 读取。`)
      : language
        ? text(
            `It is too long to be read as ${language.name}: only codes that look like codes are recognised, and nothing is reported.`,
            `文件过长，不按 ${language.name} 解析：只识别形如错误码的文本，不报告问题。`,
          )
        : text(
            `The language ${code(source.languageId)} is not read: only codes that look like codes are recognised, and nothing is reported.`,
            `不解析语言 ${code(source.languageId)}：只识别形如错误码的文本，不报告问题。`,
          ),
  ];
  if (!isConfiguration(URI.parse(source.uri).path))
    lines.push(
      configuration
        ? text(`${code(configuration)} governs it.`, `适用的配置：${code(configuration)}。`)
        : text(`No ${file} governs it.`, `没有适用的 ${file}。`),
    );
  const ignored = whyIgnored(source.uri, domain, configuration ?? "");
  const isOther = !parsed && !language;
  return {
    title: text("The file", "文件"),
    lines: ignored ? [...lines, ignored] : lines,
    passed: parsed && !ignored,
    ...(isOther
      ? {
          advice: [
            text(
              "If this is a language that is read, choose it with **Change Language Mode**.",
              "如果文件属于可解析的语言，请用“更改语言模式”选择该语言。",
            ),
          ],
        }
      : {}),
  };
}

/** Whether a file defines codes or says what is reported, so that nothing in it is the use of one. */
export function definesCodes({ source, analysis: { domain } }: Asked): boolean {
  return isConfiguration(URI.parse(source.uri).path) || domain.isCatalog(source.uri);
}

function whyIgnored(uri: string, domain: Asked["analysis"]["domain"], configuration: string) {
  if (isConfiguration(URI.parse(uri).path))
    return text(
      "It is a configuration of this extension: strings in it are no uses of codes.",
      "这是本扩展的配置文件：其中的字符串不是错误码的使用之处。",
    );
  if (domain.isCatalog(uri))
    return text(
      `It is a catalog that ${code(configuration)} names: codes are defined here, not used.`,
      `这是 ${code(configuration)} 中的自有目录：此处定义错误码，而不是使用错误码。`,
    );
  if (!domain.ignoresFile(uri)) return undefined;
  return text(
    `Nothing is reported in it: ${code(configuration)} has it under ${code("ignore: paths")}.`,
    `不报告其中的问题：${code(configuration)} 的 ${code("ignore: paths")} 包含此文件。`,
  );
}

/** The string at the cursor. */
export function stringStep(asked: Asked): Step {
  const { belief, analysis, root, offset } = asked;
  const title = text("The string", "字符串");
  if (belief) {
    const written = belief.literal.text;
    const line =
      written === ""
        ? text("An empty string stands here.", "此处是空字符串。")
        : text(`${code(written)} stands here.`, `此处是 ${code(written)}。`);
    return { title, lines: [line], passed: true };
  }
  if (!analysis.parsed)
    return {
      title,
      lines: [
        text(
          "At the cursor stands no code that a catalog has and that looks like one.",
          "光标处没有目录中形如错误码的文本。",
        ),
      ],
      passed: false,
    };
  const line =
    root && isInString(root, offset)
      ? text(
          "The string here is a key, or is put together when the program runs: it is not judged.",
          "此处的字符串是键名，或在运行时拼成：不作判断。",
        )
      : root
        ? text("The cursor is in no string or value.", "光标不在字符串或值中。")
        : text(
            "At the cursor stands no string or value, or one that is put together when the program runs.",
            "光标处没有字符串或值，或字符串在运行时拼成。",
          );
  return { title, lines: [line], passed: false };
}

/** How far up the tree a string is looked for. */
const maximumHeight = 4;

/** Whether an offset is in a string that no literal was made of. */
function isInString(root: Node, offset: number): boolean {
  let node: Node | null = root.descendantForIndex(offset);
  for (let height = 0; node && height < maximumHeight; height++) {
    if (/string|template|heredoc|interpolat/i.test(node.type) && node.startIndex < offset) return true;
    node = node.parent;
  }
  return false;
}
