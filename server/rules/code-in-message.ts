import { words } from "../../catalog/model/words.ts";
import { namesCode } from "../evidence/names.ts";
import type { Rule } from "./rule.ts";
import { isOfTests } from "./tests.ts";

/** A code that is looked for in an error's message, where the error carries it as its code. */
export const codeInMessage: Rule = {
  id: "code-in-message",
  severity: "hint",

  check(context) {
    const { literal, evidence, providers, entries } = context.occurrence;
    if (isOfTests(context)) return undefined;
    if (evidence?.kind !== "contained" || literal.syntax?.isAsserted || !isMessage(evidence.subject))
      return undefined;
    const imported = providers.filter(({ sign }) => sign === "import");
    if (!entries.some((entry) => imported.some(({ provider }) => provider === entry.provider)))
      return undefined;
    return {
      message: {
        en: `The error carries its code itself: look for '${literal.text}' there rather than in its message.`,
        "zh-CN": `错误对象自带错误码：请在错误码中判断“${literal.text}”，而不要在错误信息中查找。`,
      },
    };
  },
};

/** What turns an error into text. */
const conversions =
  /^(?:str|repr|string|sprint|format|unicode)\(|(?:\.error\(\)|\.(?:to_?string|to_s|what|inspect)(?:\(\))?)$/i;

/** Whether an expression is what an error says: `err.Error()`, `str(e)`, `e.message`. */
function isMessage(expression: string): boolean {
  if (namesCode(expression.replace(/\(\)$/, ""))) return false;
  if (conversions.test(expression.trim())) return true;
  const last = /([\p{L}_$][\p{L}\p{N}_$]*)\W*$/u.exec(expression)?.[1] ?? "";
  return words(last).some((word) => /^(?:message|msg|messages|errmsg|description)$/.test(word));
}
