import distance from "damerau-levenshtein";
import * as v from "valibot";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { fileSchema, type RawFile } from "./schema.ts";

/** Something wrong in a catalog file; `line` and `character` are zero-based. A warning keeps nothing from working. */
export interface Problem {
  path: string;
  line: number;
  character: number;
  severity: "error" | "warning";
  message: string;
}

/** What a file gave: its value, or undefined where an error keeps it from having one. */
export interface Parsed {
  value: RawFile | undefined;
  problems: Problem[];
}

type Issue = v.InferIssue<typeof fileSchema>;
type Key = string | number;

/** Reads a catalog file, YAML or JSON; problems carry the position of what is wrong. */
export function parseFile(source: string, path: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const report = (offset: number, severity: Problem["severity"], message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(0, line - 1), character: Math.max(0, col - 1), severity, message };
  };
  const broken = document.errors.map(({ pos, message }) =>
    report(pos[0], "error", message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? ""),
  );
  if (broken.length > 0) return { value: undefined, problems: broken };
  let raw: unknown;
  try {
    // An alias bomb expands while converting; the library's own limit turns it into an error.
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { value: undefined, problems: [report(0, "error", (error as Error).message)] };
  }
  // Validation takes unknown keys out of the value, so sentences and positions need their own.
  const given = structuredClone(raw);
  const { value, faults } = validate(raw);
  const problems = faults.map((fault) => {
    const severity = isUnknownKey(fault.issue) ? "warning" : "error";
    return report(offsetOfFault(document, fault), severity, sentence(fault, given));
  });
  const dangling = (value ? danglingRows(value) : []).map(({ keys, table }) =>
    report(offsetOf(document, keys), "error", `${keys.join(".")}: The file has no table '${table}'.`),
  );
  problems.push(...dangling);
  return { value: dangling.length > 0 ? undefined : value, problems };
}

function danglingRows({ entries = [], tables = {} }: RawFile): { keys: Key[]; table: string }[] {
  return entries.flatMap(({ rows = [] }, entry) =>
    rows.flatMap(({ table }, row) =>
      table in tables ? [] : [{ keys: ["entries", entry, "rows", row], table }],
    ),
  );
}

/** A problem as one line of text: `file:line:column: message`, one-based as editors show it. */
export function describe(problem: Problem): string {
  return `${problem.path}:${problem.line + 1}:${problem.character + 1}: ${problem.message}`;
}

/** Something that the schema does not take, and the keys that lead to it. */
interface Fault {
  issue: Issue;
  keys: Key[];
}

/** The value without its unknown keys, and all that is wrong. */
function validate(raw: unknown): { value: RawFile | undefined; faults: Fault[] } {
  const first = v.safeParse(fileSchema, raw);
  if (first.success) return { value: first.output, faults: [] };
  const faults = first.issues.flatMap((issue) => unfold(issue, []));
  const unknown = faults.filter(({ issue }) => isUnknownKey(issue));
  const removed = unknown.filter(({ keys }) => remove(raw, keys));
  if (removed.length === 0) return { value: undefined, faults };
  const rest = validate(raw);
  return { value: rest.value, faults: [...unknown, ...rest.faults] };
}

/** An issue of a union hides those of its variants, which say more where they lie deeper; their paths begin at it. */
function unfold(issue: Issue, base: Key[]): Fault[] {
  const keys = [...base, ...(issue.path ?? []).map((item) => item.key as Key)];
  const inner = ((issue.issues ?? []) as unknown as Issue[]).flatMap((one) => unfold(one, keys));
  const deeper = inner.filter((fault) => fault.keys.length > keys.length);
  return deeper.length > 0 ? deeper : [{ issue, keys }];
}

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === "strict_object" && expected === "never";
}

function remove(raw: unknown, keys: Key[]): boolean {
  const last = keys.at(-1);
  const parent = valueAt(raw, keys.slice(0, -1));
  if (typeof parent !== "object" || parent === null || last === undefined || !(last in parent)) return false;
  return Reflect.deleteProperty(parent, last);
}

function valueAt(raw: unknown, keys: Key[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Record<Key, unknown> | undefined)?.[key], raw);
}

function sentence({ issue, keys }: Fault, raw: unknown): string {
  const name = keys.join(".") || "The file";
  if (isUnknownKey(issue)) return `${name}: This key is unknown.${nearestKey(String(keys.at(-1)))}`;
  if (issue.type === "strict_object" && issue.received === "undefined")
    return `${name}: This key is missing.`;
  if (issue.kind === "validation") return `${name}: It ${issue.message.replace(/^Invalid \w+: E/, "e")}.`;
  const given = valueAt(raw, keys);
  const shown = typeof given === "object" ? issue.received : JSON.stringify(given);
  return `${name}: It must be ${wanted(issue.expected)}, not ${shown}.`;
}

/** The library's name of a type, in words that a writer of YAML knows. */
function wanted(expected: string | null): string {
  const words: Record<string, string> = { Object: "a mapping", Array: "a list", string: "a text" };
  const variants = (expected ?? "something else").replace(/[()]/g, "").split(" | ");
  return [...new Set(variants.map((one) => words[one] ?? one))].join(" or ");
}

const knownKeys = [
  ...Object.keys(fileSchema.entries),
  ..."code concept summary httpStatus messages rows kind retry cause fix officialMisspelling deprecated".split(
    " ",
  ),
  ..."id aliases links sharedFamilies looseSpelling imports hosts responses table document section date url".split(
    " ",
  ),
];

function nearestKey(key: string): string {
  const near = knownKeys.map((known) => ({ known, steps: distance(key, known).steps }));
  const [best] = near.sort((a, b) => a.steps - b.steps);
  return best && best.steps <= 2 ? ` Did you mean '${best.known}'?` : "";
}

function offsetOfFault(document: Document.Parsed, { issue, keys }: Fault): number {
  const isMissing = issue.type === "strict_object" && issue.received === "undefined";
  return offsetOf(document, isMissing ? keys.slice(0, -1) : keys);
}

function offsetOf(document: Document.Parsed, keys: Key[]): number {
  for (let length = keys.length; length >= 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
