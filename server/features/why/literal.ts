import { codeSpan, escapeMarkdown } from "../../../catalog/rendering/markdown.ts";
import { type LocalizedText, localize } from "../../../catalog/text/localized-text.ts";
import { objectionTo } from "../../evidence/code-form.ts";
import { configurableName, evidenceOf } from "../../evidence/evidence.ts";
import { reasonOf } from "../../inference/reasons.ts";
import type { Relation } from "../../syntax/literal.ts";
import {
  type Advice,
  adviceWith,
  configurationFile,
  localizedText,
  type Step,
  type WhyLiteralContext,
} from "./step.ts";

const relations: Record<Relation["kind"], (subject: string) => LocalizedText> = {
  compared: (one) => localizedText(`It is compared with ${one}`, `它与 ${one} 比较`),
  case: (one) => localizedText(`It is a case of ${one}`, `它是 ${one} 的分支`),
  element: (one) => localizedText(`It is in a list tested for ${one}`, `它在用于判断 ${one} 的列表中`),
  value: (one) => localizedText(`It is the value of ${one}`, `它是 ${one} 的值`),
  listed: (one) => localizedText(`It is listed under ${one}`, `它列在 ${one} 之下`),
  argument: (one) => localizedText(`It is an argument of ${one}`, `它是 ${one} 的参数`),
  constant: (one) => localizedText(`It is the value of the constant ${one}`, `它是常量 ${one} 的值`),
  contained: (one) => localizedText(`It is searched for in ${one}`, `它是在 ${one} 中查找的内容`),
  returned: (one) => localizedText(`It is returned by ${one}`, `它由 ${one} 返回`),
};

/** The section of `evidence` in the configuration to which a name can be added, by the kind of relation to it. */
const sections: Partial<Record<Relation["kind"], "functions" | "fields" | "keys">> = {
  argument: "functions",
  compared: "fields",
  case: "fields",
  contained: "fields",
  value: "keys",
  listed: "keys",
};

/** The step on evidence: whether the surroundings of a literal imply that it is an error code. */
export function evidenceStep({ analyzedLiteral, analysis }: WhyLiteralContext): Step {
  const { literal, evidence } = analyzedLiteral;
  const { catalog, configuredNames, speller } = analysis.project;
  const title = localizedText("Evidence", "依据");
  if (!analysis.isParsed)
    return {
      title,
      lines: [
        localizedText(
          "The file is not parsed, so the surroundings of the string are unknown.",
          "文件未经解析，无法得知字符串的上下文。",
        ),
      ],
      passed: false,
    };
  const isKnown = (one: string) => catalog.isOfficial(one);
  const objection = literal.text === "" ? undefined : objectionTo(literal.text, isKnown);
  if (objection)
    return {
      title,
      lines: [objection],
      passed: false,
      verdict: localizedText(
        `Nothing is shown here. ${objection.en}`,
        `此处不显示任何内容。${objection["zh-CN"]}`,
      ),
    };
  const correctionsFor = (one: string) => speller.correctionsFor(one);
  const lines = literal.relations.map((relation): LocalizedText => {
    const isEvidence =
      evidenceOf({ ...literal, relations: [relation] }, isKnown, configuredNames, correctionsFor) !==
      undefined;
    const { en, "zh-CN": zh } = relations[relation.kind](codeSpan(relation.subject));
    return isEvidence
      ? localizedText(`${en}: this implies an error code.`, `${zh}，表明是错误码。`)
      : localizedText(`${en}: this does not imply an error code.`, `${zh}，不能表明是错误码。`);
  });
  if (lines.length === 0)
    lines.push(
      localizedText(
        "It is not compared with, listed under, passed to or assigned to anything recognised.",
        "没有与可识别的内容比较，也不在可识别的列表、参数或赋值中。",
      ),
    );
  if (evidence?.isFromSiblings)
    lines.push(localizedText("Its sibling constants are error codes.", "与它并列的常量是错误码。"));
  const advice = evidence ? [] : adviceFor(literal.relations);
  return { title, lines, passed: evidence !== undefined, ...(advice.length > 0 ? { advice } : {}) };
}

/** Returns the configuration entries by which the relations would become evidence. */
function adviceFor(allRelations: readonly Relation[]): Advice[] {
  const byEntry = allRelations.flatMap((relation): [string, Advice][] => {
    const section = sections[relation.kind];
    const name = section && configurableName(relation.subject);
    if (!name) return [];
    const entry = codeSpan(`evidence: { ${section}: [${name}] }`);
    return [
      [
        entry,
        adviceWith(
          { act: "evidence", section, name },
          `If ${codeSpan(name)} is related to error codes in this project, add ${entry} to ${configurationFile}.`,
          `如果 ${codeSpan(name)} 在本项目中与错误码有关，请在 ${configurationFile} 中加入 ${entry}。`,
        ),
      ],
    ];
  });
  return [...new Map(byEntry).values()];
}

/** The step on the catalog: whether it has the literal as a code, and of which providers. */
export function catalogStep({ analyzedLiteral, analysis: { project } }: WhyLiteralContext): Step {
  const { literal, entries, isKnown } = analyzedLiteral;
  const { catalog } = project;
  const owners = catalog.providersOf(literal.text);
  const names = (language: "en" | "zh-CN") =>
    owners
      .map((id) => escapeMarkdown(localize(catalog.provider(id)?.name, language) || id))
      .join(language === "en" ? ", " : "、");
  const title = localizedText("The catalog", "目录");
  if (entries.length > 0)
    return {
      title,
      lines: [localizedText(`It is a code of ${names("en")}.`, `是${names("zh-CN")}的错误码。`)],
      passed: true,
    };
  if (isKnown)
    return {
      title,
      lines: [
        localizedText(
          `It is an official code of ${names("en")}, which the catalog does not explain.`,
          `是${names("zh-CN")}的官方错误码，但目录中没有说明。`,
        ),
      ],
      passed: false,
    };
  const nearest = project.speller.nearest(literal.text)[0]?.code;
  return {
    title,
    lines: [
      localizedText(
        `No catalog has it.${nearest ? ` The nearest code is ${codeSpan(nearest)}.` : ""}`,
        `目录中没有。${nearest ? `最接近的错误码是 ${codeSpan(nearest)}。` : ""}`,
      ),
    ],
    passed: false,
  };
}

/** The step on the provider: which ones the file, or the function around the literal, uses, and what shows it. */
export function providerStep({ analyzedLiteral, analysis, configuration }: WhyLiteralContext): Step {
  const { project, providers: ofFile } = analysis;
  const { providers } = analyzedLiteral;
  const title = localizedText("The provider", "厂商");
  const lines = providers.map((one) => {
    const name = project.catalog.provider(one.provider)?.name ?? { en: one.provider };
    const { en, "zh-CN": zh } = reasonOf(one, configuration ?? "", codeSpan);
    return localizedText(
      `${escapeMarkdown(localize(name, "en"))}: ${en}.`,
      `${escapeMarkdown(localize(name, "zh-CN"))}：${zh}。`,
    );
  });
  if (providers.length > 0 && providers !== ofFile)
    lines.push(
      localizedText(
        "The file imports several providers; these are the ones of the function.",
        "文件导入了多个厂商的 SDK，以上是该函数所使用的厂商。",
      ),
    );
  if (lines.length > 0) return { title, lines, passed: true };
  return {
    title,
    lines: [
      localizedText("Nothing indicates which provider this file uses.", "没有依据表明此文件使用哪家厂商。"),
    ],
    passed: false,
    ...(analyzedLiteral.isKnown
      ? {
          advice: [
            adviceWith(
              { act: "pin" },
              "Use **Error Codes: Pin Provider…** to specify which provider this file uses.",
              "请用“错误码: 指定厂商…”指定此文件使用的厂商。",
            ),
          ],
        }
      : {}),
  };
}
