import { type Document, isScalar, type Pair, parseDocument, visit, type YAMLMap, YAMLParseError } from "yaml";

/**
 * Parses YAML or JSON like the library, whose own search for equal keys takes quadratic time: `errors` has one for each
 * key that its mapping has already. Offsets are in UTF-16 units. The library would print warnings itself, with values.
 */
export function parseYaml(source: string): Document.Parsed {
  const document = parseDocument(source, { uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  const duplicates: YAMLParseError[] = [];
  visit(document, {
    Map(_, map) {
      for (const key of repeatedKeys(map)) {
        const at = (isScalar(key) && key.range?.[0]) || 0;
        duplicates.push(new YAMLParseError([at, at + 1], "DUPLICATE_KEY", "Map keys must be unique"));
      }
    },
  });
  if (duplicates.length > 0) {
    document.errors.push(...duplicates.slice(0, maximumDuplicates));
    document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  }
  return document;
}

/** As many equal keys are reported: a file with more of them is none that somebody would correct key by key. */
const maximumDuplicates = 1000;

/** Returns the keys of a mapping that equal earlier ones. */
function repeatedKeys({ items }: YAMLMap): Pair["key"][] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    if (seen.has(key.value)) return [key];
    seen.add(key.value);
    return [];
  });
}
