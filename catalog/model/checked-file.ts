import * as v from "valibot";
import { type Document, isMap, isNode, LineCounter, parseDocument } from "yaml";
import { type LocalizedText, localize } from "./localized-text.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * Something wrong in a file; lines and characters are zero-based, in UTF-16 units. A warning keeps nothing from
 * working; a hint says what could be left out.
 */
export interface Problem {
  path: string;
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
  severity: "error" | "warning" | "hint";
  message: LocalizedText;
}

/** The keys that lead to a part of a file, from its root. */
export type KeyPath = readonly (string | number)[];

/** A file that was read: its value, or undefined where an error keeps it from having one, and what is wrong. */
export interface CheckedFile<T> {
  value: T | undefined;
  problems: Problem[];
  /** A problem of the part that some keys lead to, or of the last key itself. */
  problem(keys: KeyPath, severity: Problem["severity"], message: LocalizedText, atKey?: boolean): Problem;
}

type Schema = v.GenericSchema<unknown, unknown>;
type Issue = v.InferIssue<v.GenericSchema> & { expected: string | null; received: string };

/** Reads YAML or JSON that has to fit a schema; `keys` are the names that a misspelled key may have meant. */
export function parseAs<S extends Schema>(
  schema: S,
  source: string,
  path: string,
  keys: readonly string[],
): CheckedFile<v.InferOutput<S>> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  };
  const report = ([from, to]: OffsetPair, severity: Problem["severity"], message: LocalizedText): Problem => {
    const end = place(Math.max(from, to));
    return { path, ...place(from), endLine: end.line, endCharacter: end.character, severity, message };
  };
  const problem: CheckedFile<unknown>["problem"] = (at, severity, message, atKey = false) =>
    report(spanOf(document, at, atKey), severity, message);
  const broken = document.errors.map(({ pos, message }) =>
    report(pos, "error", same(message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "")),
  );
  if (broken.length > 0) return { value: undefined, problems: broken, problem };
  let raw: unknown;
  try {
    // An alias bomb expands while converting; the library's own limit turns it into an error.
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const bomb = report([0, 0], "error", same((error as Error).message));
    return { value: undefined, problems: [bomb], problem };
  }
  // Validation takes unknown keys out of the value, so sentences and positions need their own.
  const given = structuredClone(raw);
  const { value, faults } = validate(schema, raw);
  const problems = faults.map((fault) => {
    const isUnknown = isUnknownKey(fault.issue);
    const isMissing = isMissingKey(fault.issue);
    const at = isMissing ? fault.keys.slice(0, -1) : fault.keys;
    return problem(at, isUnknown ? "warning" : "error", sentence(fault, given, keys), isUnknown);
  });
  return { value: value as v.InferOutput<S> | undefined, problems, problem };
}

/** A problem as one line of text: `file:line:column: message`, one-based as editors show it. */
export function formatProblem({ path, line, character, message }: Problem): string {
  return `${path}:${line + 1}:${character + 1}: ${localize(message, "en")}`;
}

/** A problem of a file as a whole. */
export function fileProblem(path: string, message: LocalizedText): Problem {
  return { path, line: 0, character: 0, endLine: 0, endCharacter: 0, severity: "error", message };
}

/** Something that the schema does not take, and the keys that lead to it. */
interface Fault {
  issue: Issue;
  keys: (string | number)[];
}

/** The value without its unknown keys, and all that is wrong. */
function validate(schema: Schema, raw: unknown): { value: unknown; faults: Fault[] } {
  const first = v.safeParse(schema, raw);
  if (first.success) return { value: first.output, faults: [] };
  const faults = first.issues.flatMap((issue) => unfold(issue as unknown as Issue, []));
  const unknown = faults.filter(({ issue }) => isUnknownKey(issue));
  const removed = unknown.filter(({ keys }) => remove(raw, keys));
  if (removed.length === 0) return { value: undefined, faults };
  const rest = validate(schema, raw);
  return { value: rest.value, faults: [...unknown, ...rest.faults] };
}

/** An issue of a union hides those of its variants, which say more where they lie deeper; their paths begin at it. */
function unfold(issue: Issue, base: Fault["keys"]): Fault[] {
  const keys = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const inner = ((issue.issues ?? []) as unknown as Issue[]).flatMap((one) => unfold(one, keys));
  const deeper = inner.filter((fault) => fault.keys.length > keys.length);
  return deeper.length > 0 ? deeper : [{ issue, keys }];
}

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === "strict_object" && expected === "never";
}

function isMissingKey({ type, received }: Issue): boolean {
  return type === "strict_object" && received === "undefined";
}

function remove(raw: unknown, keys: KeyPath): boolean {
  const last = keys.at(-1);
  const parent = valueAt(raw, keys.slice(0, -1));
  if (typeof parent !== "object" || parent === null || last === undefined || !(last in parent)) return false;
  return Reflect.deleteProperty(parent, last);
}

function valueAt(raw: unknown, keys: KeyPath): unknown {
  return keys.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    raw,
  );
}

function sentence({ issue, keys }: Fault, raw: unknown, known: readonly string[]): LocalizedText {
  const en = keys.join(".") || "The file";
  const zh = keys.join(".") || "文件";
  if (isUnknownKey(issue)) {
    const near = nearestName(String(keys.at(-1)), known);
    return {
      en: `${en}: This key is unknown.${near ? ` Did you mean '${near}'?` : ""}`,
      "zh-CN": `${zh}：未知的键。${near ? `是否应为“${near}”？` : ""}`,
    };
  }
  if (isMissingKey(issue)) return { en: `${en}: This key is missing.`, "zh-CN": `${zh}：缺少这个键。` };
  if (issue.kind === "validation") {
    const what = issue.message.replace(/^Invalid \w+: E/, "e");
    return { en: `${en}: It ${what}.`, "zh-CN": `${zh}：${demands[what] ?? what}。` };
  }
  const given = valueAt(raw, keys);
  const shown = typeof given === "object" ? issue.received : JSON.stringify(given);
  const { expected } = issue;
  return {
    en: `${en}: It must be ${wanted(expected, "en").join(" or ")}, not ${shown}.`,
    "zh-CN": `${zh}：应为${wanted(expected, "zh-CN").join("或")}，而不是 ${shown}。`,
  };
}

/** What the schemas demand, in Chinese. */
const demands: Readonly<Record<string, string>> = {
  "must be lower-case letters and digits, joined by '-'": "只能由小写字母和数字组成，以“-”连接",
  "must not be empty": "不能为空",
  "must be an https URL": "必须是 https 网址",
  "must not point outside the folder": "不能指向文件夹之外",
};

/** The library's name of a type, in words that a writer of YAML knows. */
function wanted(expected: string | null, language: "en" | "zh-CN"): string[] {
  const words: Record<string, Required<LocalizedText>> = {
    Object: { en: "a mapping", "zh-CN": "映射" },
    Array: { en: "a list", "zh-CN": "列表" },
    string: { en: "a text", "zh-CN": "文本" },
    boolean: { en: "true or false", "zh-CN": " true 或 false " },
  };
  const variants = (expected ?? "something else").replace(/[()]/g, "").split(" | ");
  return [...new Set(variants.map((one) => words[one]?.[language] ?? one))];
}

function same(message: string): LocalizedText {
  return { en: message, "zh-CN": message };
}

type OffsetPair = readonly [from: number, to: number];

/** Where the part stands that keys lead to, or the nearest around it; or its key. */
function spanOf(document: Document.Parsed, keys: KeyPath, atKey: boolean): OffsetPair {
  for (let length = keys.length; length >= 0; length--) {
    const path = keys.slice(0, length);
    if (atKey && length === keys.length) {
      const pair = pairAt(document, path);
      if (pair) return pair;
    }
    const node = document.getIn(path, true);
    // The third offset of a range includes the blanks and comments behind the node.
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  return [0, 0];
}

function pairAt(document: Document.Parsed, keys: KeyPath): OffsetPair | undefined {
  const map = document.getIn(keys.slice(0, -1), true);
  if (!isMap(map)) return undefined;
  const found = map.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === String(keys.at(-1)));
  return isNode(found?.key) && found.key.range ? [found.key.range[0], found.key.range[1]] : undefined;
}
