import type { Command, Help, Option } from "commander";
import {
  type DisplayLanguage,
  displayLanguageOf,
  type Language,
} from "../../../catalog/text/localized-text.ts";
import { systemLocale } from "../../../catalog/text/system-locale.ts";
import { chinese, errors, headings } from "./chinese.ts";

/** The display languages by what may stand behind `--lang`. */
const languages: readonly [pattern: RegExp, language: DisplayLanguage][] = [
  [/^zh(?:[-_](?:cn|hans|sg)[\w-]*)?$/i, "zh-CN"],
  [/^en(?:[-_]\w+)?$/i, "en"],
  [/^both$/i, "both"],
];

/** Returns the display language that a value of `--lang` names, such as `zh`; undefined if it names none. */
export function languageNamed(value: string): DisplayLanguage | undefined {
  return languages.find(([pattern]) => pattern.test(value))?.[1];
}

/** Returns the language of the system, as its environment states it. */
export function systemLanguage(environment: NodeJS.ProcessEnv): Language {
  return displayLanguageOf(systemLocale(environment));
}

/**
 * Returns the language in which help is shown: that of the arguments, else that of the system. It is needed before the
 * arguments are parsed.
 */
export function helpLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = args.findLastIndex((one) => /^--lang(?:=|$)/.test(one));
  const value = args[at]?.includes("=") ? args[at].replace("--lang=", "") : args[at + 1];
  const named = at < 0 ? undefined : languageNamed(value ?? "");
  return named === undefined || named === "both" ? systemLanguage(environment) : named;
}

/** Returns what `--help` says in Chinese; what has no translation stays as it is. */
function inChinese(text: string): string {
  return chinese[text] ?? text;
}

/** Returns an error that the library reports in Chinese. */
export function errorInChinese(text: string): string {
  const known = Object.keys(chinese).find((sentence) => text.includes(sentence) && sentence.endsWith("."));
  const told = known === undefined ? text : text.replace(known, inChinese(known));
  return errors.reduce((rest, [pattern, words]) => rest.replace(pattern, words), told);
}

/** Has a command and its subcommands show their help in Chinese. */
export function localizeHelp(command: Command): void {
  command.configureHelp({ ...command.configureHelp(), ...chineseHelp });
  for (const subcommand of command.commands) localizeHelp(subcommand);
}

const chineseHelp: Partial<Help> = {
  styleTitle: (title) => headings[title] ?? title,
  commandDescription: (command) => inChinese(command.description()),
  subcommandDescription: (command) => inChinese(command.summary() || command.description()),
  optionDescription: (option: Option) => {
    const { argChoices, defaultValue, description } = option;
    const notes = [
      ...(argChoices ? [`可选值：${argChoices.map((one) => JSON.stringify(one)).join("、")}`] : []),
      ...(defaultValue === undefined ? [] : [`默认值：${JSON.stringify(defaultValue)}`]),
    ];
    return `${inChinese(description)}${notes.length > 0 ? `（${notes.join("；")}）` : ""}`;
  },
};
