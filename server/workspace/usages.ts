import type { Range } from "vscode-languageserver";
import { soundsLikeFailure } from "../../catalog/model/failure-words.ts";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { isHoverable } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { normalizeUri } from "../documents/uris.ts";
import type { EntryKey } from "../protocol/index.ts";
import { findingsOf, type Severities } from "../rules/findings.ts";
import { ignoresIn, isIgnored } from "../rules/ignores.ts";

/** In place of a provider: nothing tells which of several is meant. */
export const anyProvider = "*";

/** Longer lines are cut. */
const maximumLine = 200;

/** A literal of a file that is believed to be an error code. */
export interface CodeUse {
  /** As the catalog spells it; as it is written where no provider has it. */
  code: string;
  range: Range;
  /** The line around it, without blanks at its ends. */
  line: string;
  /** Whose it is here, {@link anyProvider} where it can be of several; undefined where no provider has it. */
  provider?: string;
  /** What it most likely is; undefined where the code is not explained. */
  entry?: Pick<EntryKey, "provider" | "service">;
  /** What may have been meant, where that is near. */
  suggestions?: string[];
}

/** The codes in files of the workspace as they are on the disk, by file. */
export class UsageIndex {
  /** Whether all files were read. */
  scanned = false;
  #files = new Map<string, readonly CodeUse[]>();
  readonly #listeners: (() => void)[] = [];

  /** Tells, each time, that something changed. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** All files in which something stands, in their order. */
  get files(): ReadonlyMap<string, readonly CodeUse[]> {
    return this.#files;
  }

  /** What stands in one file now. */
  set(uri: string, uses: readonly CodeUse[]): void {
    const key = normalizeUri(uri);
    if (uses.length > 0) this.#files.set(key, uses);
    else if (!this.#files.delete(key)) return;
    this.#changed();
  }

  /** Takes what a scan found in place of all that was known. */
  replace(files: ReadonlyMap<string, readonly CodeUse[]>): void {
    this.#files = new Map([...files].map(([uri, uses]) => [normalizeUri(uri), uses]));
    this.scanned = true;
    this.#changed();
  }

  /** Lets go of a file or folder that is no more. */
  delete(uri: string): void {
    const key = normalizeUri(uri);
    const gone = [...this.#files.keys()].filter((one) => one === key || one.startsWith(`${key}/`));
    for (const one of gone) this.#files.delete(one);
    if (gone.length > 0) this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A text without a match does not hold the code, however its provider's SDKs spell it. */
export function mentionPattern(code: string): RegExp {
  const parts = code.split(/[._-]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(parts.join("[._-]"), "i");
}

/** The codes that stand in a document; `overrides` are the severities of the settings. */
export function usesIn(document: TrackedDocument, analysis: Analysis, overrides?: Severities): CodeUse[] {
  const { project, literals } = analysis;
  const codes = literals.filter(isCode);
  const isDoubtful = ({ isKnown, literal }: AnalyzedLiteral) =>
    !isKnown && !project.ignoresCode(literal.text);
  const doubtful = codes.filter(isDoubtful);
  const ignores = doubtful.length > 0 ? ignoresIn(document, analysis) : [];
  const findings = doubtful.length > 0 ? findingsOf(document, analysis, overrides) : [];
  return codes.flatMap((analyzedLiteral): CodeUse[] => {
    if (analyzedLiteral.isKnown)
      return [toUse(document, analyzedLiteral, ownerOf(analyzedLiteral, analysis))];
    const unknown = { rule: "unknown-code", occurrence: analyzedLiteral, start: analyzedLiteral.literal.start };
    if (!isDoubtful(analyzedLiteral) || isIgnored(unknown, document, ignores)) return [];
    const found = findings.filter((one) => one.occurrence === analyzedLiteral);
    const suggestions = found.find((one) => one.suggestions)?.suggestions;
    // A name that no rule speaks of, and that does not sound like one, is some other word of the project's.
    if (
      found.length === 0 &&
      !(/^[A-Z]/.test(analyzedLiteral.literal.text) && soundsLikeFailure(analyzedLiteral.literal.text))
    )
      return [];
    return [toUse(document, analyzedLiteral, suggestions ? { suggestions } : {})];
  });
}

/** Whether a literal counts as an error code: by evidence, or by its shape where the catalog has it. */
export function isCode(analyzedLiteral: AnalyzedLiteral): boolean {
  return (
    analyzedLiteral.literal.text !== "" &&
    (analyzedLiteral.evidence !== undefined || isHoverable(analyzedLiteral))
  );
}

/** The code of a literal as the catalog spells it. */
export function codeOf({ literal, entries }: AnalyzedLiteral): string {
  return entries[0]?.code ?? literal.text;
}

function ownerOf(
  analyzedLiteral: AnalyzedLiteral,
  { project }: Analysis,
): Pick<CodeUse, "provider" | "entry"> {
  const owners = project.catalog.owners(codeOf(analyzedLiteral));
  // That it is a code of several providers speaks for none of them.
  const others = analyzedLiteral.providers.filter(({ sign }) => sign !== "shared code");
  const meant = others.find(({ provider }) => owners.includes(provider))?.provider;
  const provider = meant ?? (owners.length > 1 ? anyProvider : owners[0]);
  const [entry] = analyzedLiteral.entries;
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(entry ? { entry: { provider: entry.provider, service: entry.service } } : {}),
  };
}

function toUse(document: TrackedDocument, analyzedLiteral: AnalyzedLiteral, more: Partial<CodeUse>): CodeUse {
  const range = rangeOf(document, analyzedLiteral.literal);
  const { line } = range.start;
  const around = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  const text = document.textDocument.getText(around).trim().slice(0, maximumLine);
  // A slice would hold the whole text that it was taken out of.
  const own = (part: string) => JSON.parse(JSON.stringify(part)) as string;
  return { code: own(codeOf(analyzedLiteral)), range, line: own(text), ...more };
}
