import { wordsOf } from "../../catalog/model/words.ts";
import { namesOfImport } from "../inference/imports.ts";
import type { ImportedName } from "./imported-names.ts";

/** A class, or a function that creates objects as one, at the beginning of a line, with what stands behind its name. */
const definition =
  /^[ \t]*(?:(?:export|default|public|private|protected|internal|static|final|abstract|sealed|partial|open|data|pub)\s+){0,5}(?:class|struct|interface|trait|object|def|function)\s+([A-Z]\w*)([^\n;]*)$/gm;
/** The path that a statement imports, by the languages that write it so. */
const importedPaths: readonly RegExp[] = [
  // TypeScript and JavaScript
  /(?<=\b(?:from|require\()\s*["'])[\w./@~#-]+(?=["'])/g,
  // Python
  /(?<=^[ \t]*from[ \t]+)[\w.]+(?=[ \t]+import\b)/gm,
  // Java, Kotlin, Scala, Groovy, Python
  /(?<=^[ \t]*import[ \t]+)\w[\w.]*/gm,
  // Go
  /(?<=^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?")[\w./-]+(?="[ \t\r]*$)/gm,
  // PHP
  /(?<=^use[ \t]+)\\?[\w\\]+/gm,
];

/** A module of one's own that is named after an SDK hands on its types. */
const aroundSdk = /\.(?:boto3|botocore)$/;

/** The most imports of a file that are read. */
const maximumImports = 500;

/**
 * Returns the names of types and packages that belong to no SDK of a known cloud: the classes that a file defines, unless
 * they extend a class of an SDK, and what it imports from elsewhere. `imported` are the names that it imports of SDKs.
 */
export function namesOfOthers(
  text: string,
  imported: ReadonlyMap<string, ImportedName>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 1: name = "", 2: behind = "" } of text.matchAll(definition))
    if (!(behind.match(/\w+/g) ?? []).some((base) => imported.has(base))) found.add(name);
  for (const pattern of importedPaths)
    for (const { 0: path, index } of [...text.matchAll(pattern)].slice(0, maximumImports))
      if (!aroundSdk.test(path)) for (const name of namesOfImport(text, index)) found.add(name);
  for (const name of imported.keys()) found.delete(name);
  return found;
}

/** Words of the types of what stands for a client in a test. */
const standInWords: ReadonlySet<string> = new Set(["double", "dummy", "fake", "mock", "spy", "stub"]);

/** Whether a type stands for a client in a test. */
export function isStandIn(name: string): boolean {
  return /^[A-Z]/.test(name) && wordsOf(name).some((word) => standInWords.has(word));
}
