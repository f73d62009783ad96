import type { LocalizedText } from "../../../catalog/model/localized-text.ts";
import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import type { RuleResult } from "../../rules/findings.ts";
import { commentsIgnoring, ignoresIn } from "../../rules/ignores.ts";
import { text, type WhyLiteralContext } from "./step.ts";

/** What keeps a finding from being reported, as the end of a sentence, and what would let it. */
export interface Silence {
  why: LocalizedText;
  advice: LocalizedText;
}

/** What keeps a finding from being reported; undefined where it is. */
export function silenceOf(judgement: RuleResult, asked: WhyLiteralContext): Silence | undefined {
  if (!asked.settings.enable) return settingIsOff;
  return (
    ignoredByConfiguration(asked) ??
    (judgement.isOff ? ruleIsOff(judgement.rule, asked) : commentOn(judgement, asked))
  );
}

const settingIsOff: Silence = {
  why: text("the setting `errorCodes.enable` is off", "设置 `errorCodes.enable` 已关闭"),
  advice: text("Turn the setting `errorCodes.enable` on.", "打开设置 `errorCodes.enable`。"),
};

function ignoredByConfiguration({
  analyzedLiteral,
  document,
  analysis,
  configuration = "",
}: WhyLiteralContext): Silence | undefined {
  const { project } = analysis;
  const own = codeSpan(configuration);
  if (project.ignoresFile(document.uri))
    return {
      why: text(`${own} ignores this file`, `${own} 忽略此文件`),
      advice: text(
        `Take the file out of \`ignore: paths\` in ${own}.`,
        `从 ${own} 的 \`ignore: paths\` 中去掉此文件。`,
      ),
    };
  const pattern = project.patternIgnoring(analyzedLiteral.literal.text);
  if (pattern === undefined) return undefined;
  return {
    why: text(`${own} ignores ${codeSpan(pattern)}`, `${own} 忽略 ${codeSpan(pattern)}`),
    advice: text(
      `Take ${codeSpan(pattern)} out of \`ignore: codes\` in ${own}.`,
      `从 ${own} 的 \`ignore: codes\` 中去掉 ${codeSpan(pattern)}。`,
    ),
  };
}

function ruleIsOff(rule: string, { settings, analysis, configuration = "" }: WhyLiteralContext): Silence {
  const own = codeSpan(configuration);
  const name = codeSpan(rule);
  if (settings.rules[rule] === "off")
    return {
      why: text("the setting `errorCodes.rules` has the rule off", "设置 `errorCodes.rules` 关闭了该规则"),
      advice: text(
        `Change ${name} in the setting \`errorCodes.rules\`.`,
        `在设置 \`errorCodes.rules\` 中更改 ${name}。`,
      ),
    };
  if (analysis.project.configuration.rules[rule] === "off")
    return {
      why: text(`${own} has the rule off`, `${own} 关闭了该规则`),
      advice: text(`Change ${name} under \`rules\` in ${own}.`, `在 ${own} 的 \`rules\` 中更改 ${name}。`),
    };
  const entry = codeSpan(`rules: { ${rule}: warning }`);
  return {
    why: text("the rule is off by default", "该规则默认关闭"),
    advice: text(
      `${entry} in \`.error-codes.yaml\`, or the setting \`errorCodes.rules\`, turns the rule on.`,
      `在 \`.error-codes.yaml\` 中加入 ${entry}，或在设置 \`errorCodes.rules\` 中启用该规则。`,
    ),
  };
}

function commentOn(judgement: RuleResult, { document, analysis }: WhyLiteralContext): Silence | undefined {
  const [comment] = commentsIgnoring(judgement, document, ignoresIn(document, analysis));
  if (!comment) return undefined;
  const line = document.textDocument.positionAt(comment.start).line + 1;
  return {
    why: text(`the comment in line ${line} ignores it`, `第 ${line} 行的注释忽略了它`),
    advice: text(`Take the comment in line ${line} away.`, `去掉第 ${line} 行的注释。`),
  };
}
