import { URI } from "vscode-uri";
import type { Node } from "web-tree-sitter";
import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import { isConfiguration } from "../../configuration/configuration.ts";
import { languageOfId } from "../../syntax/languages/index.ts";
import { file, type Step, text, type WhyContext } from "./step.ts";

/** How the file is read, and what governs it. */
export function fileStep({ document, analysis: { isParsed, project }, configuration }: WhyContext): Step {
  const language = languageOfId(document.languageId);
  const lines = [
    isParsed
      ? text(`It is read as ${language?.name}.`, `按 ${language?.name} 读取。`)
      : language
        ? text(
            `It is too long to be read as ${language.name}: only codes that look like codes are recognised, and nothing is reported.`,
            `文件过长，不按 ${language.name} 解析：只识别形如错误码的文本，不报告问题。`,
          )
        : text(
            `The language ${codeSpan(document.languageId)} is not read: only codes that look like codes are recognised, and nothing is reported.`,
            `不解析语言 ${codeSpan(document.languageId)}：只识别形如错误码的文本，不报告问题。`,
          ),
  ];
  if (!isConfiguration(URI.parse(document.uri).path))
    lines.push(
      configuration
        ? text(`${codeSpan(configuration)} governs it.`, `适用的配置：${codeSpan(configuration)}。`)
        : text(`No ${file} governs it.`, `没有适用的 ${file}。`),
    );
  const ignored = whyIgnored(document.uri, project, configuration ?? "");
  const isOther = !isParsed && !language;
  return {
    title: text("The file", "文件"),
    lines: ignored ? [...lines, ignored] : lines,
    passed: isParsed && !ignored,
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
export function definesCodes({ document, analysis: { project } }: WhyContext): boolean {
  return isConfiguration(URI.parse(document.uri).path) || project.isCatalog(document.uri);
}

function whyIgnored(uri: string, project: WhyContext["analysis"]["project"], configuration: string) {
  if (isConfiguration(URI.parse(uri).path))
    return text(
      "It is a configuration of this extension: strings in it are no uses of codes.",
      "这是本扩展的配置文件：其中的字符串不是错误码的使用之处。",
    );
  if (project.isCatalog(uri))
    return text(
      `It is a catalog that ${codeSpan(configuration)} names: codes are defined here, not used.`,
      `这是 ${codeSpan(configuration)} 中的自有目录：此处定义错误码，而不是使用错误码。`,
    );
  if (!project.ignoresFile(uri)) return undefined;
  return text(
    `Nothing is reported in it: ${codeSpan(configuration)} has it under ${codeSpan("ignore: paths")}.`,
    `不报告其中的问题：${codeSpan(configuration)} 的 ${codeSpan("ignore: paths")} 包含此文件。`,
  );
}

/** The string at the cursor. */
export function stringStep(asked: WhyContext): Step {
  const { analyzedLiteral, analysis, root, offset } = asked;
  const title = text("The string", "字符串");
  if (analyzedLiteral) {
    const written = analyzedLiteral.literal.text;
    const line =
      written === ""
        ? text("An empty string stands here.", "此处是空字符串。")
        : text(`${codeSpan(written)} stands here.`, `此处是 ${codeSpan(written)}。`);
    return { title, lines: [line], passed: true };
  }
  if (!analysis.isParsed)
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
