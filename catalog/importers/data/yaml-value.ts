import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { syntaxErrorMessage } from "../../schema/syntax-errors.ts";
import { parseYaml } from "../../schema/yaml-document.ts";
import type { DocumentProblem } from "../formats/document-format.ts";
import type { Cell } from "../table.ts";
import type { Value } from "./value.ts";

/** Reads YAML or JSON. A text with an error of syntax gives what stands before it. */
export function yamlValue(text: string): { value: Value | undefined; problems: DocumentProblem[] } {
  const document = parseYaml(text);
  const problems = document.errors
    .filter(({ code }) => code !== "DUPLICATE_KEY")
    .slice(0, maximumProblems)
    .map((error) => ({ start: error.pos[0], reason: syntaxErrorMessage(error) }));
  const end = problems.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
  return { value: before(toValue(document.contents), end), problems };
}

/** Returns what of a value ends before an offset, at which the syntax is broken: what is read behind it is anything. */
function before(value: Value | undefined, end: number): Value | undefined {
  if (!value || value.end <= end) return value;
  if (value.kind === "scalar") return undefined;
  if (value.kind === "list")
    return { ...value, items: value.items.flatMap((item) => before(item, end) ?? []) };
  const pairs = value.pairs.flatMap(({ key, value: stated }) => {
    const kept = before(stated, end);
    return kept ? [{ key, value: kept }] : [];
  });
  return { ...value, pairs };
}

/** What follows the first errors of syntax follows from them. */
const maximumProblems = 3;

/** Converts a node. Aliases are left out: what they stand for is read where it stands. */
function toValue(node: unknown): Value | undefined {
  if (isScalar(node)) return { kind: "scalar", ...cellOf(node) };
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => toValue(item) ?? []);
    return { kind: "list", items, ...rangeOf(node) };
  }
  if (!isMap(node)) return undefined;
  const pairs = node.items.flatMap(({ key, value }) => {
    const converted = toValue(value);
    return isScalar(key) && converted ? [{ key: cellOf(key), value: converted }] : [];
  });
  return { kind: "map", pairs, ...rangeOf(node) };
}

function cellOf(node: Node & { value: unknown; source?: string }): Cell {
  const isText = typeof node.value === "string";
  // A number is the code that is written: `007`, `1e3`.
  const text = isText
    ? (node.value as string)
    : node.value === null
      ? ""
      : (node.source ?? String(node.value));
  return { text: text.trim(), ...rangeOf(node) };
}

function rangeOf(node: Node): { start: number; end: number } {
  if (isAlias(node)) return { start: 0, end: 0 };
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}
