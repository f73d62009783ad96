import { type Analysis, type AnalyzedLiteral, literalAt } from "../analysis/analysis.ts";
import { CodePatterns } from "../configuration/code-patterns.ts";
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
function ignoreCommentsIn({ text, textDocument }: TrackedDocument, analysis: Analysis): IgnoreComment[] {
  if (!mayHaveIgnoreComments(text)) return [];
  const nextCodeLine = nextCodeLineIn(text);
  const found: IgnoreComment[] = [];
  for (const { 0: matched, index, groups } of text.matchAll(directive)) {
    const { where = "", rest = "" } = groups ?? {};
    // The rest of a line belongs to its first directive, so that each line is looked at once.
    if (!commentMark.test(text.slice(text.lastIndexOf("\n", index) + 1, index))) continue;
    const literal = literalAt(analysis, index)?.literal;
    if (literal && index < literal.end) continue;
    const commentLine = textDocument.positionAt(index).line;
    const ignoredLine =
      where === "file" ? undefined : where === "line" ? commentLine : nextCodeLine(commentLine);
    const start = index + matched.length - rest.length;
    const named = ignoredNamesIn(rest, start).map(
      (one): IgnoreComment => ({ ...one, line: ignoredLine, used: false }),
    );
    const whole = { line: ignoredLine, what: undefined, used: false, start: index, end: start };
    for (const one of named.length > 0 ? named : [whole]) found.push(one);
  }
  return found;
}

/** Returns a function that returns the next line without a `next-line` directive: directives can be stacked. */
function nextCodeLineIn(text: string): (line: number) => number {
  const lines = text.split("\n");
  const next = new Map<number, number>();
  for (let line = lines.length - 1; line >= 0; line--)
    if (lines[line]?.includes(`${marker}next-line`)) next.set(line, next.get(line + 1) ?? line + 1);
  return (line) => next.get(line + 1) ?? line + 1;
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

/** The ignore comments of a document, by what decides whether they ignore a finding. */
export class IgnoreComments {
  readonly all: readonly IgnoreComment[];
  /** By line; those of the whole file have none. */
  readonly #byLine: ReadonlyMap<number | undefined, LineComments>;
  /** The lists of comments of which all are marked as used. */
  readonly #used = new Set<readonly IgnoreComment[]>();

  constructor(all: readonly IgnoreComment[]) {
    this.all = all;
    const byLine = Map.groupBy(all, ({ line }) => line);
    this.#byLine = new Map([...byLine].map(([line, ofLine]) => [line, new LineComments(ofLine)]));
  }

  /** Returns the ignore comments of a document, see {@link ignoreCommentsIn}. */
  static in(document: TrackedDocument, analysis: Analysis): IgnoreComments {
    return new IgnoreComments(ignoreCommentsIn(document, analysis));
  }

  /** Whether any comment ignores a finding; marks all that do as used. */
  ignore(finding: Ignorable, document: TrackedDocument): boolean {
    const matching = this.#listsIgnoring(finding, document);
    for (const comments of matching) {
      if (this.#used.has(comments)) continue;
      this.#used.add(comments);
      for (const one of comments) one.used = true;
    }
    return matching.length > 0;
  }

  /** Returns the comments that ignore a finding: by their line, and by its rule or code if they name any. */
  ignoring(finding: Ignorable, document: TrackedDocument): IgnoreComment[] {
    const found = new Set(this.#listsIgnoring(finding, document).flat());
    return [...found].sort((a, b) => a.start - b.start);
  }

  #listsIgnoring(finding: Ignorable, { textDocument }: TrackedDocument): (readonly IgnoreComment[])[] {
    if (this.all.length === 0) return [];
    const { line } = textDocument.positionAt(finding.start);
    return [undefined, line].flatMap((one) => this.#byLine.get(one)?.matching(finding) ?? []);
  }
}

/** The ignore comments of one line, or of the whole file, by what they name. */
class LineComments {
  /** By the rule, code or pattern that they name; undefined stands for everything. */
  readonly #named: ReadonlyMap<string | undefined, readonly IgnoreComment[]>;
  /** The names that are codes or patterns of them, and what matches them. */
  readonly #codes: readonly string[];
  readonly #patterns: CodePatterns;

  constructor(comments: readonly IgnoreComment[]) {
    this.#named = Map.groupBy(comments, ({ what }) => what);
    this.#codes = [...this.#named.keys()].filter((what) => what !== undefined);
    this.#patterns = new CodePatterns(this.#codes);
  }

  /** Returns the comments that ignore a finding, in lists that are the same objects for all findings. */
  matching({ rule, occurrence }: Ignorable): (readonly IgnoreComment[])[] {
    const code = occurrence?.literal.text;
    const codes = code === undefined ? [] : this.#patterns.matching(code).map((one) => this.#codes[one]);
    const names = new Set([undefined, rule, ...codes]);
    return [...names].flatMap((name) => {
      const comments = this.#named.get(name);
      return comments ? [comments] : [];
    });
  }
}
