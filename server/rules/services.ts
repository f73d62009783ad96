import type { TrackedDocument } from "../documents/tracked-document.ts";

/** How many segments at the end of a path count; folders further up belong to the machine, not to the project. */
const maximumSegments = 6;

const imports = /["'][\w./@-]{2,100}["']|^\s*(?:<\?php\s+)?(?:import|from|use|using|require|include)\b.*$/gm;

/** Returns those of `services` that a document's path names, or else its imports and quoted names; empty if none. */
export function servicesNamedIn(document: TrackedDocument, services: readonly string[]): string[] {
  const inPath = servicesIn(pathOf(document), services);
  if (inPath.length > 0) return inPath;
  const { words } = importsOf(document);
  return services.filter((service) => words.has(service.replaceAll("-", "")));
}

/**
 * Returns the service that a document works with, of those of one provider: the only one that its imports of the
 * provider's `packages` name, or the clients that it creates by name, or else its path. Undefined if that is not clear,
 * or if it is another service than those.
 */
export function serviceOf(
  document: TrackedDocument,
  packages: readonly string[],
  services: readonly string[],
): string | undefined {
  const key = packages.join("\n");
  const found = importsOf(document);
  let named = found.named.get(key);
  if (!named) {
    named = namesIn(document, found.lines, packages);
    found.named.set(key, named);
  }
  const { lines, created } = named;
  const imported = services.filter((service) => named.words.has(service.replaceAll("-", "")));
  const inPath = servicesIn(pathOf(document), services);
  if (imported.length > 1) return only(imported.filter((one) => inPath.includes(one)));
  if (imported.length === 1) return imported[0];
  const others = [...`${lines}\n${created}`.matchAll(serviceSegment)].some(
    ([, name = ""]) => !shared.has(name),
  );
  return others || created !== "" ? undefined : only(inPath.filter((one) => !ordinaryWords.has(one)));
}

/** What the imports of one version of a document name; each version is searched once. */
interface DocumentImports {
  version: number;
  lines: readonly string[];
  /** The words of all of them. */
  words: ReadonlySet<string>;
  /** What the imports of certain packages, joined by line breaks, and the created clients name. */
  named: Map<string, { lines: string; created: string; words: ReadonlySet<string> }>;
}

const importsByDocument = new WeakMap<TrackedDocument, DocumentImports>();

function importsOf(document: TrackedDocument): DocumentImports {
  const known = importsByDocument.get(document);
  if (known?.version === document.version) return known;
  const lines = document.text.match(imports) ?? [];
  const found = { version: document.version, lines, words: wordsIn(lines.join(" ")), named: new Map() };
  importsByDocument.set(document, found);
  return found;
}

/** Returns the lines that import some packages, and the names of the clients that a document creates. */
function namesIn({ text }: TrackedDocument, all: readonly string[], packages: readonly string[]) {
  const names = packages.map((one) => one.toLowerCase());
  const lines = all.filter((line) => names.some((name) => line.toLowerCase().includes(name))).join("\n");
  const created = [...text.matchAll(clientCall)].map(([, name]) => name).join("\n");
  return { lines, created, words: wordsIn(`${lines}\n${created}`) };
}

/** A call that creates the client of a service by its name: `boto3.client("ec2")`. */
const clientCall = /\b(?:client|resource)\(\s*(?:service_name\s*=\s*)?["']([\w-]+)["']/g;

/** The part of an import in which SDKs have the name of a service. */
const serviceSegment = /(?:\bservices?[/.]|\btencentcloud(?:api)?[/.]|\bclient-|-go\/)([a-z][\w-]*)/g;

/** Names in that part which are no services. */
const shared: ReadonlySet<string> = new Set([
  "common",
  "tencentcloud",
  "sdk",
  "core",
  "tea",
  "credentials-go",
]);

/** Services whose ids are the names of folders of any content too. */
const ordinaryWords: ReadonlySet<string> = new Set([
  "doc",
  "events",
  "face",
  "logs",
  "monitor",
  "organization",
  "organizations",
  "traffic",
]);

function pathOf({ uri }: TrackedDocument): string {
  return uri.split("/").slice(-maximumSegments).join("/");
}

/** Returns the services that a text names as words. */
function servicesIn(text: string, services: readonly string[]): string[] {
  const words = wordsIn(text);
  return services.filter((service) => words.has(service.replaceAll("-", "")));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z][a-z0-9]+/g));
}

function only(services: readonly string[]): string | undefined {
  return services.length === 1 ? services[0] : undefined;
}
