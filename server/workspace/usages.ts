import type { Range } from "vscode-languageserver";
import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import type { Analysis, AnalyzedLiteral, Occurrence } from "../analysis/analysis.ts";
import { isHoverable } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { normalizeUri } from "../documents/uris.ts";
import type { EntryKey } from "../protocol/index.ts";
import { findingsOf, type Severities } from "../rules/findings.ts";
import { IgnoreComments } from "../rules/ignores.ts";
import { FileCounts } from "../rules/recurring.ts";

/** Stands for a provider if a code can belong to several and nothing indicates which. */
export const anyProvider = "*";

/** The maximum length of a line excerpt, in UTF-16 units. */
const maximumLine = 200;

/** A literal of a file that is recognised as an error code. */
export interface CodeUse {
  /** The spelling of the catalog, or that of the file if no provider has the code. */
  code: string;
  range: Range;
  /** The line around it, trimmed and truncated. */
  line: string;
  /** The id of its provider, or {@link anyProvider} if it can belong to several; undefined if no provider has it. */
  provider?: string;
  /** The most likely catalog entry; undefined if the catalog has none. */
  entry?: Pick<EntryKey, "provider" | "service">;
  /** Likely intended codes; absent if there are none. */
  suggestions?: string[];
  /** Whether the suggestions are uncertain. */
  isLikely?: true;
}

/** The uses of codes in the files of the workspace as they are on disk, by file. */
export class UsageIndex {
  /** Whether all files have been read. */
  isScanned = false;
  #files = new Map<string, readonly CodeUse[]>();
  #codes: ReadonlySet<string> | undefined;
  /** The unknown codes that stand in several files; undefined after a change. */
  #recurring: ReadonlySet<string> | undefined;
  readonly #listeners: (() => void)[] = [];
  /** How many batches of changes are being made, and whether the listeners are to be called after them. */
  #batches = 0;
  #hasPending = false;

  /** Adds a listener that is called after each change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The uses by file URI, only of files with uses, in the order in which they were added. */
  get files(): ReadonlyMap<string, readonly CodeUse[]> {
    return this.#files;
  }

  /** The distinct codes that are used. */
  get codes(): ReadonlySet<string> {
    this.#codes ??= new Set([...this.#files.values()].flatMap((uses) => uses.map(({ code }) => code)));
    return this.#codes;
  }

  /** The unknown codes that stand in several of the files that have been read. */
  get recurring(): ReadonlySet<string> {
    this.#recurring ??= recurringIn(this.isScanned ? this.#files.values() : []);
    return this.#recurring;
  }

  /** Whether an unknown code stands in several of the files that have been read. */
  isRecurring(code: string): boolean {
    return this.recurring.has(code);
  }

  /** Replaces the uses in one file. */
  set(uri: string, uses: readonly CodeUse[]): void {
    const key = normalizeUri(uri);
    if (uses.length > 0) this.#files.set(key, uses);
    else if (!this.#files.delete(key)) return;
    this.#changed();
  }

  /** Replaces all uses by those that a scan found. */
  replace(files: ReadonlyMap<string, readonly CodeUse[]>): void {
    this.#files = new Map([...files].map(([uri, uses]) => [normalizeUri(uri), uses]));
    this.isScanned = true;
    this.#changed();
  }

  /** Removes a file or folder that was deleted. */
  delete(uri: string): void {
    const key = normalizeUri(uri);
    // Most of what is deleted is a file.
    const removed = this.#files.has(key)
      ? [key]
      : [...this.#files.keys()].filter((one) => one.startsWith(`${key}/`));
    for (const one of removed) this.#files.delete(one);
    if (removed.length > 0) this.#changed();
  }

  /** Makes several changes, after which the listeners are called once, if anything has changed. */
  async batch(change: () => Promise<void>): Promise<void> {
    this.#batches++;
    try {
      await change();
    } finally {
      this.#batches--;
      if (this.#batches === 0 && this.#hasPending) this.#changed();
    }
  }

  #changed(): void {
    this.#codes = undefined;
    this.#recurring = undefined;
    this.#hasPending = this.#batches > 0;
    if (this.#hasPending) return;
    for (const listener of this.#listeners) listener();
  }
}

function recurringIn(files: Iterable<readonly CodeUse[]>): ReadonlySet<string> {
  const counts = new FileCounts();
  for (const uses of files)
    counts.add(uses.flatMap(({ code, provider }) => (provider === undefined ? code : [])));
  return counts.recurring;
}

/** Returns a pattern that matches every text in which a code is used, in any spelling of its provider's SDKs. */
export function mentionPattern(code: string): RegExp {
  const parts = code.split(/[._-]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(parts.join("[._-]"), "i");
}

/** Returns the uses of codes in a document; `overrides` are the severities of the settings. */
export function usesIn(document: TrackedDocument, analysis: Analysis, overrides?: Severities): CodeUse[] {
  const { project, literals } = analysis;
  const codes = literals.filter(isErrorCode);
  const isReportable = ({ isKnown, literal }: AnalyzedLiteral) =>
    !isKnown && !project.ignoresCode(literal.text);
  const reportable = codes.filter(isReportable);
  const ignores = reportable.length > 0 ? IgnoreComments.in(document, analysis) : undefined;
  const findings = reportable.length > 0 ? findingsOf(document, analysis, overrides) : [];
  const byOccurrence = Map.groupBy(findings, ({ occurrence }) => occurrence);
  return codes.flatMap((analyzedLiteral): CodeUse[] => {
    if (analyzedLiteral.isKnown)
      return [toUse(document, analyzedLiteral, ownerOf(analyzedLiteral, analysis))];
    const target = {
      rule: "unknown-code",
      occurrence: analyzedLiteral,
      start: analyzedLiteral.literal.start,
    };
    if (!isReportable(analyzedLiteral) || ignores?.ignore(target, document)) return [];
    const found = byOccurrence.get(analyzedLiteral as Occurrence) ?? [];
    const suggestions = found.find((one) => one.suggestions)?.suggestions;
    // An unknown name without findings whose words imply no failure is likely something else in the project.
    if (
      found.length === 0 &&
      !(/^[A-Z]/.test(analyzedLiteral.literal.text) && hasFailureWord(analyzedLiteral.literal.text))
    )
      return [];
    const isLikely = found.some((one) => one.isLikely) ? { isLikely: true as const } : {};
    return [toUse(document, analyzedLiteral, suggestions ? { suggestions, ...isLikely } : {})];
  });
}

/** Returns whether a literal counts as an error code: it has evidence, or a hover explains it. */
export function isErrorCode(analyzedLiteral: AnalyzedLiteral): boolean {
  return (
    analyzedLiteral.literal.text !== "" &&
    (analyzedLiteral.evidence !== undefined || isHoverable(analyzedLiteral))
  );
}

/** Returns the code of a literal in the spelling of the catalog, or as it is written if the catalog has no entry. */
export function codeOf({ literal, entries }: AnalyzedLiteral): string {
  return entries[0]?.code ?? literal.text;
}

/** Returns the provider and the entry of a known code. */
function ownerOf(
  analyzedLiteral: AnalyzedLiteral,
  { project }: Analysis,
): Pick<CodeUse, "provider" | "entry"> {
  const owners = project.catalog.providersOf(codeOf(analyzedLiteral));
  // That several providers have a code indicates none of them.
  const indicated = analyzedLiteral.providers.filter(({ sign }) => sign !== "shared code");
  const likely = indicated.find(({ provider }) => owners.includes(provider))?.provider;
  const provider = likely ?? (owners.length > 1 ? anyProvider : owners[0]);
  const [entry] = analyzedLiteral.entries;
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(entry ? { entry: { provider: entry.provider, service: entry.service } } : {}),
  };
}

function toUse(document: TrackedDocument, analyzedLiteral: AnalyzedLiteral, more: Partial<CodeUse>): CodeUse {
  const range = rangeOf(document, analyzedLiteral.literal);
  const text = lineTextAt(document, range.start.line);
  // A slice would keep its whole text in memory.
  const copyOf = (part: string) => JSON.parse(JSON.stringify(part)) as string;
  return { code: copyOf(codeOf(analyzedLiteral)), range, line: copyOf(text), ...more };
}

/** Returns the text of a line, trimmed and truncated, to be shown in a list. */
export function lineTextAt({ textDocument }: TrackedDocument, line: number): string {
  const around = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return textDocument.getText(around).trim().slice(0, maximumLine);
}
