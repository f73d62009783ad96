import { codeLikeness } from "../../../catalog/importers/cells.ts";
import { roleOf } from "../../../catalog/importers/columns.ts";
import type { Expression } from "./expression.ts";

type Items = Expression & { kind: "items" };

/** Functions that return the collection that they are called with. */
const wrappers =
  /(?:\bsets?\.New|setOf|listOf|arrayOf|asList|freeze|Map|Set|define\w*|create\w*|make\w*|dict|array|Object|const\w*|enum\w*|list|of)$/i;

/** Returns the items of a value; those of a call of nothing but items are the items themselves. */
export function unwrapped(value: Expression): Items | undefined {
  if (value.kind !== "items") return undefined;
  const [only] = value.items;
  if (value.items.length !== 1 || !only || only.label || value.bracket !== "(") return value;
  return only.value.kind === "items" && wrappers.test(value.callee) ? only.value : value;
}

/** Whether items are things of the same kind, such as errors, rather than what is said of one. */
export function isCollection({ items, callee, bracket }: Items): boolean {
  if (items.length === 0) return false;
  const isCall = bracket === "(" && callee !== "" && !wrappers.test(callee);
  if (isCall) return false;
  if (/^map\[|\]$/.test(callee.trim())) return true;
  const labelled = items.filter(({ label }) => label);
  if (labelled.length === 0) return items.length > 1 && areAlike(items.map(({ value }) => value));
  if (labelled.length < items.length * 0.6) return false;
  if (labelled.some(({ isReference }) => isReference)) return true;
  const nested = labelled.filter(({ value }) => value.kind === "items").length;
  const roles = new Set(
    labelled.map(({ label }) => roleOf(label?.text ?? "")).filter((role) => role && role !== "other"),
  );
  const hasRoles = roles.size >= 2 || (roles.size === 1 && labelled.length <= 3);
  // What is said of one error has other names than errors have.
  return nested * 2 >= labelled.length
    ? !(hasRoles && nested < labelled.length)
    : !hasRoles && labelled.length > 1;
}

/** Whether items without labels are alike: all of them records, or all of them codes. */
function areAlike(values: readonly Expression[]): boolean {
  if (values.every(({ kind }) => kind === "items")) return true;
  const codes = values.filter((value) => value.kind === "text" && codeLikeness(value.cell.text) >= 0.4);
  // Some may be constants.
  return (
    codes.length * 2 >= values.length &&
    values.every((value) => codes.includes(value) || value.kind === "name")
  );
}
