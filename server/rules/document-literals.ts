import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { namesCode, namesErrorName } from "../evidence/names.ts";
import type { RelationKind } from "../syntax/literal.ts";

/** What rules ask about the other literals of a document, for each text: a rule asks once for each of its literals. */
interface SameText {
  /** The literals with this text that have evidence, in text order. */
  occurrences: AnalyzedLiteral[];
  /** The lists and switches, and the chains of conditions, that have an occurrence with this text. */
  groups: Set<object>;
  /** Whether a constant is named for this text. */
  isConstant: boolean;
  /** Whether the code of an error, or its name or text, is compared with this text. */
  isComparedAsCode: boolean;
  /** Whether this text is searched for. */
  isContained: boolean;
}

/** The literals of one version of a document, indexed for the rules. */
export class DocumentLiterals {
  static readonly #cached = new WeakMap<Analysis, DocumentLiterals>();
  readonly #byText = new Map<string, SameText>();
  /** The texts of all literals in ascending order of UTF-16 units; sorted on first use. */
  #sortedTexts: string[] | undefined;
  /** The subjects of lists that have a sentence as a member. */
  readonly #listsOfTexts = new Set<string>();

  private constructor({ literals }: Analysis) {
    for (const one of literals) this.#add(one);
  }

  static of(analysis: Analysis): DocumentLiterals {
    let literals = DocumentLiterals.#cached.get(analysis);
    if (!literals) {
      literals = new DocumentLiterals(analysis);
      DocumentLiterals.#cached.set(analysis, literals);
    }
    return literals;
  }

  #add(one: AnalyzedLiteral): void {
    const { literal, evidence } = one;
    const { text, relations, syntax } = literal;
    const same = this.#byText.get(text) ?? emptyText();
    this.#byText.set(text, same);
    same.isContained ||= relations.some(({ kind }) => kind === "contained");
    if (/\S\s+\S/.test(text))
      for (const { kind, subject } of relations) if (kind === "listed") this.#listsOfTexts.add(subject);
    if (!evidence) return;
    same.occurrences.push(one);
    if (syntax?.group) same.groups.add(syntax.group);
    if (syntax?.branch) same.groups.add(syntax.branch.chain);
    same.isConstant ||= evidence.kind === "constant";
    same.isComparedAsCode ||=
      codeTests.has(evidence.kind) && (namesCode(evidence.subject) || namesErrorName(evidence.subject));
  }

  /** Returns the literals with a text that have evidence, in text order. */
  occurrencesOf(text: string): readonly AnalyzedLiteral[] {
    return this.#byText.get(text)?.occurrences ?? [];
  }

  /** Returns whether an occurrence with a text is in a list or switch, or in a chain of conditions. */
  isIn(text: string, groupOrChain: object | undefined): boolean {
    return groupOrChain !== undefined && this.#byText.get(text)?.groups.has(groupOrChain) === true;
  }

  /** Returns whether a constant is named for a text. */
  isConstant(text: string): boolean {
    return this.#byText.get(text)?.isConstant === true;
  }

  /** Returns whether the code of an error, or its name, is compared with a text. */
  isComparedAsCode(text: string): boolean {
    return this.#byText.get(text)?.isComparedAsCode === true;
  }

  /** Returns whether a text is searched for. */
  isContained(text: string): boolean {
    return this.#byText.get(text)?.isContained === true;
  }

  /** Returns whether any literal begins with a text. */
  hasPrefix(prefix: string): boolean {
    this.#sortedTexts ??= [...this.#byText.keys()].sort();
    let [low, high] = [0, this.#sortedTexts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sortedTexts[middle] ?? "") < prefix) low = middle + 1;
      else high = middle;
    }
    return this.#sortedTexts[low]?.startsWith(prefix) === true;
  }

  /** Returns whether a list with this subject has a sentence as a member. */
  isListOfTexts(subject: string): boolean {
    return this.#listsOfTexts.has(subject);
  }
}

/** The kinds of evidence by which a text is compared with something. */
const codeTests: ReadonlySet<RelationKind> = new Set<RelationKind>(["compared", "case", "contained"]);

function emptyText(): SameText {
  return {
    occurrences: [],
    groups: new Set(),
    isConstant: false,
    isComparedAsCode: false,
    isContained: false,
  };
}
