import { say, type Text } from "../../../catalog/model/localized-text.ts";
import { code, plain } from "../../../catalog/rendering/markdown.ts";
import { objectionTo } from "../../evidence/code-form.ts";
import { evidenceOf, nameIn } from "../../evidence/evidence.ts";
import { reasonOf } from "../../inference/reasons.ts";
import type { Clue } from "../../syntax/literal.ts";
import { type AskedLiteral, file, type Step, text } from "./step.ts";

const relations: Record<Clue["kind"], (subject: string) => Text> = {
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
const sections: Partial<Record<Clue["kind"], "functions" | "fields" | "keys">> = {
  argument: "functions",
  compared: "fields",
  case: "fields",
  contained: "fields",
  value: "keys",
  listed: "keys",
};

/** Whether the surroundings say that an error code is meant. */
export function evidenceStep({ belief, analysis }: AskedLiteral): Step {
  const { literal, evidence } = belief;
  const { catalog, names, speller } = analysis.domain;
  const title = text("Evidence", "依据");
  if (!analysis.parsed)
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
  const slipOf = (one: string) => speller.slipOf(one);
  const lines = literal.clues.map((clue): Text => {
    const speaks = evidenceOf({ ...literal, clues: [clue] }, isKnown, names, slipOf) !== undefined;
    const { en, "zh-CN": zh } = relations[clue.kind](code(clue.subject));
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
  if (evidence?.isOfCompany)
    lines.push(text("It stands among constants that are error codes.", "它与作为错误码的常量并列。"));
  const advice = evidence ? [] : adviceFor(literal.clues);
  return { title, lines, passed: evidence !== undefined, ...(advice.length > 0 ? { advice } : {}) };
}

/** Which name in the configuration would make a relation tell. */
function adviceFor(clues: readonly Clue[]): Text[] {
  const said = clues.flatMap((clue): [string, Text][] => {
    const section = sections[clue.kind];
    const name = section && nameIn(clue.subject);
    if (!name) return [];
    const entry = code(`evidence: { ${section}: [${name}] }`);
    return [
      [
        entry,
        text(
          `If ${code(name)} has to do with error codes in this project: ${entry} in ${file}.`,
          `如果 ${code(name)} 在本项目中与错误码有关：在 ${file} 中加入 ${entry}。`,
        ),
      ],
    ];
  });
  return [...new Map(said).values()];
}

/** Whether a catalog has it. */
export function catalogStep({ belief, analysis: { domain } }: AskedLiteral): Step {
  const { literal, entries, known } = belief;
  const { catalog } = domain;
  const owners = catalog.owners(literal.text);
  const names = (language: "en" | "zh-CN") =>
    owners
      .map((id) => plain(say(catalog.provider(id)?.name, language) || id))
      .join(language === "en" ? ", " : "、");
  const title = text("The catalog", "目录");
  if (entries.length > 0)
    return {
      title,
      lines: [text(`It is a code of ${names("en")}.`, `是${names("zh-CN")}的错误码。`)],
      passed: true,
    };
  if (known)
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
  const near = domain.speller.nearest(literal.text)[0]?.code;
  return {
    title,
    lines: [
      text(
        `No catalog has it.${near ? ` The nearest code is ${code(near)}.` : ""}`,
        `目录中没有。${near ? `最接近的错误码是 ${code(near)}。` : ""}`,
      ),
    ],
    passed: false,
  };
}

/** Whose codes the file, or the function, works with. */
export function providerStep({ belief, analysis, configuration }: AskedLiteral): Step {
  const { domain, providers: ofFile } = analysis;
  const { providers } = belief;
  const title = text("The provider", "厂商");
  const lines = providers.map((one) => {
    const name = domain.catalog.provider(one.provider)?.name ?? { en: one.provider };
    const { en, "zh-CN": zh } = reasonOf(one, configuration ?? "", code);
    return text(`${plain(say(name, "en"))}: ${en}.`, `${plain(say(name, "zh-CN"))}：${zh}。`);
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
    ...(belief.known
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
