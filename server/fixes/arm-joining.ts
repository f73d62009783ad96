import type { Node } from "web-tree-sitter";
import type { Edit } from "./edit.ts";
import { lineAt } from "./lines.ts";

/** How further labels stand beside one, on its line or, where that would be too long, on lines of their own. */
interface LabelStyle {
  separator: "," | "|";
  /** The indentation of a line with further labels, from that of the clause and one level. */
  indent(clause: string, unit: string): string;
}

const listed: LabelStyle = { separator: ",", indent: (clause, unit) => clause + unit };

/** The clauses whose labels are listed one after the other, by the grammar's node type. */
const styles: Readonly<Record<string, LabelStyle>> = {
  expression_case: listed,
  switch_rule: { separator: ",", indent: (clause, unit) => clause + unit + unit },
  when: { separator: ",", indent: (clause) => `${clause}     ` },
  when_entry: { separator: ",", indent: (clause) => clause },
  match_arm: { separator: "|", indent: (clause) => clause },
  case_clause: { separator: "|", indent: (clause, unit) => clause + unit + unit },
};

/** Longer lines are broken. */
const maximumLine = 100;

/**
 * Returns the edits that add labels to the arm of a switch that a label stands at, so that the same code handles them.
 * Undefined where the arm is written in a way that does not allow it.
 *
 * @param label The node of the label, with its quotes.
 * @param added The labels to add, with their quotes.
 */
export function armJoining(
  text: string,
  clause: Node,
  label: Node,
  added: readonly string[],
  unit: string,
): Edit[] | undefined {
  const behind = text.slice(label.endIndex, lineAt(text, label.endIndex).end);
  const style = Object.hasOwn(styles, clause.type) ? styles[clause.type] : undefined;
  if (!style) return /^\s*:/.test(behind) ? joinByFallingThrough(text, clause, label, added) : undefined;
  return clause.type === "case_clause"
    ? joinPattern(text, clause, label, added, unit)
    : joinList(text, clause, label, added, unit, style);
}

/** Each label is a line; those before a body lead to it. */
function joinByFallingThrough(
  text: string,
  clause: Node,
  label: Node,
  added: readonly string[],
): Edit[] | undefined {
  const line = lineAt(text, label.startIndex);
  if (!/^\s*case\s*$/.test(text.slice(line.start, label.startIndex))) return undefined;
  const lines = added.map((one) => `${line.indent}case ${one}:\n`).join("");
  const colon = text.indexOf(":", label.endIndex);
  const rest = text.slice(colon + 1, line.end);
  // A body on the line of its label is not torn from it.
  const isLabelAlone = /^\s*(?:\/\/.*)?$/.test(rest) && line.next > line.end;
  const at = isLabelAlone ? line.next : line.start;
  return at >= line.start && at <= clause.endIndex + 2 ? [{ start: at, end: at, text: lines }] : undefined;
}

function joinList(
  text: string,
  clause: Node,
  { endIndex }: Node,
  added: readonly string[],
  unit: string,
  { separator, indent }: LabelStyle,
): Edit[] {
  const line = lineAt(text, endIndex);
  const before = separator === "," ? ", " : " | ";
  const onLine = added.map((one) => before + one).join("");
  if (line.end - line.start + onLine.length <= maximumLine)
    return [{ start: endIndex, end: endIndex, text: onLine }];
  const start = indent(lineAt(text, clause.startIndex).indent, unit);
  const broken = separator === "," ? `,\n${start}` : `\n${start}| `;
  return [{ start: endIndex, end: endIndex, text: added.map((one) => broken + one).join("") }];
}

/** A pattern of Python can be broken only in parentheses. */
function joinPattern(
  text: string,
  clause: Node,
  label: Node,
  added: readonly string[],
  unit: string,
): Edit[] | undefined {
  const patterns = clause.namedChildren.filter((one): one is Node => one?.type === "case_pattern");
  const [pattern] = patterns;
  if (!pattern || patterns.length > 1) return undefined;
  const { startIndex: start, endIndex: end } = pattern;
  const line = lineAt(text, end);
  const onLine = added.map((one) => ` | ${one}`).join("");
  const isParenthesized = /^\(/.test(pattern.text);
  if (line.end - line.start + onLine.length <= maximumLine || isParenthesized) {
    const at = label.endIndex;
    return [{ start: at, end: at, text: onLine }];
  }
  const { indent } = lineAt(text, clause.startIndex);
  const inner = `\n${indent}${unit}${unit}`;
  const all = [pattern.text, ...added].join(`${inner}| `);
  return [{ start, end, text: `(${inner}${all}\n${indent}${unit})` }];
}
