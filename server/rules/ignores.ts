import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { matchesCodePattern } from "../configuration/code-pattern.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { ruleIds } from "./index.ts";
import type { ReportedFinding } from "./rule.ts";

// Comments that silence findings: `error-codes-ignore-line`, `-ignore-next-line`, `-ignore-file`, each optionally with
// codes or rules, and a reason behind `--` or a colon.

/** What a comment wants silenced: everything, or one code or rule of those that it names. */
export interface IgnoreComment extends Span {
  /** The lines on which it holds, zero-based; undefined for the whole file. */
  line: number | undefined;
  /** A code, perhaps with `*`, or a rule; undefined for all. */
  what: string | undefined;
  used: boolean;
}

const marker = "error-codes-ignore-";
const directive = /error-codes-ignore-(?<where>line|next-line|file)\b(?<rest>[^\n]*)/g;
/** What begins a comment in one language or another. */
const commentMark = /\/\/|#|--|;|\/\*|<!--|^\s*\*|%|'|\brem\b|"""/i;

/** Whether a text may have comments that silence findings. */
export function hasIgnores(text: string): boolean {
  return text.includes(marker);
}

/** The comments of a document that silence findings. */
export function ignoresIn({ text, textDocument }: TrackedDocument, { literals }: Analysis): IgnoreComment[] {
  if (!hasIgnores(text)) return [];
  const lines = text.split("\n");
  return [...text.matchAll(directive)].flatMap(({ 0: whole, index, groups }): IgnoreComment[] => {
    const lineStart = text.lastIndexOf("\n", index) + 1;
    if (!commentMark.test(text.slice(lineStart, index))) return [];
    if (literals.some(({ literal }) => literal.start <= index && index < literal.end)) return [];
    const own = textDocument.positionAt(index).line;
    const { where = "", rest = "" } = groups ?? {};
    const line = where === "file" ? undefined : where === "line" ? own : nextLine(lines, own);
    const start = index + whole.length - rest.length;
    const named = ignoredNamesIn(rest, start).map((one): IgnoreComment => ({ ...one, line, used: false }));
    return named.length > 0 ? named : [{ line, what: undefined, used: false, start: index, end: start }];
  });
}

/** The next line that is no such comment itself. */
function nextLine(lines: readonly string[], line: number): number {
  let next = line + 1;
  while (lines[next]?.includes(`${marker}next-line`)) next++;
  return next;
}

/** The codes and rules that stand behind the directive, as far as its words are such. */
export function ignoredNamesIn(rest: string, start: number): { what: string; start: number; end: number }[] {
  const found: { what: string; start: number; end: number }[] = [];
  for (const { 0: written, index } of rest.matchAll(/[^\s,]+/g)) {
    const [word = ""] = written.split(/[:：]/);
    const isName = ruleIds.includes(word) || /^(?=.*[A-Z._*])[\w*][\w.*-]*$/.test(word);
    if (!isName) break;
    found.push({ what: word, start: start + index, end: start + index + word.length });
    // Behind a colon stands the reason.
    if (word !== written) break;
  }
  return found;
}

/** What of a finding tells whether a comment ignores it. */
type Ignorable = Pick<ReportedFinding, "rule" | "start"> & { analyzedLiteral?: AnalyzedLiteral };

/** Whether a comment silences a finding; all that do are then used. */
export function isIgnored(finding: Ignorable, document: TrackedDocument, ignores: IgnoreComment[]): boolean {
  const fitting = commentsIgnoring(finding, document, ignores);
  for (const one of fitting) one.used = true;
  return fitting.length > 0;
}

/** The comments that silence a finding. */
export function commentsIgnoring(
  { rule, analyzedLiteral, start }: Ignorable,
  document: TrackedDocument,
  ignores: readonly IgnoreComment[],
): IgnoreComment[] {
  if (ignores.length === 0) return [];
  const line = document.textDocument.positionAt(start).line;
  return ignores.filter(
    (one) =>
      (one.line === undefined || one.line === line) &&
      (one.what === undefined ||
        one.what === rule ||
        (analyzedLiteral !== undefined && matchesCodePattern(analyzedLiteral.literal.text, one.what))),
  );
}
