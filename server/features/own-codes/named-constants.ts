import { Utils } from "vscode-uri";
import type { Constant } from "../../constants/constant.ts";
import { sourceFormOf } from "../../constants/lexical-forms.ts";
import { sourceConstants } from "../../constants/source-constants.ts";
import type { Span } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { parseUri } from "../../documents/uris.ts";
import type { FeatureContext } from "../feature.ts";

/** A constant that a document can use, and how it is written there. */
export interface UsableConstant {
  /** `ErrorCode.OrderClosed`, or the name alone. */
  expression: string;
  value: string;
}

/** Constants of one file, as long as its text is the same. */
const cache = new Map<string, { text: string; constants: readonly Constant[] }>();

/** So many files are kept. */
const maximumFiles = 50;

/** A file whose constants a document may use. */
interface SourceFile {
  uri: string;
  text: string;
}

/** Returns the constants of a text, which are read once. */
function constantsOf({ uri, text }: SourceFile): readonly Constant[] {
  const form = sourceFormOf(uri);
  if (!form) return [];
  const cached = cache.get(uri);
  if (cached?.text === text) return cached.constants;
  const constants = sourceConstants(text, form);
  if (cache.size >= maximumFiles) cache.clear();
  cache.set(uri, { text, constants });
  return constants;
}

/** Returns the name at an offset with what it is a member of, and the span of both; undefined where none is written. */
function nameAt(text: string, offset: number): { parts: string[]; span: Span } | undefined {
  const before = /[\p{L}\p{N}_$.]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  const after = /^[\p{L}\p{N}_$]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  const written = before + after;
  const start = offset - before.length;
  const isName = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(written);
  return isName ? { parts: written.split("."), span: { start, end: start + written.length } } : undefined;
}

/** Returns the value of the constant that is named at an offset of a document; undefined if it is unknown or in doubt. */
export async function constantValueAt(
  context: FeatureContext,
  document: TrackedDocument,
  offset: number,
): Promise<{ value: string; span: Span } | undefined> {
  if (!sourceFormOf(document.uri)) return undefined;
  const found = nameAt(document.text, offset);
  const name = found?.parts.at(-1);
  if (!found || name === undefined || !/\p{Lu}/u.test(name)) return undefined;
  const owner = found.parts.at(-2);
  const values = new Set<string>();
  for (const file of await filesFor(context, document))
    for (const constant of constantsOf(file))
      if (constant.name === name && isMemberOf(constant, owner, file.uri)) values.add(constant.value);
  const [value] = values;
  return value !== undefined && values.size === 1 ? { value, span: found.span } : undefined;
}

/** Returns whether a constant is a member of what stands before its name: of a class or enum, or of a package or module. */
function isMemberOf({ owner }: Constant, written: string | undefined, uri: string): boolean {
  const name = ownerNameOf(owner?.declaration);
  if (written === undefined) return name === undefined;
  return name === undefined ? isModule(written, uri) : name === written;
}

/** Returns the name of a class, enum or object by its declaration; undefined for a block of declarations. */
function ownerNameOf(declaration: string | undefined): string | undefined {
  const head = declaration?.replace(/\bextends\b.*|\bimplements\b.*|[=:(].*/s, "").trim() ?? "";
  return /^(?:const|var|import)?$/.test(head) ? undefined : /([\p{L}_$][\p{L}\p{N}_$]*)\s*$/u.exec(head)?.[1];
}

/** Whether a name before a constant can be that of its file or folder; an alias can be anything. */
function isModule(name: string, uri: string): boolean {
  return /^\p{Ll}/u.test(name) || parseUri(uri).path.includes(`/${name}`);
}

/** Returns the constants that a document can use by name: its own ones, and those that it imports, of codes of a kind. */
export async function usableConstants(
  context: FeatureContext,
  document: TrackedDocument,
): Promise<UsableConstant[]> {
  if (!sourceFormOf(document.uri)) return [];
  const usable: UsableConstant[] = [];
  const imported = namesImportedIn(document.text);
  for (const file of await filesFor(context, document)) {
    for (const constant of constantsOf(file)) {
      const expression = expressionFor(constant, file, document, imported);
      if (expression !== undefined) usable.push({ expression, value: constant.value });
    }
  }
  return usable;
}

/** Returns how a document writes a constant of a file; undefined if it does not import it. */
function expressionFor(
  { name, owner }: Constant,
  file: SourceFile,
  document: TrackedDocument,
  imported: ReadonlySet<string>,
): string | undefined {
  const ownerName = ownerNameOf(owner?.declaration);
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return undefined;
  // The member of an enum in Python or Java is no string.
  const declaration = owner?.declaration ?? "";
  if (/\benum\b/.test(declaration) && /\.java$/.test(file.uri)) return undefined;
  if (/\bEnum\b/.test(declaration) && !/\bstr\b/.test(declaration)) return undefined;
  const expression = ownerName === undefined ? name : `${ownerName}.${name}`;
  const isSame =
    file.uri === document.uri ||
    (isGo(file.uri) && isGo(document.uri) && isSameFolder(file.uri, document.uri));
  if (isSame)
    return owner === undefined || ownerName !== undefined || isGo(file.uri) ? expression : undefined;
  return imported.has(ownerName ?? name) ? expression : undefined;
}

/** Returns the names that stand in the imports of a text. */
function namesImportedIn(text: string): ReadonlySet<string> {
  const imports = text.match(
    /^(?:import\b[\s\S]{0,2000}?(?:["'][^"'\n]*["']|\n)|from\s+\S+\s+import\b.*|.*\brequire\(.*)/gm,
  );
  return new Set(imports?.flatMap((one) => one.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []));
}

function isGo(uri: string): boolean {
  return uri.endsWith(".go");
}

function isSameFolder(a: string, b: string): boolean {
  return a.slice(0, a.lastIndexOf("/")) === b.slice(0, b.lastIndexOf("/"));
}

/** Returns the files whose constants a document may use: itself, its catalogs in source code, and the files it imports. */
async function filesFor(context: FeatureContext, document: TrackedDocument): Promise<SourceFile[]> {
  const project = await context.projects.of(document.uri);
  const uris = new Set([...project.catalogUris].filter((uri) => sourceFormOf(uri)));
  for (const uri of importedFiles(document)) uris.add(uri);
  uris.delete(document.uri);
  const files: SourceFile[] = [{ uri: document.uri, text: document.text }];
  for (const uri of [...uris].slice(0, maximumFiles)) {
    const open = context.documents.get(uri);
    const text = open?.text ?? (await context.host.readText(uri));
    if (text !== undefined) files.push({ uri, text });
  }
  return files;
}

const relativeImport = /(?:from|import|require\()\s*["'](?<path>\.{1,2}\/[^"'\n]+)["']/g;
const pythonImport = /^\s*from\s+\.?(?<module>[\w.]+)\s+import\b/gm;

/** Returns the URIs that the relative imports of a document can mean, in the order of the languages' own search. */
function importedFiles({ uri, text }: TrackedDocument): string[] {
  const folder = Utils.dirname(parseUri(uri));
  const extension = /\.\w+$/.exec(uri)?.[0] ?? "";
  const head = text.slice(0, 20_000);
  if (extension === ".py")
    return [...head.matchAll(pythonImport)].map(({ groups }) =>
      Utils.joinPath(folder, `${(groups?.module ?? "").replaceAll(".", "/")}.py`).toString(),
    );
  return [...head.matchAll(relativeImport)].flatMap(({ groups }) => {
    const path = groups?.path ?? "";
    const bare = path.replace(/\.[cm]?[jt]sx?$/, "");
    const endings = [...new Set([extension, ".ts", ".js"])];
    return endings.map((ending) => Utils.resolvePath(folder, `${bare}${ending}`).toString());
  });
}
