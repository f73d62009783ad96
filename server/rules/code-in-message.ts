import type { Occurrence } from "../analysis/analysis.ts";
import { DocumentLiterals } from "./document-literals.ts";
import { errorWithMessage, isCaughtAsAnyError } from "./error-messages.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { isTestDocument } from "./test-documents.ts";

/** Reports a code that is searched for in an error's message although the error carries it as a code. */
export const codeInMessage: Rule = {
  id: "code-in-message",
  severity: "hint",

  check(context) {
    const { literal, evidence, providers, entries } = context.occurrence;
    if (isTestDocument(context)) return undefined;
    if (evidence?.kind !== "contained" || literal.syntax?.isAsserted) return undefined;
    const imported = new Set(providers.flatMap(({ sign, provider }) => (sign === "import" ? provider : [])));
    if (!entries.some(({ provider }) => imported.has(provider))) return undefined;
    const before = functionBefore(context.document, context.occurrence);
    const error = errorWithMessage(evidence.subject, before);
    if (error === undefined || isCaughtAsAnyError(error, before)) return undefined;
    if (testsCode(before) || testsSameCode(context) || isCommonEnding(context, imported)) return undefined;
    return {
      message: {
        en: `The error object carries an error code: compare that code with '${literal.text}' instead of searching the message.`,
        "zh-CN": `错误对象带有错误码：请用错误码与“${literal.text}”比较，而不要在错误信息中搜索。`,
      },
    };
  },
};

/** A text with which so many codes end is searched for in order to find all of them. */
const minimumEndings = 10;

/** Whether the codes of many families end with the searched text: `NotFound` finds `InvalidVpcId.NotFound` too. */
function isCommonEnding({ occurrence, catalog }: RuleContext, providers: ReadonlySet<string>): boolean {
  const ending = `.${occurrence.literal.text}`;
  const own = catalog.officialCodes.filter(
    (code) => code.endsWith(ending) && catalog.providersOf(code).some((owner) => providers.has(owner)),
  );
  return own.length >= minimumEndings;
}

/** How much of the text in front of a literal counts if its function is unknown, in UTF-16 units. */
const maximumBefore = 2000;

/** Returns the text between the start of the function around the literal and the literal. */
function functionBefore({ text }: { text: string }, { literal: { start, syntax } }: Occurrence): string {
  const length = syntax?.functionExtent?.before ?? maximumBefore;
  return text.slice(Math.max(0, start - length), start);
}

/** Returns the error, as it is written, whose message is searched for a code; undefined if that is not certain. */
export function errorSearchedIn(document: { text: string }, occurrence: Occurrence): string | undefined {
  const before = functionBefore(document, occurrence);
  return errorWithMessage(occurrence.evidence.subject, before);
}

/** The code of an error, as SDKs name it, or its name. */
const codeOfError =
  /(?:\.|->)(?:get_?)?(?:err(?:or)?_?)?code\b(?!s)|\[\s*["']code["']\s*\]|["'](?:error_?)?code["']\s*[,)]|\b(?:e|ex|err|error)\??\.name\b/i;

/** Whether a text reads the code of an error: what follows is for errors that carry none. */
function testsCode(before: string): boolean {
  return codeOfError.test(before);
}

/** Whether the file compares the code of an error with the same code: the message is searched besides. */
function testsSameCode({ occurrence, analysis }: RuleContext): boolean {
  return DocumentLiterals.of(analysis).isComparedAsCode(occurrence.literal.text);
}
