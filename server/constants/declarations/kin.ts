import { codeLikeness } from "../../../catalog/importers/cells.ts";
import type { SourceMember } from "../../../catalog/importers/source-group.ts";
import { namesErrors } from "../../../catalog/importers/source-tables.ts";
import type { Scope } from "./declared.ts";
import type { SourceText } from "./source-text.ts";

/** Types that say nothing of what a constant is for. */
const plainType =
  /^(?:\W*(?:const|static|str|string|String|int|Integer|Long|long|i32|u32|u16|i64|number|any|Final|uint\d*|int\d*)\W*)*$/;

/** How many constants that are all set to codes are a list of these. */
const leastOfList = 10;

/** Divides the constants of a class, block or file into those that are of one kind: by what they are set to and called. */
export function kinOf(
  members: readonly SourceMember[],
  { name, kind }: Scope,
  fileName: string,
): SourceMember[][] {
  const coded = members.filter(({ values }) => codeLikeness(values.get("value")?.text ?? "") === 1);
  const isList = members.length >= leastOfList && coded.length >= members.length * 0.9;
  const isAboutErrors =
    isList || namesErrors(name) || (kind !== "class" && namesErrors(fileName)) || kind === "block";
  const keyOf = (member: SourceMember) =>
    `${shapeOf(member)} ${isAboutErrors || shapeOf(member) === "record" ? "" : familyOf(member)}`;
  // What is set to an empty text stands for nothing.
  const set = members.filter(({ values }) => values.size !== 1 || values.get("value")?.text !== "");
  return [...Map.groupBy(set, keyOf).values()];
}

/** Returns what a constant is set to: a number, a code, a text, or a record with certain fields. */
function shapeOf({ values, type }: SourceMember): string {
  const only = values.get("value");
  if (!only) return `record ${/[\p{L}\p{N}_]*$/u.exec(type)?.[0] ?? ""}`;
  if (/^[+-]?(?:\d+|0x[\da-f]+)$/i.test(only.text)) return "number";
  return codeLikeness(only.text) > 0 ? "code" : "text";
}

/** Returns the type of a constant, else the first word of its name. */
function familyOf({ type, name }: SourceMember): string {
  if (!plainType.test(type)) return type;
  const text = name?.text ?? "";
  return /^(?:[A-Z]?[a-z]+|[A-Z]+(?![a-z]))/.exec(text)?.[0].toLowerCase() ?? text;
}

/** Numbers the members of an enum that have no value, from the ones before them, in languages that do. */
export function numberMembers({ form }: SourceText, { declared }: Scope): void {
  if (!declared.some(({ value }) => value.kind === "number")) return;
  if (declared.some(({ value }) => value.kind === "text" || value.kind === "items") || form.isIndented)
    return;
  let next = 0;
  for (const member of declared) {
    const { name, value } = member;
    if (value.kind === "number") next = value.value + 1;
    else if (value.kind === "other" && name && member.isBare) {
      member.value = { kind: "number", value: next, cell: { ...name, text: String(next) } };
      next++;
    }
  }
}
