import { codeSpan, escapeMarkdown, markdownLink } from "../../../catalog/rendering/markdown.ts";
import { type Language, type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { type RuleResult, ruleResultsOn } from "../../rules/findings.ts";
import { rulePageUrl } from "../../rules/pages.ts";
import { type Suppression, suppressionOf } from "./silence.ts";
import { type Advice, adviceWith, localizedText, type Step, type WhyLiteralContext } from "./step.ts";

const title = localizedText("Problems", "问题");

/** The step on the rules: what they report about a literal, and what silences it. */
export function ruleStep(context: WhyLiteralContext): Step {
  const { analyzedLiteral, document, analysis, settings } = context;
  if (!analyzedLiteral.evidence)
    return {
      title,
      lines: [localizedText("None: without evidence nothing is reported.", "无：没有依据就不报告。")],
      passed: analyzedLiteral.isKnown,
    };
  const outcomes = ruleResultsOn(analyzedLiteral, document, analysis, settings.rules).map((result) => ({
    result,
    silence: suppressionOf(result, context),
  }));
  if (outcomes.length === 0) return withoutFindings(context);
  const advice = outcomes.flatMap(({ silence }) => silence?.advice ?? []);
  return {
    title,
    lines: outcomes.flatMap(linesOf),
    passed: outcomes.some(({ silence }) => !silence),
    ...(advice.length > 0 ? { advice: unique(advice) } : {}),
    verdict: verdictOn(codeSpan(analyzedLiteral.literal.text), outcomes),
  };
}

/** The result of a rule, and what silences it; undefined if it is reported. */
interface Outcome {
  result: RuleResult;
  silence: Suppression | undefined;
}

function verdictOn(literalText: string, outcomes: readonly Outcome[]): LocalizedText {
  const reported = outcomes.filter(({ silence }) => !silence);
  if (reported.some(({ result }) => result.severity !== "hint"))
    return localizedText(`A problem with ${literalText} is reported.`, `已报告 ${literalText} 的问题。`);
  if (reported.length > 0)
    return localizedText(
      `There is a hint on ${literalText}: three dots below it, and nothing in the Problems panel.`,
      `${literalText} 有一条提示：其下方有三个点，“问题”面板中不显示。`,
    );
  const silence = outcomes.find(({ result }) => !result.isOff)?.silence ?? outcomes[0]?.silence;
  return localizedText(
    `A problem with ${literalText} would be reported, but ${silence?.why.en}.`,
    `${literalText} 的问题未被报告：${silence?.why["zh-CN"]}。`,
  );
}

function linesOf({ result, silence }: Outcome): LocalizedText[] {
  const message = (language: Language) =>
    `${markdownLink(escapeMarkdown(result.rule), rulePageUrl(result.rule))}${language === "en" ? ": " : "："}${escapeMarkdown(localize(result.message, language))}`;
  if (silence)
    return [
      localizedText(
        `Not reported, because ${silence.why.en}: ${message("en")}`,
        `未报告（${silence.why["zh-CN"]}）：${message("zh-CN")}`,
      ),
    ];
  const { en, "zh-CN": zh } = severityNames[result.severity];
  const line = localizedText(`${en}: ${message("en")}`, `${zh}：${message("zh-CN")}`);
  return result.isLikely
    ? [
        line,
        localizedText(
          "It is only a hint, because the problem is likely but not certain.",
          "只是可能有误，因此级别为提示。",
        ),
      ]
    : [line];
}

const severityNames = {
  error: { en: "Error", "zh-CN": "错误" },
  warning: { en: "Warning", "zh-CN": "警告" },
  information: { en: "Information", "zh-CN": "信息" },
  hint: { en: "Hint", "zh-CN": "提示" },
} as const;

function withoutFindings({ analyzedLiteral, analysis: { project } }: WhyLiteralContext): Step {
  if (analyzedLiteral.isKnown)
    return {
      title,
      lines: [localizedText("None: no rule finds a problem with it.", "无：没有规则发现问题。")],
      passed: true,
    };
  const { catalog } = project;
  const isOpen = !catalog.providers.some(({ id }) => catalog.isComplete(id));
  const why = localizedText(
    "it may be a code that no catalog has, and no known code is close to it",
    "它可能是目录未收录的错误码，且没有与之相近的已收录错误码",
  );
  return {
    title,
    lines: [localizedText(`None: ${why.en}.`, `无：${why["zh-CN"]}。`)],
    passed: false,
    advice: isOpen ? [ownCatalog, complete] : [ownCatalog],
    verdict: localizedText(`Nothing is shown here: ${why.en}.`, `此处不显示任何内容：${why["zh-CN"]}。`),
  };
}

const ownCatalog = adviceWith(
  { act: "actions" },
  "If it is a code of your own, add it to a catalog: with the action **Add … to …** at the cursor, or by listing a catalog under `catalogs` in `.error-codes.yaml`.",
  "如果是自有的错误码，请将其写入目录：可用光标处的“添加到…”操作，或在 `.error-codes.yaml` 的 `catalogs` 中指定目录。",
);

const complete = localizedText(
  "If your own catalog has `complete: true`, any other code of its provider is reported.",
  "自有目录设置 `complete: true` 后，该厂商的其他错误码都会被报告。",
);

function unique(texts: Advice[]): Advice[] {
  return [...new Map(texts.map((one) => [one.en, one])).values()];
}
