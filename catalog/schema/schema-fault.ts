import type * as v from "valibot";
import type { Language, LocalizedText } from "../text/localized-text.ts";
import { nameInMessage } from "../text/name-in-message.ts";
import { nearestName } from "../text/nearest-name.ts";

/** The keys that lead from the root of a file to one of its parts. */
export type KeyPath = readonly (string | number)[];

/** What the validation library reports. */
export type Issue = v.InferIssue<v.GenericSchema> & {
  expected: string | null;
  received: string;
  requirement?: unknown;
};

/** An issue that the schema reports, and the keys that lead to it. */
export interface Fault {
  issue: Issue;
  keys: (string | number)[];
}

/** Whether an issue is a key that the schema requires. */
export function isMissingKey({ type, received }: Issue): boolean {
  return type === "strict_object" && received === "undefined";
}

/** Returns the part of a value that keys lead to; undefined if there is none. */
function valueAt(raw: unknown, keys: KeyPath): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    raw,
  );
}

/** Returns the keys that lead to a part of a file as a text. */
function pathOf(keys: KeyPath): string {
  return keys.map((key) => nameInMessage(String(key))).join(".");
}

/** Returns the message about a key that the schema does not have, as a sentence; `suggestion` is what may be meant. */
export function unknownKeyMessage(keys: KeyPath, suggestion: string | undefined): LocalizedText {
  const path = pathOf(keys);
  return {
    en: `${path}: This key is unknown.${suggestion ? ` Did you mean '${suggestion}'?` : ""}`,
    "zh-CN": `${path}：未知的键。${suggestion ? `是否应为“${suggestion}”？` : ""}`,
  };
}

/**
 * Returns the message of a fault, as a sentence; `raw` is the value of the file, or undefined if nothing in it may be
 * quoted. It quotes names of keys, and of values only numbers: the file may be none of ours and hold secrets.
 */
export function messageOf({ issue, keys }: Fault, raw: unknown): LocalizedText {
  const path = pathOf(keys);
  const en = path || "The file";
  const zh = path || "文件";
  if (isMissingKey(issue)) return { en: `${en}: This key is missing.`, "zh-CN": `${zh}：缺少这个键。` };
  const value = valueAt(raw, keys);
  if (issue.kind === "validation") {
    const requirement = requirementOf(issue, value);
    return { en: `${en}: It ${requirement.en}.`, "zh-CN": `${zh}：${requirement["zh-CN"]}。` };
  }
  const expected = { en: typeNames(issue.expected, "en"), zh: typeNames(issue.expected, "zh-CN") };
  const isOfExpectedTexts = expected.en.some((name) => name.startsWith('"')) && typeof value === "string";
  // Which text stands there is not quoted, and that it is one is no fault.
  const received = isOfExpectedTexts ? { en: "", "zh-CN": "" } : receivedNames(issue.received, value);
  return {
    en: `${en}: It must be ${expected.en.join(" or ")}${received.en}.`,
    "zh-CN": `${zh}：应为${expected.zh.join("或").trimEnd()}${received["zh-CN"]}。`,
  };
}

/** Returns whether a value has no key that only another kind of file has, apart from misspelled ones. */
export function isOfKnownKeys(raw: unknown, known: readonly string[]): boolean {
  const isKnown = (key: string) => known.includes(key) || nearestName(key, known) !== undefined;
  return typeof raw === "object" && raw !== null && Object.keys(raw).every(isKnown);
}

/** Returns what stands in place of what is expected, as the rest of a sentence; empty for what must not be quoted. */
function receivedNames(received: string, value: unknown): Record<Language, string> {
  const isQuoted = typeof value === "number" || typeof value === "boolean" || received === "null";
  const type = /^".*"$/s.test(received) ? "string" : received;
  const name = { en: typeNames(type, "en")[0] ?? "", "zh-CN": typeNames(type, "zh-CN")[0]?.trim() ?? "" };
  if (isQuoted) return { en: `, not ${received}`, "zh-CN": `，而不是 ${received}` };
  const isType = ["Object", "Array", "string"].includes(type);
  return isType ? { en: `, not ${name.en}`, "zh-CN": `，而不是${name["zh-CN"]}` } : { en: "", "zh-CN": "" };
}

/** Returns the requirement that a value does not satisfy, as the rest of a sentence. */
function requirementOf({ type, requirement, message }: Issue, value: unknown): Record<Language, string> {
  const [not, now] = value === undefined ? ["", ""] : [`, not ${value}`, `，现为 ${value}`];
  switch (type) {
    case "integer":
      return {
        en: `must be a whole number${not}`,
        "zh-CN": `应为整数${value === undefined ? "" : `，而不是 ${value}`}`,
      };
    case "min_value":
      return { en: `must be at least ${requirement}${not}`, "zh-CN": `不能小于 ${requirement}${now}` };
    case "max_value":
      return { en: `must be at most ${requirement}${not}`, "zh-CN": `不能大于 ${requirement}${now}` };
    case "max_length": {
      const length = typeof value === "string" ? value.length : undefined;
      return {
        en: `must have at most ${requirement} characters${length ? `, not ${length}` : ""}`,
        "zh-CN": `不能超过 ${requirement} 个字符${length ? `，现有 ${length} 个` : ""}`,
      };
    }
    default:
      return { en: message, "zh-CN": chineseRequirements[message] ?? message };
  }
}

/** The Chinese text of each requirement that the schemas state. */
const chineseRequirements: Readonly<Record<string, string>> = {
  "must be lower-case letters and digits, joined by '-'": "只能由小写字母和数字组成，以“-”连接",
  "must not be empty": "不能为空",
  "must be an https URL": "必须是 https 网址",
  "must not point outside the folder": "不能指向文件夹之外",
};

/** Translates the validation library's expected type into names that an author of YAML knows, one for each variant. */
function typeNames(expected: string | null, language: "en" | "zh-CN"): string[] {
  const names: Record<string, Record<Language, string>> = {
    Object: { en: "a mapping", "zh-CN": "映射" },
    Array: { en: "a list", "zh-CN": "列表" },
    string: { en: "a string", "zh-CN": "字符串" },
    number: { en: "a number", "zh-CN": "数字" },
    boolean: { en: "true or false", "zh-CN": " true 或 false " },
  };
  const variants = (expected ?? "something else").replace(/[()]/g, "").split(" | ");
  return [
    ...new Set(variants.map((one) => names[one]?.[language] ?? (language === "en" ? one : ` ${one} `))),
  ];
}
