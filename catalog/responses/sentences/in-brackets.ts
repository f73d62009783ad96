import { isDistinctive } from "../../model/words.ts";
import { byPattern, type Finding, type Sentence } from "./sentence.ts";

/** Classes of errors, which state their code behind the brackets. */
const classes = /^SDK\.(?:Server|Client)Error$/;
const read = byPattern(/\[(?<code>[A-Z]\w{1,99}(?:\.\w{1,99}){0,4})\]:? (?<message>\p{Lu}[^\n]*)/dgu);

function isBehindClass(text: string, at: number): boolean {
  return /(?:Exception|Error): $/.test(text.slice(Math.max(0, at - 20), at));
}

/** A code in brackets before its message, as the SDK for Go of Alibaba Cloud writes its own: `[SDK.Code] message`. */
export const inBrackets: Sentence = {
  name: "code in brackets",
  hint: "]",
  read: (text, vocabulary) =>
    read(text, vocabulary).flatMap((finding): Finding[] => {
      const code = finding.fields.code?.value ?? "";
      if (classes.test(code)) return [];
      if (/^SDK\.\w/.test(code)) return [{ ...finding, provider: "alibaba-cloud" }];
      const isCode =
        vocabulary.codeOf(code) === code ||
        (isDistinctive(code) && !vocabulary.isGeneral(code) && isBehindClass(text, finding.start));
      return isCode ? [{ ...finding, isSure: false }] : [];
    }),
};
