import type { Span } from "../documents/span.ts";
import { Blocks } from "./yaml-blocks.ts";

// The mappings of a YAML or JSON document that name a provider, read from the text alone: a scan parses only parts of a
// document, and both must see the same.

/** What a pair names a provider by: an address, a key for providers, or a mere name. */
type PairKind = "address" | "provider" | "name";

/** A pair of a key and a scalar that may name a provider, or a key that may name what is below it. */
export interface Pair {
  kind: PairKind;
  /** The scalar, or the key if the pair has a mapping or list as its value. */
  text: string;
  /** The offset of the key, in UTF-16 units. */
  index: number;
  /** The offset behind the colon, if the value is a mapping or list. */
  below?: number;
}

const keys: Record<PairKind, string> = {
  address: String.raw`[\w-]*(?:endpoint|host(?:name)?|domain|ur[il])s?`,
  provider: String.raw`(?:[\w-]*[_-])?(?:cloud|vendor|provider)(?:[_-]?(?:name|id|type))?|\w+(?:Cloud|Vendor|Provider)(?:Name|Id|Type)?`,
  name: "name|id|platform",
};
const kinds = Object.keys(keys) as PairKind[];
const scalarPair = new RegExp(
  String.raw`(?<![\w.-])(?<quote>["']?)(?:${kinds.map((kind) => `(?<${kind}>${keys[kind]})`).join("|")})\k<quote>\s*:[ \t]*["']?(?<text>[^\s"'#,{}\[\]&*|>][^"'\n,{}\[\]]*)`,
  "gi",
);
const keyAbove = /(?<![\w.-])(?<quote>["']?)(?<text>[\w-]+)\k<quote>\s*:(?=[ \t]*(?:#.*)?\r?\n|\s*[{[])/g;

/** The maximum length of a document in UTF-16 units: longer ones are data rather than configuration. */
const maximumLength = 300_000;
/** The maximum length of a scalar that names a provider: longer ones are sentences, except in addresses. */
const maximumName = 60;

/**
 * Returns the values that `signOf` returns for pairs of a document, each with the span in which the pair applies, the
 * innermost span first: the mapping around the pair or, if its key stands above a mapping or list, that.
 */
export function pairsIn<T>(
  text: string,
  format: "yaml" | "json",
  signOf: (pair: Pair) => T | undefined,
): (Span & { value: T })[] {
  if (text.length > maximumLength) return [];
  const values = new Map<Pair, T>();
  for (const pair of candidatePairs(text)) {
    const value = signOf(pair);
    if (value !== undefined) values.set(pair, value);
  }
  if (values.size === 0) return [];
  const brackets = new Brackets(text, [...values.keys()], format);
  const blocks = format === "yaml" ? new Blocks(text) : undefined;
  return [...values]
    .flatMap(([pair, value]) => {
      const span = brackets.spanOf(pair) ?? blocks?.spanOf(pair);
      return span ? [{ ...span, value }] : [];
    })
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

function candidatePairs(text: string): Pair[] {
  const scalars = [...text.matchAll(scalarPair)].map(({ index, groups = {} }): Pair => {
    const kind = kinds.find((one) => groups[one] !== undefined) ?? "name";
    return { kind, text: (groups.text ?? "").trim(), index };
  });
  const above = [...text.matchAll(keyAbove)].map(({ 0: source, index, groups = {} }): Pair => {
    return { kind: "name", text: groups.text ?? "", index, below: index + source.length };
  });
  return [...scalars, ...above].filter((pair) => pair.kind === "address" || pair.text.length <= maximumName);
}

/** What can begin outside of strings and comments: a bracket, a string or a comment, by the format. */
const beginnings = {
  json: /["{}[\]]|\/[/*]/g,
  yaml: /["'{}[\]]|(?<=^|\s)#/gm,
};

/** The rest of a string or comment, by what it begins with; a string ends on its line. */
const rests: Readonly<Record<string, RegExp>> = {
  '"': /(?:[^"\\\n]|\\.)*"/y,
  "'": /(?:[^'\n]|'')*'/y,
  "//": /.*/y,
  "/*": /[\s\S]*?\*\//y,
  "#": /.*/y,
};

/** Yields the brackets outside of strings and comments, with their offsets. */
function* bracketsIn(text: string, format: "yaml" | "json"): Generator<{ bracket: string; index: number }> {
  const pattern = new RegExp(beginnings[format]);
  /** The offset up to which no string or comment of each kind is closed. */
  const unclosed = new Map<string, number>();
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const { 0: begin, index } = found;
    const rest = rests[begin];
    if (!rest) yield { bracket: begin, index };
    if (!rest || index < (unclosed.get(begin) ?? 0)) continue;
    rest.lastIndex = pattern.lastIndex;
    if (rest.test(text)) pattern.lastIndex = rest.lastIndex;
    // Behind a double quote that is not closed, those up to the end of the line are escaped, so none begins a string.
    else if (begin !== "'") unclosed.set(begin, begin === "/*" ? text.length : endOfLine(text, index));
  }
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** The brackets of a text, and which of them are around the pairs. */
class Brackets {
  readonly #text: string;
  /** By the offset of the opening bracket. */
  readonly #spans = new Map<number, Span>();
  /** The offset of the innermost opening bracket around each pair. */
  readonly #around = new Map<Pair, number>();

  constructor(text: string, pairs: readonly Pair[], format: "yaml" | "json") {
    this.#text = text;
    const sorted = pairs.toSorted((a, b) => a.index - b.index);
    const open: number[] = [];
    let next = 0;
    for (const { bracket, index } of bracketsIn(text, format)) {
      for (let pair = sorted[next]; pair && pair.index <= index; pair = sorted[++next]) {
        const around = open.at(-1);
        if (around !== undefined) this.#around.set(pair, around);
      }
      if (bracket === "{" || bracket === "[") open.push(index);
      else if (bracket === "}" || bracket === "]") {
        const start = open.pop();
        if (start !== undefined) this.#spans.set(start, { start, end: index + 1 });
      }
    }
  }

  /** Returns the braces around a pair, or the brackets that are its value; undefined if there are none. */
  spanOf(pair: Pair): Span | undefined {
    if (pair.below !== undefined)
      return this.#spans.get(pair.below + this.#text.slice(pair.below).search(/\S/));
    const around = this.#around.get(pair);
    return around !== undefined && this.#text[around] === "{" ? this.#spans.get(around) : undefined;
  }
}
