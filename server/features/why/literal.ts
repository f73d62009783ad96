import { type LocalizedText, localize } from "../../../catalog/model/localized-text.ts";
import { codeSpan, plain } from "../../../catalog/rendering/markdown.ts";
import { objectionTo } from "../../evidence/code-form.ts";
import { configurableName, evidenceOf } from "../../evidence/evidence.ts";
import { reasonOf } from "../../inference/reasons.ts";
import type { Relation } from "../../syntax/literal.ts";
import { file, type Step, text, type WhyLiteralContext } from "./step.ts";

const relations: Record<Relation["kind"], (subject: string) => LocalizedText> = {
  compared: (one) => text(`It is compared with ${one}`, `它与 ${one} 比较`),
  case: (one) => text(`It is a case of ${one}`, `它是 ${one} 的分支`),
  element: (one) => text(`It is in a list tested for ${one}`, `它在用于判断 ${one} 的列表中`),
  value: (one) => text(`It is the value of ${one}`, `它是 ${one} 的值`),
  listed: (one) => text(`It is listed under ${one}`, `它列在 ${one} 之下`),
  argument: (one) => text(`It is an argument of ${one}`, `它是 ${one} 的参数`),
  constant: (one) => text(`It is the value of the constant ${one}`, `它是常量 ${one} 的值`),
  contained: (one) => text(`It is searched for in ${one}`, `它是在 ${one} 中查找的内容`),
  returned: (one) => text(`It is returned by ${one}`, `它由 ${one} 返回`),
};

/** Under what the configuration takes names that tell codes, by the relation to what they name. */
const sections: Partial<Record<Relation["kind"], "functions" | "fields" | "keys">> = {
  argument: "functions",
  compared: "fields",
  case: "fields",
  contained: "fields",
  value: "keys",
  listed: "keys",
};

/** Whether the surroundings say that an error code is meant. */
export function evidenceStep({ analyzedLiteral, analysis }: WhyLiteralContext): Step {
  const { literal, evidence } = analyzedLiteral;
  const { catalog, names, speller } = analysis.project;
  const title = text("Evidence", "依据");
  if (!analysis.isParsed)
    return {
      title,
      lines: [
        text(
          "In this language nothing is known of what stands around it.",
          "在此语言中无法得知其前后的内容。",
        ),
      ],
      passed: false,
    };
  const isKnown = (one: string) => catalog.knows(one);
  const objection = literal.text === "" ? undefined : objectionTo(literal.text, isKnown);
  if (objection)
    return {
      title,
      lines: [objection],
      passed: false,
      verdict: text(`Nothing is shown here. ${objection.en}`, `此处不显示任何内容。${objection["zh-CN"]}`),
    };
  const slipOf = (one: string) => speller.correctionsFor(one);
  const lines = literal.relations.map((relation): LocalizedText => {
    const speaks = evidenceOf({ ...literal, relations: [relation] }, isKnown, names, slipOf) !== undefined;
    const { en, "zh-CN": zh } = relations[relation.kind](codeSpan(relation.subject));
    return speaks
      ? text(`${en}: that tells an error code.`, `${zh}，表明是错误码。`)
      : text(`${en}: that does not tell an error code.`, `${zh}，不能表明是错误码。`);
  });
  if (lines.length === 0)
    lines.push(
      text(
        "It is not compared, listed, passed or assigned to anything that is recognised.",
        "没有与可识别的内容比较，也不在列表、参数或赋值中。",
      ),
    );
  if (evidence?.isBySiblings)
    lines.push(text("It stands among constants that are error codes.", "它与作为错误码的常量并列。"));
  const advice = evidence ? [] : adviceFor(literal.relations);
  return { title, lines, passed: evidence !== undefined, ...(advice.length > 0 ? { advice } : {}) };
}

/** Which name in the configuration would make a relation tell. */
function adviceFor(clues: readonly Relation[]): LocalizedText[] {
  const said = clues.flatMap((relation): [string, LocalizedText][] => {
    const section = sections[relation.kind];
    const name = section && configurableName(relation.subject);
    if (!name) return [];
    const entry = codeSpan(`evidence: { ${section}: [${name}] }`);
    return [
      [
        entry,
        text(
          `If ${codeSpan(name)} has to do with error codes in this project: ${entry} in ${file}.`,
          `如果 ${codeSpan(name)} 在本项目中与错误码有关：在 ${file} 中加入 ${entry}。`,
        ),
      ],
    ];
  });
  return [...new Map(said).values()];
}

/** Whether a catalog has it. */
export function catalogStep({ analyzedLiteral, analysis: { project } }: WhyLiteralContext): Step {
  const { literal, entries, isKnown } = analyzedLiteral;
  const { catalog } = project;
  const owners = catalog.owners(literal.text);
  const names = (language: "en" | "zh-CN") =>
    owners
      .map((id) => plain(localize(catalog.provider(id)?.name, language) || id))
      .join(language === "en" ? ", " : "、");
  const title = text("The catalog", "目录");
  if (entries.length > 0)
    return {
      title,
      lines: [text(`It is a code of ${names("en")}.`, `是${names("zh-CN")}的错误码。`)],
      passed: true,
    };
  if (isKnown)
    return {
      title,
      lines: [
        text(
          `It is an official code of ${names("en")}, which the catalog does not explain.`,
          `是${names("zh-CN")}的官方错误码，但目录中没有说明。`,
        ),
      ],
      passed: false,
    };
  const near = project.speller.nearest(literal.text)[0]?.code;
  return {
    title,
    lines: [
      text(
        `No catalog has it.${near ? ` The nearest code is ${codeSpan(near)}.` : ""}`,
        `目录中没有。${near ? `最接近的错误码是 ${codeSpan(near)}。` : ""}`,
      ),
    ],
    passed: false,
  };
}

/** Whose codes the file, or the function, works with. */
export function providerStep({ analyzedLiteral, analysis, configuration }: WhyLiteralContext): Step {
  const { project, providers: ofFile } = analysis;
  const { providers } = analyzedLiteral;
  const title = text("The provider", "厂商");
  const lines = providers.map((one) => {
    const name = project.catalog.provider(one.provider)?.name ?? { en: one.provider };
    const { en, "zh-CN": zh } = reasonOf(one, configuration ?? "", codeSpan);
    return text(`${plain(localize(name, "en"))}: ${en}.`, `${plain(localize(name, "zh-CN"))}：${zh}。`);
  });
  if (providers.length > 0 && providers !== ofFile)
    lines.push(
      text(
        "These are the providers of the function; the file imports several.",
        "文件导入了多个厂商，以上为该函数的厂商。",
      ),
    );
  if (lines.length > 0) return { title, lines, passed: true };
  return {
    title,
    lines: [text("Nothing tells which provider this file works with.", "没有线索表明此文件使用哪家厂商。")],
    passed: false,
    ...(analyzedLiteral.isKnown
      ? {
          advice: [
            text(
              "**Error Codes: Pin Provider…** says which provider this file works with.",
              "用“错误码: 指定厂商…”说明此文件使用哪家厂商。",
            ),
          ],
        }
      : {}),
  };
}
