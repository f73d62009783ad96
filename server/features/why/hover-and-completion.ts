import { codeSpan } from "../../../catalog/rendering/markdown.ts";
import type { UnknownCode } from "../../../catalog/rendering/unknown-code.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import { type AnalyzedLiteral, isHoverable } from "../../analysis/analysis.ts";
import { unknownCodeOf } from "../unknown-code.ts";
import { localizedText, type Step, type WhyLiteralContext } from "./step.ts";

/** The step on hovers: what is shown, or why nothing is. */
export function hoverStep(context: WhyLiteralContext): Step {
  const { analyzedLiteral } = context;
  const unknown = unknownCodeOf(analyzedLiteral, context);
  const passed = isHoverable(analyzedLiteral) || unknown !== undefined;
  return {
    title: localizedText("Hover", "悬停说明"),
    lines: [passed ? shownHover(unknown) : missingHover(analyzedLiteral)],
    passed,
  };
}

function shownHover(unknown: UnknownCode | undefined): LocalizedText {
  if (!unknown) return localizedText("A hover is shown.", "显示悬停说明。");
  return unknown.status === "unexplained"
    ? localizedText(
        "A hover says that it is official, but not explained in the catalog.",
        "悬停提示：该错误码是官方错误码，但目录中暂无说明。",
      )
    : localizedText(
        "A hover says that the catalog does not have it, and shows the nearest codes.",
        "悬停提示：目录中没有该错误码，并列出最接近的错误码。",
      );
}

function missingHover({ entries, isKnown }: AnalyzedLiteral): LocalizedText {
  if (entries.length > 0)
    return localizedText(
      "No hover is shown: a plain word without evidence is explained only if the file uses one of its providers.",
      "不显示悬停说明：没有依据的普通单词，只有在文件使用其厂商时才作说明。",
    );
  return isKnown
    ? localizedText("No hover is shown: the catalog does not explain it.", "不显示悬停说明：目录中没有说明。")
    : localizedText("No hover is shown: no catalog has it.", "不显示悬停说明：目录中没有该错误码。");
}

/** The step on completion: which codes are offered while typing at the literal. */
export function completionStep({
  analyzedLiteral,
  analysis: { project },
  isCodeExpected,
}: WhyLiteralContext): Step {
  const title = localizedText("Completion", "补全");
  const family = /^.*\./.exec(analyzedLiteral.literal.text)?.[0];
  if (isCodeExpected)
    return {
      title,
      lines: [localizedText("Codes are offered: one is expected here.", "提供错误码：此处应为错误码。")],
      passed: true,
    };
  if (family && project.catalog.codesWithPrefix(family).length > 0)
    return {
      title,
      lines: [
        localizedText(
          `The codes that begin with ${codeSpan(family)} are offered.`,
          `提供以 ${codeSpan(family)} 开头的错误码。`,
        ),
      ],
      passed: true,
    };
  return {
    title,
    lines: [
      localizedText(
        "None are offered: nothing indicates that a code is expected here. After the name of a family and a dot, as in `AuthFailure.`, its codes are offered.",
        "不提供：没有依据表明此处应为错误码。输入错误码族的名称和点（如 `AuthFailure.`）后，会提供该族的错误码。",
      ),
    ],
    passed: false,
  };
}
