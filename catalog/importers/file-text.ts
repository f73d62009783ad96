import { type Document, Scalar, visit, YAMLMap, YAMLSeq } from "yaml";
import { parseYaml } from "../schema/yaml-document.ts";

/** Serialises a catalog file in the style of its source: whatever was not edited keeps its text. */
export function fileText(file: Document, source: string, { json }: { json?: boolean }): string {
  const text = json ? `${JSON.stringify(file.toJS(), undefined, 2)}\n` : toYaml(file, source);
  const byteOrderMark = source.startsWith("\ufeff") ? "\ufeff" : "";
  return byteOrderMark + (/\r\n/.test(source) ? text.replace(/\r?\n/g, "\r\n") : text);
}

function toYaml(file: Document, source: string): string {
  visit(file, {
    Collection(_, node) {
      if (node.flow) keepPadding(node, source);
    },
  });
  const options = {
    // Each row stays on one line, however long.
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq: !/^(?:entries|concepts):[ \t]*\r?\n-/m.test(source),
  };
  const plain = file.toString(options);
  const folded = withFolds(file, source, () => file.toString(options));
  return folded !== undefined && textOf(folded) === textOf(plain) ? folded : plain;
}

/** Returns the value of a text as JSON. */
function textOf(yaml: string): string {
  return JSON.stringify(parseYaml(yaml).toJS());
}

/**
 * The library refolds long texts: those that span several lines in the source are restored to their original text.
 * Returns undefined if there are none.
 */
function withFolds(file: Document, source: string, write: () => string): string | undefined {
  const multiline: { node: Scalar; value: unknown; type: Scalar["type"]; text: string }[] = [];
  visit(file, {
    Scalar(_, node) {
      if (!node.range || typeof node.value !== "string" || node.comment) return;
      const text = source.slice(node.range[0], node.range[1]).replace(/\r\n/g, "\n").replace(/\n+$/, "");
      if (text.includes("\n")) multiline.push({ node, value: node.value, type: node.type, text });
    },
  });
  if (multiline.length === 0) return undefined;
  for (const [index, { node }] of multiline.entries()) {
    node.value = `\u{E000}${index}\u{E001}`;
    node.type = Scalar.PLAIN;
  }
  const text = write();
  for (const { node, value, type } of multiline) Object.assign(node, { value, type });
  return text.replace(
    /\u{E000}(\d+)\u{E001}/gu,
    (placeholder, index) => multiline[Number(index)]?.text ?? placeholder,
  );
}

/** The library pads all flow collections or none: this keeps each as in the source, and writes new ones as `[a]`, `{ a: b }`. */
function keepPadding(node: YAMLMap | YAMLSeq, source: string): void {
  const opening = node.range ? source[node.range[0] + 1] : undefined;
  const isMapping = node instanceof YAMLMap;
  const isPadded = opening === undefined ? isMapping : /\s/.test(opening);
  const write = (isMapping ? YAMLMap : YAMLSeq).prototype.toString;
  node.toString = (context, ...rest) => {
    const paddedContext = context && { ...context, flowCollectionPadding: isPadded ? " " : "" };
    return write.call(node, paddedContext, ...rest);
  };
}
