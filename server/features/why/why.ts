import type { LocalizedText } from "../../../catalog/model/localized-text.ts";
import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import { isHoverable, literalAt } from "../../analysis/analysis.ts";
import { definesCodes, fileStep, stringStep } from "./document.ts";
import { findingStep } from "./findings.ts";
import { catalogStep, evidenceStep, providerStep } from "./literal.ts";
import { completionStep, hoverStep } from "./shown.ts";
import { type Step, text, type WhyContext, type WhyLiteralContext } from "./step.ts";

// What was seen and believed of a literal, step by step: for users who wonder why nothing, or something, is shown.

/** What is shown at a place, why, and what would change it. */
export interface Why {
  /** The answer, in a sentence. */
  verdict: LocalizedText;
  steps: Step[];
  advice: LocalizedText[];
}

/** The steps that lead to what is shown at an offset of a document, or to nothing. */
export function whyAt(place: Omit<WhyContext, "analyzedLiteral">): Why {
  const asked: WhyContext = { ...place, analyzedLiteral: literalAt(place.analysis, place.offset) };
  const steps = stepsFor(asked);
  return { verdict: verdictOn(asked, steps), steps, advice: steps.flatMap(({ advice }) => advice ?? []) };
}

function stepsFor(asked: WhyContext): Step[] {
  const first = fileStep(asked);
  if (definesCodes(asked)) return [first];
  if (!hasBelief(asked)) return [first, stringStep(asked)];
  const evidence = evidenceStep(asked);
  const around = [first, stringStep(asked), evidence];
  // What is none, wherever it stands, is looked up nowhere.
  if (asked.analyzedLiteral.literal.text === "" || evidence.verdict)
    return [...around, completionStep(asked)];
  return [
    ...around,
    catalogStep(asked),
    providerStep(asked),
    hoverStep(asked),
    findingStep(asked),
    completionStep(asked),
  ];
}

function hasBelief(asked: WhyContext): asked is WhyLiteralContext {
  return asked.analyzedLiteral !== undefined;
}

/** What is shown, and the one reason that decides where that is nothing. */
function verdictOn(asked: WhyContext, steps: readonly Step[]): LocalizedText {
  if (!hasBelief(asked) || definesCodes(asked)) {
    const { en, "zh-CN": zh } = steps.at(-1)?.lines.at(-1) ?? {};
    return text(`Nothing is shown here. ${en}`, `此处不显示任何内容。${zh}`);
  }
  const { analyzedLiteral } = asked;
  const written = codeSpan(analyzedLiteral.literal.text);
  if (analyzedLiteral.literal.text === "")
    return text("There is nothing to explain in an empty string.", "空字符串没有可说明的内容。");
  const decided = steps.flatMap(({ verdict }) => verdict ?? []).at(-1);
  const hover =
    isHoverable(analyzedLiteral) && text(`A hover explains ${written}.`, `${written} 有悬停说明。`);
  if (hover && decided) return text(`${hover.en} ${decided.en}`, `${hover["zh-CN"]}${decided["zh-CN"]}`);
  return (
    hover ||
    decided ||
    (analyzedLiteral.entries.length > 0 ? isPlain(written) : isUnknown(written, analyzedLiteral.isKnown))
  );
}

function isPlain(written: string): LocalizedText {
  return text(
    `Nothing is shown here: ${written} can stand for many things, and nothing tells that an error code is meant.`,
    `此处不显示任何内容：${written} 可能另有所指，没有依据表明它是错误码。`,
  );
}

function isUnknown(written: string, known: boolean): LocalizedText {
  return known
    ? text(
        `Nothing is shown here: the catalog does not explain ${written}, and no rule finds anything wrong with it.`,
        `此处不显示任何内容：目录中没有 ${written} 的说明，也没有规则发现问题。`,
      )
    : text(
        `Nothing is shown here: no catalog has ${written}, and nothing tells that an error code is meant.`,
        `此处不显示任何内容：目录中没有 ${written}，也没有依据表明它是错误码。`,
      );
}
