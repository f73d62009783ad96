import { code, plain } from "../catalog/markdown.ts";
import type { Text } from "../catalog/text.ts";
import { type Analysis, type Belief, beliefAt, isShown } from "./analysis.ts";
import { evidenceOf, objectionTo } from "./evidence.ts";
import { findingsOf } from "./findings.ts";
import { languageOf } from "./languages/index.ts";
import type { Clue } from "./literal.ts";
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
      ? text(`It is governed by ${code(decodeURI(domain.uri))}.`, `受 ${code(decodeURI(domain.uri))} 管辖。`)
      : text("No .error-codes.yaml governs it.", "没有 .error-codes.yaml 管辖此文件。"),
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

const relations: Record<Clue["kind"], Text> = {
  compared: text("compared with", "与其比较："),
  case: text("a case of", "是其分支："),
  element: text("in a list tested for", "所在列表用于检测："),
  value: text("the value of", "是其值："),
  listed: text("listed under", "列于："),
  argument: text("an argument of", "是其参数："),
  constant: text("what a constant stands for,", "是常量的值："),
  contained: text("looked for in", "在其中查找："),
  returned: text("returned by", "由其返回："),
};

function evidenceStep({ literal, evidence }: Belief, { domain }: Analysis): Step {
  const { catalog, names } = domain;
  const isKnown = (one: string) => catalog.knows(one);
  const objection = objectionTo(literal.text, isKnown);
  const lines: Text[] = objection ? [objection] : [];
  for (const clue of literal.clues) {
    const speaks = evidenceOf({ ...literal, clues: [clue] }, isKnown, names) !== undefined;
    const { en = "", "zh-CN": zh = "" } = relations[clue.kind];
    const subject = code(clue.subject);
    lines.push(
      speaks
        ? text(`It is ${en} ${subject}: that tells an error code.`, `${zh}${subject}，表明是错误码。`)
        : text(
            `It is ${en} ${subject}: that does not tell an error code.`,
            `${zh}${subject}，不能表明是错误码。`,
          ),
    );
  }
  if (literal.clues.length === 0)
    lines.push(
      text(
        "It is not compared, listed, passed or assigned to anything.",
        "没有与任何内容比较，也不在列表、参数或赋值中。",
      ),
    );
  if (evidence?.isOfCompany)
    lines.push(text("It stands among constants that are error codes.", "它与作为错误码的常量并列。"));
  if (!evidence)
    lines.push(
      text(
        "Names of your own that tell error codes belong into `.error-codes.yaml`, under `evidence`: functions, fields, keys.",
        "本项目表示错误码的名称可写入 `.error-codes.yaml` 的 `evidence`：functions、fields、keys。",
      ),
    );
  return { title: text("Evidence", "依据"), lines, passed: evidence !== undefined };
}

function catalogStep({ literal, entries, known }: Belief, { domain }: Analysis): Step {
  const owners = domain.catalog.owners(literal.text);
  const names = owners.map((id) => domain.catalog.provider(id)?.name.en ?? id).join(", ");
  const near = domain.speller.nearest(literal.text)[0]?.code;
  const lines =
    entries.length > 0
      ? [text(`It is a code of ${names}.`, `是 ${names} 的错误码。`)]
      : known
        ? [
            text(
              `It is an official code of ${names}, which the catalog does not explain.`,
              `是 ${names} 的官方错误码，但目录中没有说明。`,
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
  const name = (id: string) => domain.catalog.provider(id)?.name.en ?? id;
  const lines = providers.map(({ provider, reason }) =>
    text(`${plain(name(provider))}: ${code(reason)}`, `${plain(name(provider))}：${code(reason)}`),
  );
  if (lines.length === 0)
    lines.push(
      text(
        "Nothing tells which provider this file works with. `providers` in `.error-codes.yaml` can.",
        "无法得知此文件所访问的厂商，可在 `.error-codes.yaml` 的 `providers` 中指定。",
      ),
    );
  if (providers !== ofFile)
    lines.push(
      text(
        "These are those of the function; the file imports several.",
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
