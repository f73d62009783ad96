import type { Catalog } from "../catalog/catalog.ts";
import { code, plain } from "../catalog/markdown.ts";
import { type Language, say, type Text } from "../catalog/text.ts";
import { type Analysis, type Belief, beliefAt, isShown } from "./analysis.ts";
import { evidenceOf, objectionTo } from "./evidence.ts";
import { findingsOf } from "./findings.ts";
import { languageOf } from "./languages/index.ts";
import type { Clue } from "./literal.ts";
import { reasonOf } from "./reasons.ts";
import type { Settings } from "./settings.ts";
import type { Source } from "./source.ts";

// What was seen and believed of a literal, step by step: for users who wonder why nothing, or something, is shown.

/** One step: what was looked at, what came out, and what would change it. */
export interface Step {
  title: Text;
  lines: Text[];
  /** Whether it speaks for showing something. */
  passed: boolean;
}

const text = (en: string, zh: string): Text => ({ en, "zh-CN": zh });

/** The steps that lead to what is shown at an offset of a document, or to nothing. */
export function whyAt(source: Source, analysis: Analysis, offset: number, settings: Settings): Step[] {
  const belief = beliefAt(analysis, offset);
  const steps = [fileStep(source, analysis), literalStep(belief)];
  if (!belief || belief.literal.text === "") return steps;
  return [
    ...steps,
    evidenceStep(belief, analysis),
    catalogStep(belief, analysis),
    providerStep(belief, analysis),
    hoverStep(belief),
    findingStep(source, belief, analysis, settings),
  ];
}

function fileStep(source: Source, { parsed, domain }: Analysis): Step {
  const name = languageOf(source.languageId)?.name ?? source.languageId;
  const lines = [
    parsed
      ? text(`It is read as ${name}.`, `按 ${name} 读取。`)
      : text(
          `There is no grammar for '${name}', or the file is too long: only codes that look like codes are known, and nothing is reported.`,
          `没有“${name}”的语法，或文件过长：只识别形如错误码的文本，不报告问题。`,
        ),
    domain.uri
      ? text(
          `It is governed by ${code(decodeURI(domain.uri))}.`,
          `适用的配置是 ${code(decodeURI(domain.uri))}。`,
        )
      : text("No .error-codes.yaml governs it.", "没有适用于此文件的 .error-codes.yaml。"),
  ];
  const isIgnored = domain.ignoresFile(source.uri);
  if (isIgnored) lines.push(text("Nothing is reported in this file.", "不在此文件中报告问题。"));
  return { title: text("The file", "文件"), lines, passed: parsed && !isIgnored };
}

function literalStep(belief: Belief | undefined): Step {
  const title = text("The string", "字符串");
  if (!belief)
    return {
      title,
      lines: [
        text(
          "There is no constant string or value here. Strings into which values are put are not judged.",
          "此处没有常量字符串或值。含有插值的字符串不作判断。",
        ),
      ],
      passed: false,
    };
  const { literal } = belief;
  return {
    title,
    lines: [text(`${code(literal.text)} was found.`, `找到 ${code(literal.text)}。`)],
    passed: true,
  };
}

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

function evidenceStep({ literal, evidence }: Belief, { domain }: Analysis): Step {
  const { catalog, names } = domain;
  const isKnown = (one: string) => catalog.knows(one);
  const objection = objectionTo(literal.text, isKnown);
  const lines: Text[] = objection ? [objection] : [];
  for (const clue of literal.clues) {
    const speaks = evidenceOf({ ...literal, clues: [clue] }, isKnown, names) !== undefined;
    const { en, "zh-CN": zh } = relations[clue.kind](code(clue.subject));
    lines.push(
      speaks
        ? text(`${en}: that tells an error code.`, `${zh}，表明是错误码。`)
        : text(`${en}: that does not tell an error code.`, `${zh}，不能表明是错误码。`),
    );
  }
  if (literal.clues.length === 0)
    lines.push(
      text(
        "It is not compared, listed, passed or assigned to anything.",
        "没有与任何内容比较，也不在列表、参数或赋值中。",
      ),
    );
  if (!evidence)
    lines.push(
      text(
        "Names of your own that tell error codes belong in `.error-codes.yaml`, under `evidence`: functions, fields, keys.",
        "本项目表示错误码的名称可写入 `.error-codes.yaml` 的 `evidence`：functions、fields、keys。",
      ),
    );
  return { title: text("Evidence", "依据"), lines, passed: evidence !== undefined };
}

function nameOf(provider: string, catalog: Catalog, language: Language): string {
  return say(catalog.provider(provider)?.name ?? { en: provider }, language);
}

function catalogStep({ literal, entries, known }: Belief, { domain }: Analysis): Step {
  const owners = domain.catalog.owners(literal.text);
  const namesIn = (language: Language, and: string) =>
    owners.map((id) => nameOf(id, domain.catalog, language)).join(and);
  const [en, zh] = [namesIn("en", ", "), namesIn("zh-CN", "、")];
  const near = domain.speller.nearest(literal.text)[0]?.code;
  const lines =
    entries.length > 0
      ? [text(`It is a code of ${en}.`, `是${zh}的错误码。`)]
      : known
        ? [
            text(
              `It is an official code of ${en}, which the catalog does not explain.`,
              `是${zh}的官方错误码，但目录中没有说明。`,
            ),
          ]
        : [
            text(
              `No catalog has it.${near ? ` The nearest code is ${code(near)}.` : ""}`,
              `目录中没有该错误码。${near ? `最接近的是 ${code(near)}。` : ""}`,
            ),
          ];
  return { title: text("The catalog", "目录"), lines, passed: entries.length > 0 };
}

function providerStep({ providers }: Belief, { domain, providers: ofFile }: Analysis): Step {
  const file = decodeURI(domain.uri?.split("/").at(-1) ?? "");
  const lines = providers.map((one) => {
    const name = (language: Language) => plain(nameOf(one.provider, domain.catalog, language));
    const reason = reasonOf(one, file, code);
    return text(`${name("en")}: ${reason.en}`, `${name("zh-CN")}：${reason["zh-CN"]}`);
  });
  if (lines.length === 0)
    lines.push(
      text(
        "Nothing tells which provider this file works with. **Error Codes: Pin Provider…** can, or `providers` in `.error-codes.yaml`.",
        "无法得知此文件所访问的厂商，可用“错误码: 指定厂商…”命令或 `.error-codes.yaml` 的 `providers` 指定。",
      ),
    );
  if (providers !== ofFile)
    lines.push(
      text(
        "These are the providers of the function; the file imports several.",
        "文件导入了多个厂商，以上为该函数的厂商。",
      ),
    );
  return { title: text("The provider", "厂商"), lines, passed: providers.length > 0 };
}

function hoverStep(belief: Belief): Step {
  const passed = isShown(belief);
  const why = passed
    ? text("A hover is shown.", "显示悬停说明。")
    : belief.entries.length === 0
      ? text("No hover is shown: the catalog does not explain it.", "不显示悬停说明：目录中没有说明。")
      : text(
          "No hover is shown: a plain word without evidence is explained only where its provider is clear.",
          "不显示悬停说明：没有依据的普通单词，只有厂商明确时才作说明。",
        );
  return { title: text("Hover", "悬停说明"), lines: [why], passed };
}

function findingStep(source: Source, belief: Belief, analysis: Analysis, { enable, rules }: Settings): Step {
  const title = text("Findings", "问题");
  if (!enable)
    return {
      title,
      lines: [text("None: the setting `errorCodes.enable` is off.", "无：设置 `errorCodes.enable` 已关闭。")],
      passed: false,
    };
  const found = findingsOf(source, analysis, rules).filter((one) => one.belief === belief);
  const lines = found.map(({ rule, severity, message }) =>
    text(
      `${rule} (${severity}): ${plain(message.en ?? "")}`,
      `${rule}（${severity}）：${plain(message["zh-CN"] ?? "")}`,
    ),
  );
  if (found.length === 0 && !belief.evidence)
    lines.push(text("None: without evidence, nothing is reported.", "无：没有依据就不报告。"));
  else if (found.length === 0) {
    const { text: written } = belief.literal;
    lines.push(
      analysis.domain.ignoresCode(written)
        ? text("None: the configuration ignores this code.", "无：配置忽略了该错误码。")
        : text(
            "None: no rule has anything to say, it is off, or a comment silences it. Rules are set under `rules` in `.error-codes.yaml` or in `errorCodes.rules`.",
            "无：没有规则适用，或规则已关闭，或被注释忽略。规则可在 `.error-codes.yaml` 的 `rules` 或设置 `errorCodes.rules` 中调整。",
          ),
    );
  }
  return { title, lines, passed: found.length > 0 };
}
