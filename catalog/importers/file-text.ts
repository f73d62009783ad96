import { type Document, parse, Scalar, visit, YAMLMap, YAMLSeq } from "yaml";

/** A catalog file's text, in the manner of what it was made of: whatever was not edited reads as it did. */
export function fileText(file: Document, source: string, { json }: { json?: boolean }): string {
  const text = json ? `${JSON.stringify(file.toJS(), undefined, 2)}\n` : yaml(file, source);
  const mark = source.startsWith("\ufeff") ? "\ufeff" : "";
  return mark + (/\r\n/.test(source) ? text.replace(/\r?\n/g, "\r\n") : text);
}

function yaml(file: Document, source: string): string {
  visit(file, {
    Collection(_, node) {
      if (node.flow) keepPadding(node, source);
    },
  });
  const options = {
    // Rows are one line each, however long.
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq: !/^(?:entries|concepts):[ \t]*\r?\n-/m.test(source),
  };
  const plain = file.toString(options);
  const folded = withFolds(file, source, () => file.toString(options));
  return JSON.stringify(parse(folded)) === JSON.stringify(parse(plain)) ? folded : plain;
}

/** The library folds long texts anew: those that the source has on several lines are put back as they were. */
function withFolds(file: Document, source: string, write: () => string): string {
  const held: { node: Scalar; value: unknown; type: Scalar["type"]; text: string }[] = [];
  visit(file, {
    Scalar(_, node) {
      if (!node.range || typeof node.value !== "string" || node.comment) return;
      const text = source.slice(node.range[0], node.range[1]).replace(/\r\n/g, "\n").replace(/\n+$/, "");
      if (text.includes("\n")) held.push({ node, value: node.value, type: node.type, text });
    },
  });
  for (const [index, { node }] of held.entries()) {
    node.value = `\u{E000}${index}\u{E001}`;
    node.type = Scalar.PLAIN;
  }
  const text = write();
  for (const { node, value, type } of held) Object.assign(node, { value, type });
  return text.replace(/\u{E000}(\d+)\u{E001}/gu, (mark, index) => held[Number(index)]?.text ?? mark);
}

/** The library pads all flow collections or none: here each is as it was, a new one as ours are (`[a]`, `{ a: b }`). */
function keepPadding(node: YAMLMap | YAMLSeq, source: string): void {
  const opening = node.range ? source[node.range[0] + 1] : undefined;
  const isMapping = node instanceof YAMLMap;
  const padded = opening === undefined ? isMapping : /\s/.test(opening);
  const write = (isMapping ? YAMLMap : YAMLSeq).prototype.toString;
  node.toString = (context, ...rest) => {
    const own = context && { ...context, flowCollectionPadding: padded ? " " : "" };
    return write.call(node, own, ...rest);
  };
}
