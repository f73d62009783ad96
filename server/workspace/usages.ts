import type { Range } from "vscode-languageserver";
import { soundsLikeFailure } from "../../catalog/model/failure-words.ts";
import type { Analysis, Belief } from "../analysis/analysis.ts";
import { isShown } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { normal } from "../documents/uris.ts";
import type { EntryKey } from "../protocol/index.ts";
import { findingsOf, type Severities } from "../rules/findings.ts";
import { ignoresIn, isSilenced } from "../rules/ignores.ts";

/** In place of a provider: nothing tells which of several is meant. */
export const anyProvider = "*";

/** Longer lines are cut. */
const maximumLine = 200;

/** A literal of a file that is believed to be an error code. */
export interface Use {
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
export class Usages {
  /** Whether all files were read. */
  scanned = false;
  #files = new Map<string, readonly Use[]>();
  readonly #listeners: (() => void)[] = [];

  /** Tells, each time, that something changed. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** All files in which something stands, in their order. */
  get files(): ReadonlyMap<string, readonly Use[]> {
    return this.#files;
  }

  /** What stands in one file now. */
  set(uri: string, uses: readonly Use[]): void {
    const key = normal(uri);
    if (uses.length > 0) this.#files.set(key, uses);
    else if (!this.#files.delete(key)) return;
    this.#changed();
  }

  /** Takes what a scan found in place of all that was known. */
  replace(files: ReadonlyMap<string, readonly Use[]>): void {
    this.#files = new Map([...files].map(([uri, uses]) => [normal(uri), uses]));
    this.scanned = true;
    this.#changed();
  }

  /** Lets go of a file or folder that is no more. */
  delete(uri: string): void {
    const key = normal(uri);
    const gone = [...this.#files.keys()].filter((one) => one === key || one.startsWith(`${key}/`));
    for (const one of gone) this.#files.delete(one);
    if (gone.length > 0) this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A text without a match does not hold the code, however its provider's SDKs spell it. */
export function mentionOf(code: string): RegExp {
  const parts = code.split(/[._-]/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(parts.join("[._-]"), "i");
}

/** The codes that stand in a document; `overrides` are the severities of the settings. */
export function usesIn(source: TrackedDocument, analysis: Analysis, overrides?: Severities): Use[] {
  const { domain, beliefs } = analysis;
  const codes = beliefs.filter(isCode);
  const isDoubtful = ({ known, literal }: Belief) => !known && !domain.ignoresCode(literal.text);
  const doubtful = codes.filter(isDoubtful);
  const ignores = doubtful.length > 0 ? ignoresIn(source, analysis) : [];
  const findings = doubtful.length > 0 ? findingsOf(source, analysis, overrides) : [];
  return codes.flatMap((belief): Use[] => {
    if (belief.known) return [toUse(source, belief, ownerOf(belief, analysis))];
    const { start, end } = belief.literal;
    const asked = { rule: "unknown-code", severity: "hint", message: {}, belief, start, end } as const;
    if (!isDoubtful(belief) || isSilenced(asked, source, ignores)) return [];
    const found = findings.filter((one) => one.belief === belief);
    const suggestions = found.find((one) => one.suggestions)?.suggestions;
    // A name that no rule speaks of, and that does not sound like one, is some other word of the project's.
    if (found.length === 0 && !(/^[A-Z]/.test(belief.literal.text) && soundsLikeFailure(belief.literal.text)))
      return [];
    return [toUse(source, belief, suggestions ? { suggestions } : {})];
  });
}

/** Whether a literal counts as an error code: by evidence, or by its shape where the catalog has it. */
export function isCode(belief: Belief): boolean {
  return belief.literal.text !== "" && (belief.evidence !== undefined || isShown(belief));
}

/** The code of a literal as the catalog spells it. */
export function codeOf({ literal, entries }: Belief): string {
  return entries[0]?.code ?? literal.text;
}

function ownerOf(belief: Belief, { domain }: Analysis): Pick<Use, "provider" | "entry"> {
  const owners = domain.catalog.owners(codeOf(belief));
  // That it is a code of several providers speaks for none of them.
  const others = belief.providers.filter(({ sign }) => sign !== "shared code");
  const meant = others.find(({ provider }) => owners.includes(provider))?.provider;
  const provider = meant ?? (owners.length > 1 ? anyProvider : owners[0]);
  const [entry] = belief.entries;
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(entry ? { entry: { provider: entry.provider, service: entry.service } } : {}),
  };
}

function toUse(source: TrackedDocument, belief: Belief, more: Partial<Use>): Use {
  const range = rangeOf(source, belief.literal);
  const { line } = range.start;
  const around = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  const text = source.document.getText(around).trim().slice(0, maximumLine);
  // A slice would hold the whole text that it was taken out of.
  const own = (part: string) => JSON.parse(JSON.stringify(part)) as string;
  return { code: own(codeOf(belief)), range, line: own(text), ...more };
}
