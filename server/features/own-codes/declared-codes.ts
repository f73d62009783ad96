import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Entry } from "../../../catalog/model/entry.ts";
import type { Problem } from "../../../catalog/schema/checked-file.ts";
import type { Project } from "../../configuration/project.ts";
import type { Projects } from "../../configuration/projects.ts";
import type { Span } from "../../documents/span.ts";
import { normalizeUri } from "../../documents/uris.ts";

/** A code that a catalog of the user lists, and where it stands in the text. */
interface DeclaredCode {
  entry: Entry;
  span: Span;
}

/** The codes that a catalog lists in its current text; if it has errors, none. */
export interface DeclaredCodes {
  codes: readonly DeclaredCode[];
  /** The first error that keeps the catalog from being read. */
  error: Problem | undefined;
}

interface Cached {
  version: number;
  /** What is read depends on the configuration that names the catalog. */
  project: Project;
  declared: Promise<DeclaredCodes | undefined>;
}

const cache = new WeakMap<TextDocument, Cached>();

/** Returns the codes that a document lists as a catalog of the user; undefined if it is none. Codes with escapes are left out. */
export async function declaredIn(
  projects: Projects,
  document: TextDocument,
): Promise<DeclaredCodes | undefined> {
  const project = await projects.of(document.uri);
  if (!project.catalogUris.has(normalizeUri(document.uri))) return undefined;
  const { version } = document;
  const cached = cache.get(document);
  if (cached?.version === version && cached.project === project) return cached.declared;
  const declared = read(projects, document);
  cache.set(document, { version, project, declared });
  return declared;
}

async function read(projects: Projects, document: TextDocument): Promise<DeclaredCodes | undefined> {
  const text = document.getText();
  const reading = await projects.readingOf(document.uri, text);
  if (!reading) return undefined;
  const codes = (reading.value?.entries ?? []).flatMap((entry): DeclaredCode[] => {
    const { origin, code } = entry;
    if (!origin) return [];
    const start = document.offsetAt(origin);
    return text.startsWith(code, start) ? [{ entry, span: { start, end: start + code.length } }] : [];
  });
  const error = reading.value ? undefined : reading.problems.find(({ severity }) => severity === "error");
  return { codes, error };
}
