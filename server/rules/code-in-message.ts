import { wordsOf } from "../../catalog/model/words.ts";
import { namesCode } from "../evidence/names.ts";
import type { Rule } from "./rule.ts";
import { isTestDocument } from "./test-documents.ts";

/** Reports a code that is searched for in an error's message although the error carries it as a code. */
export const codeInMessage: Rule = {
  id: "code-in-message",
  severity: "hint",

  check(context) {
    const { literal, evidence, providers, entries } = context.occurrence;
    if (isTestDocument(context)) return undefined;
    if (evidence?.kind !== "contained" || literal.syntax?.isAsserted || !isMessage(evidence.subject))
      return undefined;
    const imported = providers.filter(({ sign }) => sign === "import");
    if (!entries.some((entry) => imported.some(({ provider }) => provider === entry.provider)))
      return undefined;
    return {
      message: {
        en: `The error object carries an error code: compare that code with '${literal.text}' instead of searching the message.`,
        "zh-CN": `错误对象带有错误码：请用错误码与“${literal.text}”比较，而不要在错误信息中搜索。`,
      },
    };
  },
};

/** Calls and properties that convert an error to text. */
const conversions =
  /^(?:str|repr|string|sprint|format|unicode)\(|(?:\.error\(\)|\.(?:to_?string|to_s|what|inspect)(?:\(\))?)$/i;

/** Whether an expression is the message of an error: `err.Error()`, `str(e)`, `e.message`. */
function isMessage(expression: string): boolean {
  if (namesCode(expression.replace(/\(\)$/, ""))) return false;
  if (conversions.test(expression.trim())) return true;
  const last = /([\p{L}_$][\p{L}\p{N}_$]*)\W*$/u.exec(expression)?.[1] ?? "";
  return wordsOf(last).some((word) => /^(?:message|msg|messages|errmsg|description)$/.test(word));
}
