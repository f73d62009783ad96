import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import type { RuleResult } from "../../rules/findings.ts";
import { IgnoreComments } from "../../rules/ignores.ts";
import { type Advice, adviceWith, configurationFile, localizedText, type WhyLiteralContext } from "./step.ts";

/** Why a finding is not reported, as a clause without a full stop, and how to have it reported, as a sentence. */
export interface Suppression {
  why: LocalizedText;
  advice: Advice;
}

/** Returns why a finding is not reported; undefined if it is reported. */
export function suppressionOf(result: RuleResult, context: WhyLiteralContext): Suppression | undefined {
  if (!context.settings.enable) return settingIsOff;
  return (
    vendored(context) ??
    ignoredByConfiguration(context) ??
    (result.isOff ? ruleIsOff(result.rule, context) : ignoredByComment(result, context))
  );
}

const settingIsOff: Suppression = {
  why: localizedText("the setting `errorCodes.enable` is off", "设置 `errorCodes.enable` 已关闭"),
  advice: adviceWith(
    { act: "setting", setting: "errorCodes.enable" },
    "Turn the setting `errorCodes.enable` on.",
    "打开设置 `errorCodes.enable`。",
  ),
};

function vendored({ analysis: { vendoredFolder: folder } }: WhyLiteralContext): Suppression | undefined {
  if (folder === undefined) return undefined;
  const name = codeSpan(folder.slice(folder.lastIndexOf("/") + 1));
  const entry = codeSpan("ignore: { vendored: false }");
  return {
    why: localizedText(
      `folders named ${name} hold the code of others`,
      `名为 ${name} 的文件夹存放的是第三方代码`,
    ),
    advice: adviceWith(
      { act: "configuration" },
      `Have such folders checked with ${entry} in ${configurationFile}.`,
      `在 ${configurationFile} 中加入 ${entry}，即可检查此类文件夹。`,
    ),
  };
}

function ignoredByConfiguration({
  analyzedLiteral,
  document,
  analysis,
  configuration = "",
}: WhyLiteralContext): Suppression | undefined {
  const { project } = analysis;
  const file = codeSpan(configuration);
  if (project.ignoresFile(document.uri))
    return {
      why: localizedText(`${file} ignores this file`, `${file} 忽略此文件`),
      advice: adviceWith(
        { act: "configuration", find: "paths" },
        `Remove the file from \`ignore: paths\` in ${file}.`,
        `从 ${file} 的 \`ignore: paths\` 中移除此文件。`,
      ),
    };
  const pattern = project.patternIgnoring(analyzedLiteral.literal.text);
  if (pattern === undefined) return undefined;
  return {
    why: localizedText(`${file} ignores ${codeSpan(pattern)}`, `${file} 忽略 ${codeSpan(pattern)}`),
    advice: adviceWith(
      { act: "configuration", find: pattern },
      `Remove ${codeSpan(pattern)} from \`ignore: codes\` in ${file}.`,
      `从 ${file} 的 \`ignore: codes\` 中移除 ${codeSpan(pattern)}。`,
    ),
  };
}

function ruleIsOff(rule: string, { settings, analysis, configuration = "" }: WhyLiteralContext): Suppression {
  const file = codeSpan(configuration);
  const name = codeSpan(rule);
  if (settings.rules[rule] === "off")
    return {
      why: localizedText(
        "the setting `errorCodes.rules` turns the rule off",
        "设置 `errorCodes.rules` 关闭了该规则",
      ),
      advice: adviceWith(
        { act: "setting", setting: "errorCodes.rules" },
        `Change ${name} in the setting \`errorCodes.rules\`.`,
        `在设置 \`errorCodes.rules\` 中更改 ${name}。`,
      ),
    };
  if (analysis.project.configuration.rules[rule] === "off")
    return {
      why: localizedText(`${file} turns the rule off`, `${file} 关闭了该规则`),
      advice: adviceWith(
        { act: "configuration", find: rule },
        `Change ${name} under \`rules\` in ${file}.`,
        `在 ${file} 的 \`rules\` 中更改 ${name}。`,
      ),
    };
  const entry = codeSpan(`rules: { ${rule}: warning }`);
  return {
    why: localizedText("the rule is off by default", "该规则默认关闭"),
    advice: adviceWith(
      { act: "rule", rule },
      `Turn the rule on with ${entry} in \`.error-codes.yaml\`, or in the setting \`errorCodes.rules\`.`,
      `在 \`.error-codes.yaml\` 中加入 ${entry}，或在设置 \`errorCodes.rules\` 中启用该规则。`,
    ),
  };
}

function ignoredByComment(
  result: RuleResult,
  { document, analysis }: WhyLiteralContext,
): Suppression | undefined {
  const [comment] = IgnoreComments.in(document, analysis).ignoring(result, document);
  if (!comment) return undefined;
  const line = document.textDocument.positionAt(comment.start).line + 1;
  return {
    why: localizedText(`the comment on line ${line} ignores it`, `第 ${line} 行的注释忽略了它`),
    advice: adviceWith(
      { act: "line", line: line - 1 },
      `Remove the comment on line ${line}.`,
      `删除第 ${line} 行的注释。`,
    ),
  };
}
