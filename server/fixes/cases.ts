/** The input for writing new cases of a switch. */
export interface CaseStyle {
  /** The labels, including their quotes. */
  labels: readonly string[];
  /** The indentation of each line. */
  indent: string;
  /** One level of indentation. */
  indentUnit: string;
  /** Whether the new cases need a `break`, so that control does not fall through where the existing code does not. */
  needsBreak: boolean;
}

/** Writes one case per line; each falls through to the next. */
function writeFallthroughCases({ labels, indent, indentUnit, needsBreak }: CaseStyle): string[] {
  return [
    ...labels.map((one) => `${indent}case ${one}:`),
    ...(needsBreak ? [`${indent}${indentUnit}break;`] : []),
  ];
}

/** Writes one label per line: `first` or `next` before it, `between` or, after the last one, `end` behind it. */
function writeLabels(
  first: string,
  between: string,
  next: string,
  end: string,
  labels: readonly string[],
): string[] {
  return labels.map((label, index) => {
    const prefix = index === 0 ? first : next;
    return prefix + label + (index === labels.length - 1 ? end : between);
  });
}

function writePythonCase({ labels, indent, indentUnit }: CaseStyle): string[] {
  const body = `${indent}${indentUnit}pass`;
  if (labels.length <= 3) return [`${indent}case ${labels.join(" | ")}:`, body];
  const inner = indent + indentUnit;
  return [`${indent}case (`, ...writeLabels(inner, "", `${inner}| `, "", labels), `${indent}):`, body];
}

/** Writers of cases, by the `name` of the language and the grammar's node type of a case: `Go expression_case`. */
export const caseWriters: ReadonlyMap<string, (style: CaseStyle) => string[]> = new Map([
  ["TypeScript switch_case", writeFallthroughCases],
  ["TSX switch_case", writeFallthroughCases],
  ["JavaScript switch_case", writeFallthroughCases],
  ["Java switch_block_statement_group", writeFallthroughCases],
  ["C# switch_section", writeFallthroughCases],
  ["PHP case_statement", writeFallthroughCases],
  [
    "Java switch_rule",
    ({ labels, indent, indentUnit }) => [
      ...writeLabels(`${indent}case `, ",", indent + indentUnit + indentUnit, " -> {", labels),
      `${indent}}`,
    ],
  ],
  [
    "Go expression_case",
    ({ labels, indent, indentUnit }) => writeLabels(`${indent}case `, ",", indent + indentUnit, ":", labels),
  ],
  ["Python case_clause", writePythonCase],
  ["Ruby when", ({ labels, indent }) => writeLabels(`${indent}when `, ",", `${indent}     `, "", labels)],
  // The type of the match or when expression is not known, so only a placeholder type-checks as the result of an arm.
  ["Rust match_arm", ({ labels, indent }) => writeLabels(indent, "", `${indent}| `, " => todo!(),", labels)],
  ["Kotlin when_entry", ({ labels, indent }) => writeLabels(indent, ",", indent, " -> TODO()", labels)],
]);
