import { type Document, visit, YAMLMap, YAMLSeq } from "yaml";

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
  return file.toString({
    // Rows are one line each, however long.
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq: !/^(?:entries|concepts):[ \t]*\r?\n-/m.test(source),
  });
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
