import { type Language, type LocalizedText, localize } from "../../../catalog/model/localized-text.ts";
import { codeSpan, link, plain } from "../../../catalog/rendering/markdown.ts";
import { type RuleResult, ruleResultsOn } from "../../rules/findings.ts";
import { rulePage } from "../../rules/pages.ts";
import { type Silence, silenceOf } from "./silence.ts";
import { type Step, text, type WhyLiteralContext } from "./step.ts";

const title = text("Problems", "问题");

/** What the rules say, and what becomes of it. */
export function findingStep(asked: WhyLiteralContext): Step {
  const { analyzedLiteral, document, analysis, settings } = asked;
  if (!analyzedLiteral.evidence)
    return {
      title,
      lines: [text("None: without evidence nothing is reported.", "无：没有依据就不报告。")],
      passed: analyzedLiteral.isKnown,
    };
  const judged = ruleResultsOn(analyzedLiteral, document, analysis, settings.rules).map((one) => ({
    one,
    silence: silenceOf(one, asked),
  }));
  if (judged.length === 0) return nothingWrong(asked);
  const advice = judged.flatMap(({ silence }) => silence?.advice ?? []);
  return {
    title,
    lines: judged.flatMap(({ one, silence }) => linesOn(one, silence)),
    passed: judged.some(({ silence }) => !silence),
    ...(advice.length > 0 ? { advice: unique(advice) } : {}),
    verdict: verdictOn(codeSpan(analyzedLiteral.literal.text), judged),
  };
}

type Judged = { one: RuleResult; silence: Silence | undefined };

function verdictOn(written: string, judged: readonly Judged[]): LocalizedText {
  const reported = judged.filter(({ silence }) => !silence);
  if (reported.some(({ one }) => one.severity !== "hint"))
    return text(`A problem with ${written} is reported.`, `${written} 被报告有问题。`);
  if (reported.length > 0)
    return text(
      `There is a hint on ${written}: three dots below it, and nothing in the Problems panel.`,
      `${written} 有一条提示：其下方有三个点，“问题”面板中不显示。`,
    );
  const why = judged.find(({ one }) => !one.isOff)?.silence ?? judged[0]?.silence;
  return text(
    `A problem with ${written} would be reported, but ${why?.why.en}.`,
    `${written} 的问题未被报告：${why?.why["zh-CN"]}。`,
  );
}

function linesOn(one: RuleResult, silence: Silence | undefined): LocalizedText[] {
  const said = (language: Language) =>
    `${link(plain(one.rule), rulePage(one.rule))}${language === "en" ? ": " : "："}${plain(localize(one.message, language))}`;
  if (silence)
    return [
      text(
        `Not reported, because ${silence.why.en}: ${said("en")}`,
        `未报告（${silence.why["zh-CN"]}）：${said("zh-CN")}`,
      ),
    ];
  const { en, "zh-CN": zh } = severityNames[one.severity];
  const line = text(`${en}: ${said("en")}`, `${zh}：${said("zh-CN")}`);
  return one.isLikely
    ? [line, text("It is a hint because it is only likely.", "只是可能有误，因此级别为提示。")]
    : [line];
}

const severityNames = {
  error: { en: "Error", "zh-CN": "错误" },
  warning: { en: "Warning", "zh-CN": "警告" },
  information: { en: "Information", "zh-CN": "信息" },
  hint: { en: "Hint", "zh-CN": "提示" },
} as const;

function nothingWrong({ analyzedLiteral, analysis: { project } }: WhyLiteralContext): Step {
  if (analyzedLiteral.isKnown)
    return {
      title,
      lines: [text("None: no rule finds anything wrong with it.", "无：没有规则发现问题。")],
      passed: true,
    };
  const { catalog } = project;
  const isOpen = !catalog.providers.some(({ id }) => catalog.isComplete(id));
  const why = text(
    "it may well be a code that no catalog knows, and is near to none that one knows",
    "它可能是目录未收录的错误码，并且不接近任何已收录的错误码",
  );
  return {
    title,
    lines: [text(`None: ${why.en}.`, `无：${why["zh-CN"]}。`)],
    passed: false,
    advice: isOpen ? [ownCatalog, complete] : [ownCatalog],
    verdict: text(`Nothing is shown here: ${why.en}.`, `此处不显示任何内容：${why["zh-CN"]}。`),
  };
}

const ownCatalog = text(
  "A code of your own belongs in a catalog: the action **Add … to …** at the cursor writes it, or `catalogs` in `.error-codes.yaml` names one.",
  "自有的错误码应写入目录：可用光标处的“添加到…”操作，或在 `.error-codes.yaml` 的 `catalogs` 中指定目录。",
);

const complete = text(
  "Where a catalog of your own is `complete: true`, any other code of its provider is reported.",
  "自有目录设置 `complete: true` 后，该厂商的其他错误码都会被报告。",
);

function unique(texts: LocalizedText[]): LocalizedText[] {
  return [...new Map(texts.map((one) => [one.en, one])).values()];
}
