import type { Node } from "web-tree-sitter";
import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import type { Analysis } from "../../analysis/analysis.ts";
import { unreadableReasons } from "../../analysis/unreadable.ts";
import { isConfiguration } from "../../configuration/configuration.ts";
import { parseUri } from "../../documents/uris.ts";
import { languageById } from "../../syntax/languages/index.ts";
import { adviceWith, configurationFile, localizedText, type Step, type WhyContext } from "./step.ts";

/** The step on the document: whether and as what language it is parsed, and which configuration applies to it. */
export function fileStep({ document, analysis, configuration }: WhyContext): Step {
  const { isParsed, unreadable } = analysis;
  const language = languageById(document.languageId);
  const lines = [
    isParsed
      ? localizedText(`It is parsed as ${language?.name}.`, `按 ${language?.name} 解析。`)
      : language && unreadable
        ? localizedText(
            `${unreadableReasons[unreadable].en}: only known codes with a distinctive form are recognised, and nothing is reported.`,
            `${unreadableReasons[unreadable]["zh-CN"]}：只识别目录已收录且形如错误码的文本，不报告问题。`,
          )
        : language
          ? localizedText(
              `It is too long to be parsed as ${language.name}: only known codes with a distinctive form are recognised, and nothing is reported.`,
              `文件过长，不按 ${language.name} 解析：只识别目录已收录且形如错误码的文本，不报告问题。`,
            )
          : localizedText(
              `The language ${codeSpan(document.languageId)} is not parsed: only known codes with a distinctive form are recognised, and nothing is reported.`,
              `不支持解析语言 ${codeSpan(document.languageId)}：只识别目录已收录且形如错误码的文本，不报告问题。`,
            ),
  ];
  if (!isConfiguration(parseUri(document.uri).path))
    lines.push(
      configuration
        ? localizedText(
            `${codeSpan(configuration)} applies to it.`,
            `适用的配置：${codeSpan(configuration)}。`,
          )
        : localizedText(`No ${configurationFile} applies to it.`, `没有适用的 ${configurationFile}。`),
    );
  const ignored = whyIgnored(document.uri, analysis, configuration ?? "");
  const isOther = !isParsed && !language;
  return {
    title: localizedText("The file", "文件"),
    lines: ignored ? [...lines, ignored] : lines,
    passed: isParsed && !ignored,
    ...(isOther
      ? {
          advice: [
            adviceWith(
              { act: "language" },
              "If the file is in a supported language, select it with **Change Language Mode**.",
              "如果文件使用的是受支持的语言，请用“更改语言模式”选择该语言。",
            ),
          ],
        }
      : {}),
  };
}

/** Returns whether a document is a configuration or a user catalog, so that nothing in it is the use of a code. */
export function isConfigurationOrCatalog({ document, analysis: { project } }: WhyContext): boolean {
  return isConfiguration(parseUri(document.uri).path) || project.isCatalog(document.uri);
}

function whyIgnored(uri: string, { project, vendoredFolder }: Analysis, configuration: string) {
  if (isConfiguration(parseUri(uri).path))
    return localizedText(
      "It is a configuration of this extension: its strings are not treated as error codes.",
      "这是本扩展的配置文件：其中的字符串不会被视为错误码。",
    );
  if (project.isCatalog(uri))
    return localizedText(
      `It is a catalog listed in ${codeSpan(configuration)}: codes are defined here, not used.`,
      `这是 ${codeSpan(configuration)} 中列出的自有目录：此处定义错误码，而不是使用错误码。`,
    );
  if (vendoredFolder !== undefined) return whyVendored(vendoredFolder);
  if (!project.ignoresFile(uri)) return undefined;
  return localizedText(
    `Nothing is reported in it: ${codeSpan("ignore: paths")} in ${codeSpan(configuration)} includes it.`,
    `不报告其中的问题：${codeSpan(configuration)} 的 ${codeSpan("ignore: paths")} 包含此文件。`,
  );
}

function whyVendored(folder: string) {
  const name = codeSpan(folder.slice(folder.lastIndexOf("/") + 1));
  return localizedText(
    `Nothing is reported in it: folders named ${name} hold the code of others.`,
    `不报告其中的问题：名为 ${name} 的文件夹存放的是第三方代码。`,
  );
}

/** The step on the string at the cursor: what it is, or why none is recognised. */
export function stringStep(context: WhyContext): Step {
  const { analyzedLiteral, analysis, root, offset } = context;
  const title = localizedText("The string", "字符串");
  if (analyzedLiteral) {
    const literalText = analyzedLiteral.literal.text;
    const line =
      literalText === ""
        ? localizedText("The string at the cursor is empty.", "光标处是空字符串。")
        : localizedText(
            `The string at the cursor is ${codeSpan(literalText)}.`,
            `光标处是 ${codeSpan(literalText)}。`,
          );
    return { title, lines: [line], passed: true };
  }
  if (!analysis.isParsed)
    return {
      title,
      lines: [
        localizedText(
          "There is no known code with a distinctive form at the cursor.",
          "光标处没有目录已收录且形如错误码的文本。",
        ),
      ],
      passed: false,
    };
  const line =
    root && isInString(root, offset)
      ? localizedText(
          "The string at the cursor is a key, or is built at run time: it is not checked.",
          "光标处的字符串是键名，或在运行时拼接：不作检查。",
        )
      : root
        ? localizedText("The cursor is not in a string or value.", "光标不在字符串或值中。")
        : localizedText(
            "There is no string or value at the cursor, or it is built at run time.",
            "光标处没有字符串或值，或字符串在运行时拼接。",
          );
  return { title, lines: [line], passed: false };
}

/** How many nodes are examined for a string, from the innermost upwards. */
const maximumHeight = 4;

/** Returns whether an offset is in the syntax node of a string, of which no literal was made. */
function isInString(root: Node, offset: number): boolean {
  let node: Node | null = root.descendantForIndex(offset);
  for (let height = 0; node && height < maximumHeight; height++) {
    if (/string|template|heredoc|interpolat/i.test(node.type) && node.startIndex < offset) return true;
    node = node.parent;
  }
  return false;
}
