import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { matchesCodePattern } from "../configuration/code-pattern.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { ruleIds } from "./index.ts";
import type { ReportedFinding } from "./rule.ts";

// Comments that suppress findings: `error-codes-ignore-line`, `-ignore-next-line`, `-ignore-file`, each optionally
// followed by codes or rules, and by a reason after `--` or a colon.

/** One name in an ignore comment, or the whole comment if it names nothing. `start` and `end` are UTF-16 offsets. */
export interface IgnoreComment extends Span {
  /** The zero-based line to which it applies; undefined for the whole file. */
  line: number | undefined;
  /** The code, optionally with `*`, or the rule that is ignored; undefined if everything is. */
  what: string | undefined;
  /** Whether it has ignored a finding. */
  used: boolean;
}

const marker = "error-codes-ignore-";
const directive = /error-codes-ignore-(?<where>line|next-line|file)\b(?<rest>[^\n]*)/g;
/** The comment markers of the supported languages. */
const commentMark = /\/\/|#|--|;|\/\*|<!--|^\s*\*|%|'|\brem\b|"""/i;

/** Whether a text may contain ignore comments. */
export function mayHaveIgnoreComments(text: string): boolean {
  return text.includes(marker);
}

/** Returns the ignore comments of a document, in text order; directives inside literals do not count. */
export function ignoreCommentsIn(
  { text, textDocument }: TrackedDocument,
  { literals }: Analysis,
): IgnoreComment[] {
  if (!mayHaveIgnoreComments(text)) return [];
  const lines = text.split("\n");
  return [...text.matchAll(directive)].flatMap(({ 0: matched, index, groups }): IgnoreComment[] => {
    const lineStart = text.lastIndexOf("\n", index) + 1;
    if (!commentMark.test(text.slice(lineStart, index))) return [];
    if (literals.some(({ literal }) => literal.start <= index && index < literal.end)) return [];
    const commentLine = textDocument.positionAt(index).line;
    const { where = "", rest = "" } = groups ?? {};
    const line =
      where === "file" ? undefined : where === "line" ? commentLine : nextCodeLine(lines, commentLine);
    const start = index + matched.length - rest.length;
    const named = ignoredNamesIn(rest, start).map((one): IgnoreComment => ({ ...one, line, used: false }));
    return named.length > 0 ? named : [{ line, what: undefined, used: false, start: index, end: start }];
  });
}

/** Returns the next line that has no `next-line` directive itself: directives can be stacked. */
function nextCodeLine(lines: readonly string[], line: number): number {
  let next = line + 1;
  while (lines[next]?.includes(`${marker}next-line`)) next++;
  return next;
}

/** Parses the codes and rules after a directive, up to the first word that is neither; `rest` is at offset `start`. */
export function ignoredNamesIn(rest: string, start: number): { what: string; start: number; end: number }[] {
  const found: { what: string; start: number; end: number }[] = [];
  for (const { 0: written, index } of rest.matchAll(/[^\s,]+/g)) {
    const [word = ""] = written.split(/[:：]/);
    const isName = ruleIds.includes(word) || /^(?=.*[A-Z._*])[\w*][\w.*-]*$/.test(word);
    if (!isName) break;
    found.push({ what: word, start: start + index, end: start + index + word.length });
    // A colon introduces the reason.
    if (word !== written) break;
  }
  return found;
}

/** The properties of a finding that decide which comments ignore it. */
type Ignorable = Pick<ReportedFinding, "rule" | "start"> & { occurrence?: AnalyzedLiteral };

/** Whether any comment ignores a finding; marks all that do as used. */
export function isIgnored(finding: Ignorable, document: TrackedDocument, ignores: IgnoreComment[]): boolean {
  const matching = commentsIgnoring(finding, document, ignores);
  for (const one of matching) one.used = true;
  return matching.length > 0;
}

/** Returns the comments that ignore a finding: by their line, and by its rule or code if they name any. */
export function commentsIgnoring(
  { rule, occurrence, start }: Ignorable,
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
        (occurrence !== undefined && matchesCodePattern(occurrence.literal.text, one.what))),
  );
}
