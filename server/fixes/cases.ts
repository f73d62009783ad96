/** What new cases of a switch are written with. */
export interface CaseStyle {
  /** The labels in their quotes. */
  labels: readonly string[];
  /** What stands before each line. */
  indent: string;
  /** What a further level of indentation adds. */
  unit: string;
  /** Whether control would fall into what follows, which the code before does not let it do. */
  leaves: boolean;
}

/** Cases one below the other, which fall through to one another. */
function stacked({ labels, indent, unit, leaves }: CaseStyle): string[] {
  return [...labels.map((one) => `${indent}case ${one}:`), ...(leaves ? [`${indent}${unit}break;`] : [])];
}

/** Labels one below the other, the first behind what begins a case, the last before what ends its head. */
function listed(
  begin: string,
  between: string,
  next: string,
  end: string,
  labels: readonly string[],
): string[] {
  return labels.map((label, index) => {
    const head = index === 0 ? begin : next;
    return head + label + (index === labels.length - 1 ? end : between);
  });
}

function python({ labels, indent, unit }: CaseStyle): string[] {
  const body = `${indent}${unit}pass`;
  if (labels.length <= 3) return [`${indent}case ${labels.join(" | ")}:`, body];
  const inner = indent + unit + unit;
  return [`${indent}case (`, ...listed(inner, "", `${inner}| `, "", labels), `${indent}${unit}):`, body];
}

/** How a language writes cases, by the type that its grammar gives to one, as `Language type`. */
export const caseWriters: ReadonlyMap<string, (style: CaseStyle) => string[]> = new Map([
  ["TypeScript switch_case", stacked],
  ["TSX switch_case", stacked],
  ["JavaScript switch_case", stacked],
  ["Java switch_block_statement_group", stacked],
  ["C# switch_section", stacked],
  ["PHP case_statement", stacked],
  [
    "Java switch_rule",
    ({ labels, indent, unit }) => [
      ...listed(`${indent}case `, ",", indent + unit + unit, " -> {", labels),
      `${indent}}`,
    ],
  ],
  [
    "Go expression_case",
    ({ labels, indent, unit }) => listed(`${indent}case `, ",", indent + unit, ":", labels),
  ],
  ["Python case_clause", python],
  ["Ruby when", ({ labels, indent }) => listed(`${indent}when `, ",", `${indent}     `, "", labels)],
  // What such a match or when is worth is not known, so that nothing but a mark of what is to be done fits.
  ["Rust match_arm", ({ labels, indent }) => listed(indent, "", `${indent}| `, " => todo!(),", labels)],
  ["Kotlin when_entry", ({ labels, indent }) => listed(indent, ",", indent, " -> TODO()", labels)],
]);
