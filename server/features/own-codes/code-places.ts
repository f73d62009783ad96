import type { CancellationToken } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis, AnalyzedLiteral } from "../../analysis/analysis.ts";
import { isConfiguration } from "../../configuration/configuration.ts";
import { sourceFormOf } from "../../constants/lexical-forms.ts";
import type { Span } from "../../documents/span.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import { isBelow, normalizeUri, parseUri } from "../../documents/uris.ts";
import { isVerbatim } from "../../fixes/fix-request.ts";
import { isBaseline } from "../../rules/baseline.ts";
import { hasBareLiterals, languageByPath } from "../../syntax/languages/index.ts";
import { isErrorCode } from "../../workspace/usages.ts";
import { WorkspaceReader } from "../../workspace/workspace.ts";
import type { FeatureContext } from "../feature.ts";
import { declaredIn } from "./declared-codes.ts";

/** A code of a user's catalog. */
export interface OwnCode {
  provider: string;
  code: string;
}

/**
 * What speaks for a place being this code: it is the row of a catalog, or a literal with evidence; it is in doubt if the
 * text may as well be something else, or the code of another provider; or it is a mention in the text of a catalog.
 */
export type PlaceKind = "row" | "use" | "doubtful" | "mention";

/** A place where a code is written. */
export interface CodePlace {
  span: Span;
  kind: PlaceKind;
}

/** The places in one file. */
export interface FilePlaces {
  document: TextDocument;
  languageId: string;
  /** The version that is open in the client; null if the file is not open. */
  version: number | null;
  places: readonly CodePlace[];
}

/** A catalog that has errors, and the zero-based line of the first. */
interface UnreadableCatalog {
  uri: string;
  line: number;
}

/** Finds all places of a code: in open documents, in the catalogs, and in the files of the workspace. */
export async function placesOf(
  context: FeatureContext,
  own: OwnCode,
  token: CancellationToken,
): Promise<{ files: FilePlaces[]; unreadable: UnreadableCatalog[] }> {
  const files: FilePlaces[] = [];
  const unreadable: UnreadableCatalog[] = [];
  const seen = new Set<string>();
  const add = (file: FilePlaces) => {
    if (file.places.length > 0) files.push(file);
  };
  for (const document of context.documents.all()) {
    const { uri, languageId, version } = document;
    seen.add(normalizeUri(uri));
    if (uri.startsWith("output:") || !document.text.includes(own.code)) continue;
    const catalog = await placesInCatalog(context, document.textDocument, own, unreadable);
    const isCode = !catalog || sourceFormOf(uri) !== undefined;
    const inCode = isCode ? placesInText(document, await context.analyzer.analyze(document), own) : [];
    add({ document: document.textDocument, languageId, version, places: joined(catalog ?? [], inCode) });
  }
  for (const uri of await catalogUris(context)) {
    // Source code is read with the other files.
    if (seen.has(normalizeUri(uri)) || sourceFormOf(uri)) continue;
    seen.add(normalizeUri(uri));
    const text = await context.host.readText(uri);
    if (!text?.includes(own.code)) continue;
    const document = TextDocument.create(uri, "", 0, text);
    const places = await placesInCatalog(context, document, own, unreadable);
    add({ document, languageId: "", version: null, places: places ?? [] });
  }
  const reader = new WorkspaceReader(context);
  const options = { isCandidate: mayHoldLiteral(own.code), codesOnly: true };
  for await (const { document, analysis } of reader.files(context.folders(), token, options)) {
    if (seen.has(normalizeUri(document.uri))) continue;
    const rows = await placesInCatalog(context, document.textDocument, own, unreadable);
    const places = joined(rows ?? [], placesInText(document, analysis, own));
    add({ document: document.textDocument, languageId: document.languageId, version: null, places });
  }
  return { files, unreadable };
}

/** Returns a predicate for the files in which a code can be the whole of a literal: most others only speak of it. */
function mayHoldLiteral(code: string): (text: string, uri: string) => boolean {
  const escaped = code.replace(/[^\p{L}\p{N}_]/gu, "\\$&");
  const word = new RegExp(`(?<![\\w.-])${escaped}(?![\\w-]|\\.\\w)`, "u");
  const quoted = new RegExp(`["'\`>]\\s{0,99}${escaped}\\s{0,99}["'\`<]`, "u");
  return (text, uri) => {
    if (!text.includes(code)) return false;
    const language = languageByPath(uri);
    return (language && !hasBareLiterals(language) ? quoted : word).test(text);
  };
}

/** Returns the URIs of the catalogs and configurations of all projects that are loaded and in the workspace. */
async function catalogUris({ projects, folders }: FeatureContext): Promise<string[]> {
  for (const folder of folders()) await projects.ofFolder(folder);
  const uris = (await projects.loadedProjects()).flatMap(({ uri, catalogUris }) => [
    ...catalogUris,
    ...(uri ? [uri] : []),
  ]);
  return [...new Set(uris)].filter((uri) => folders().some((folder) => isBelow(folder, uri)));
}

/** Returns the places in a catalog, or in a configuration; undefined if a document is neither. */
async function placesInCatalog(
  { projects }: FeatureContext,
  document: TextDocument,
  { provider, code }: OwnCode,
  unreadable: UnreadableCatalog[],
): Promise<CodePlace[] | undefined> {
  const text = document.getText();
  if (isConfiguration(parseUri(document.uri).path)) return wordsIn(text, code, []);
  const declared = await declaredIn(projects, document);
  if (!declared) return undefined;
  const { error } = declared;
  if (error) unreadable.push({ uri: document.uri, line: error.line });
  const rows = declared.codes
    .filter(({ entry }) => entry.provider === provider && entry.code === code)
    .map(({ span }): CodePlace => ({ span, kind: "row" }));
  if (sourceFormOf(document.uri)) return rows;
  // A row of another provider is not this code.
  const others = declared.codes.map(({ span }) => span);
  return [...rows, ...wordsIn(text, code, others)].sort((a, b) => a.span.start - b.span.start);
}

/** Returns the places of two lists, each once: the literal of a row is no other place. */
function joined(rows: readonly CodePlace[], literals: readonly CodePlace[]): CodePlace[] {
  const starts = new Set(rows.map(({ span }) => span.start));
  return [...rows, ...literals.filter(({ span }) => !starts.has(span.start))];
}

/** Returns the places where a text has a code as a word, outside some spans. */
function wordsIn(text: string, code: string, except: readonly Span[]): CodePlace[] {
  const starts = new Set(except.map(({ start }) => start));
  const places: CodePlace[] = [];
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + code.length)) {
    const end = at + code.length;
    const isWord = !/[\w.-]/.test(text.charAt(at - 1)) && !/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2));
    if (!isWord || starts.has(at)) continue;
    // The code that replaces a withdrawn one, in our own format.
    const isReplacement = /\buse["']?\s*:\s*["']?$/.test(text.slice(Math.max(0, at - 20), at));
    places.push({ span: { start: at, end }, kind: isReplacement ? "use" : "mention" });
  }
  return places;
}

function placesInText(
  document: TrackedDocument,
  { literals, project, vendoredFolder }: Analysis,
  own: OwnCode,
): CodePlace[] {
  if (project.ignoresFile(document.uri) || vendoredFolder !== undefined || isBaseline(document.text))
    return [];
  return literals.flatMap((one): CodePlace[] => {
    if (one.literal.text !== own.code || !isErrorCode(one) || !isVerbatim(document, one)) return [];
    const kind = kindOf(one, own);
    return kind ? [{ span: { start: one.literal.start, end: one.literal.end }, kind }] : [];
  });
}

/** Returns whether a literal is this code; undefined if it is certainly that of another provider. */
function kindOf(
  { entries, evidence, providers }: AnalyzedLiteral,
  { provider }: OwnCode,
): PlaceKind | undefined {
  const owners = new Set(entries.map((entry) => entry.provider));
  if (!owners.has(provider)) return undefined;
  const [likely] = providers.filter((one) => owners.has(one.provider));
  if (likely && likely.provider !== provider) return undefined;
  return evidence && (owners.size === 1 || likely) ? "use" : "doubtful";
}
