import type { Text } from "../../../catalog/model/localized-text.ts";
import { code } from "../../../catalog/rendering/markdown.ts";
import type { Judgement } from "../../rules/findings.ts";
import { ignoresIn, silencing } from "../../rules/ignores.ts";
import { type AskedLiteral, text } from "./step.ts";

/** What keeps a finding from being reported, as the end of a sentence, and what would let it. */
export interface Silence {
  why: Text;
  advice: Text;
}

/** What keeps a finding from being reported; undefined where it is. */
export function silenceOf(judgement: Judgement, asked: AskedLiteral): Silence | undefined {
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
  belief,
  source,
  analysis,
  configuration = "",
}: AskedLiteral): Silence | undefined {
  const { domain } = analysis;
  const own = code(configuration);
  if (domain.ignoresFile(source.uri))
    return {
      why: text(`${own} ignores this file`, `${own} 忽略此文件`),
      advice: text(
        `Take the file out of \`ignore: paths\` in ${own}.`,
        `从 ${own} 的 \`ignore: paths\` 中去掉此文件。`,
      ),
    };
  const pattern = domain.patternIgnoring(belief.literal.text);
  if (pattern === undefined) return undefined;
  return {
    why: text(`${own} ignores ${code(pattern)}`, `${own} 忽略 ${code(pattern)}`),
    advice: text(
      `Take ${code(pattern)} out of \`ignore: codes\` in ${own}.`,
      `从 ${own} 的 \`ignore: codes\` 中去掉 ${code(pattern)}。`,
    ),
  };
}

function ruleIsOff(rule: string, { settings, analysis, configuration = "" }: AskedLiteral): Silence {
  const own = code(configuration);
  const name = code(rule);
  if (settings.rules[rule] === "off")
    return {
      why: text("the setting `errorCodes.rules` has the rule off", "设置 `errorCodes.rules` 关闭了该规则"),
      advice: text(
        `Change ${name} in the setting \`errorCodes.rules\`.`,
        `在设置 \`errorCodes.rules\` 中更改 ${name}。`,
      ),
    };
  if (analysis.domain.configuration.rules[rule] === "off")
    return {
      why: text(`${own} has the rule off`, `${own} 关闭了该规则`),
      advice: text(`Change ${name} under \`rules\` in ${own}.`, `在 ${own} 的 \`rules\` 中更改 ${name}。`),
    };
  const entry = code(`rules: { ${rule}: warning }`);
  return {
    why: text("the rule is off by default", "该规则默认关闭"),
    advice: text(
      `${entry} in \`.error-codes.yaml\`, or the setting \`errorCodes.rules\`, turns the rule on.`,
      `在 \`.error-codes.yaml\` 中加入 ${entry}，或在设置 \`errorCodes.rules\` 中启用该规则。`,
    ),
  };
}

function commentOn(judgement: Judgement, { source, analysis }: AskedLiteral): Silence | undefined {
  const [comment] = silencing(judgement, source, ignoresIn(source, analysis));
  if (!comment) return undefined;
  const line = source.document.positionAt(comment.start).line + 1;
  return {
    why: text(`the comment in line ${line} ignores it`, `第 ${line} 行的注释忽略了它`),
    advice: text(`Take the comment in line ${line} away.`, `去掉第 ${line} 行的注释。`),
  };
}
