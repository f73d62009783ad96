import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import type { UnknownCode } from "../../../catalog/rendering/unknown-code.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import { isHoverable, literalAt } from "../../analysis/analysis.ts";
import { unknownCodeOf } from "../unknown-code.ts";
import { fileStep, isConfigurationOrCatalog, stringStep } from "./document.ts";
import { ruleStep } from "./findings.ts";
import { completionStep, hoverStep } from "./hover-and-completion.ts";
import { catalogStep, evidenceStep, providerStep } from "./literal.ts";
import { type Advice, localizedText, type Step, type WhyContext, type WhyLiteralContext } from "./step.ts";

// The analysis of a literal step by step, for users who wonder why something or nothing is shown.

/** What is shown at an offset, why, and what would change it. */
export interface Explanation {
  /** The answer in one or two sentences. */
  verdict: LocalizedText;
  steps: Step[];
  advice: Advice[];
}

/** Explains, step by step, why something or nothing is shown at an offset of a document. */
export function explainAt(request: Omit<WhyContext, "analyzedLiteral">): Explanation {
  const context: WhyContext = { ...request, analyzedLiteral: literalAt(request.analysis, request.offset) };
  const steps = stepsFor(context);
  return { verdict: verdictOn(context, steps), steps, advice: steps.flatMap(({ advice }) => advice ?? []) };
}

function stepsFor(context: WhyContext): Step[] {
  const first = fileStep(context);
  if (isConfigurationOrCatalog(context)) return [first];
  if (!hasLiteral(context)) return [first, stringStep(context)];
  const evidence = evidenceStep(context);
  const common = [first, stringStep(context), evidence];
  // An empty string, or a text that cannot be a code, is not looked up.
  if (context.analyzedLiteral.literal.text === "" || evidence.verdict)
    return [...common, completionStep(context)];
  return [
    ...common,
    catalogStep(context),
    providerStep(context),
    hoverStep(context),
    ruleStep(context),
    completionStep(context),
  ];
}

function hasLiteral(context: WhyContext): context is WhyLiteralContext {
  return context.analyzedLiteral !== undefined;
}

/** Returns what is shown or, if that is nothing, the reason that decides it. */
function verdictOn(context: WhyContext, steps: readonly Step[]): LocalizedText {
  if (!hasLiteral(context) || isConfigurationOrCatalog(context)) {
    const { en, "zh-CN": zh } = steps.at(-1)?.lines.at(-1) ?? {};
    return localizedText(`Nothing is shown here. ${en}`, `此处不显示任何内容。${zh}`);
  }
  const { analyzedLiteral } = context;
  const literalText = codeSpan(analyzedLiteral.literal.text);
  if (analyzedLiteral.literal.text === "")
    return localizedText("There is nothing to explain in an empty string.", "空字符串没有可说明的内容。");
  const decisive = steps.flatMap(({ verdict }) => verdict ?? []).at(-1);
  const hover =
    isHoverable(analyzedLiteral) &&
    localizedText(`A hover explains ${literalText}.`, `${literalText} 有悬停说明。`);
  if (hover && decisive)
    return localizedText(`${hover.en} ${decisive.en}`, `${hover["zh-CN"]}${decisive["zh-CN"]}`);
  const { entries, isKnown } = analyzedLiteral;
  const unknown = unknownCodeOf(analyzedLiteral, context);
  return (
    hover ||
    decisive ||
    (unknown && verdictOnUnknown(literalText, unknown)) ||
    (entries.length > 0 ? verdictOnPlainWord(literalText) : verdictOnMissing(literalText, isKnown))
  );
}

function verdictOnPlainWord(literalText: string): LocalizedText {
  return localizedText(
    `Nothing is shown here: ${literalText} can mean many things, and nothing indicates that it is an error code.`,
    `此处不显示任何内容：${literalText} 可能另有所指，没有依据表明它是错误码。`,
  );
}

function verdictOnUnknown(literalText: string, { status }: UnknownCode): LocalizedText {
  return status === "unexplained"
    ? localizedText(
        `A hover says that ${literalText} is official, but not explained in the catalog.`,
        `悬停提示：${literalText} 是官方错误码，但目录中暂无说明。`,
      )
    : localizedText(
        `A hover says that the catalog does not have ${literalText}; nothing is reported.`,
        `悬停提示：目录中没有 ${literalText}；不报告问题。`,
      );
}

function verdictOnMissing(literalText: string, isKnown: boolean): LocalizedText {
  return isKnown
    ? localizedText(
        `Nothing is shown here: the catalog does not explain ${literalText}, and no rule finds a problem with it.`,
        `此处不显示任何内容：目录中没有 ${literalText} 的说明，也没有规则发现问题。`,
      )
    : localizedText(
        `Nothing is shown here: no catalog has ${literalText}, and nothing indicates that it is an error code.`,
        `此处不显示任何内容：目录中没有 ${literalText}，也没有依据表明它是错误码。`,
      );
}
