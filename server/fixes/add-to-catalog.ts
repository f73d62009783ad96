import { CodeActionKind } from "vscode-languageserver";
import { Utils } from "vscode-uri";
import { parse } from "yaml";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { parseUri } from "../documents/uris.ts";
import type { EditedFile } from "./edit.ts";
import { configurationFor, displayPath, existingFile, newFile, type Target } from "./files.ts";
import type { Fix, Offer } from "./fix.ts";
import type { FixRequest } from "./fix-request.ts";
import { addToList } from "./listing.ts";
import { canCreateFiles } from "./workspace-edit.ts";
import { formatScalar } from "./yaml-writing.ts";

/** The rules whose findings disappear once a catalog has the code. */
const resolvableRules: ReadonlySet<string> = new Set(["unknown-code", "misspelled-code"]);

/** Adds a code that no catalog has to the nearest user catalog, which it creates if there is none. */
export const addToCatalog: Fix = {
  id: "add-to-catalog",
  kind: CodeActionKind.Refactor,

  async offers(request) {
    const { catalog } = request.analysis.project;
    const offers = new Map<string, Offer>();
    for (const occurrence of request.occurrences) {
      const { text } = occurrence.literal;
      const found = request.findings.filter(
        (one) => resolvableRules.has(one.rule) && one.start === occurrence.literal.start,
      );
      const isUnknown = found.some(({ rule }) => rule === "unknown-code") || !catalog.isOfficial(text);
      const files = isUnknown && !offers.has(text) ? await editsFor(request, occurrence) : undefined;
      if (!files) continue;
      const name = displayPath(request.context, files.catalog);
      offers.set(text, {
        title: { en: `Add '${text}' to ${name}`, "zh-CN": `将“${text}”添加到 ${name}` },
        key: text,
        resolves: found,
        computeChanges: () => ({
          files: [files.catalog, ...(files.configuration ? [files.configuration] : [])],
        }),
      });
    }
    return [...offers.values()];
  },
};

/** The edited files; `configuration` only if the catalog has to be added to it. */
interface EditedFiles {
  catalog: EditedFile;
  configuration?: EditedFile;
}

async function editsFor(
  request: FixRequest,
  analyzedLiteral: AnalyzedLiteral,
): Promise<EditedFiles | undefined> {
  const { text } = analyzedLiteral.literal;
  const existing = await nearestCatalog(request, analyzedLiteral);
  if (!existing) return newCatalog(request, analyzedLiteral);
  const edit = addToList(existing.document.getText(), ["entries"], { code: text });
  return edit && { catalog: { ...existing, edits: [edit] } };
}

/**
 * Returns the user catalog of the code's provider whose URI has the longest common prefix with the document's.
 * Undefined if there is none, or if no provider is inferred and several user catalogs are candidates.
 */
async function nearestCatalog(
  request: FixRequest,
  { providers }: AnalyzedLiteral,
): Promise<Target | undefined> {
  const { context, document, analysis } = request;
  const found: { target: Target; provider: string }[] = [];
  for (const [uri, pattern] of await context.projects.catalogsFor(document.uri)) {
    const target = /\.(?:ya?ml|json)$/i.test(uri) ? await existingFile(context, uri) : undefined;
    const provider = target && (providerIn(target) ?? pattern.provider);
    if (target && provider) found.push({ target, provider });
  }
  const inferred = providers.map(({ provider }) => provider);
  const owners = new Set(found.map(({ provider }) => provider));
  const isOf = (provider: string) => found.filter((one) => one.provider === provider);
  const complete = [...owners].filter((one) => analysis.project.catalog.isComplete(one));
  const owner =
    inferred.find((one) => owners.has(one)) ??
    (inferred.length > 0 ? undefined : (complete[0] ?? (owners.size === 1 ? [...owners][0] : undefined)));
  const own = owner === undefined ? [] : isOf(owner);
  const proximity = ({ target }: { target: Target }) => commonPrefixLength(target.document.uri, document.uri);
  return own.sort((a, b) => proximity(b) - proximity(a))[0]?.target;
}

/** Returns the edits that create or extend a catalog beside the configuration, and that add it to `catalogs` there. */
async function newCatalog(
  request: FixRequest,
  { literal, providers }: AnalyzedLiteral,
): Promise<EditedFiles | undefined> {
  const { context } = request;
  const configuration = await configurationFor(request);
  if (!configuration || !canCreateFiles(context.client)) return undefined;
  const folder = Utils.dirname(parseUri(configuration.document.uri));
  const provider = providers[0]?.provider ?? providerIdOf(Utils.basename(folder));
  for (const name of ["error-codes.yaml", `error-codes-${provider}.yaml`]) {
    const uri = Utils.joinPath(folder, name).toString();
    const existing = await existingFile(context, uri);
    if (existing && providerIn(existing) !== provider) continue;
    const target = existing ?? newFile(uri);
    const entry = addToList(target.document.getText(), ["entries"], { code: literal.text });
    const row = addToList(configuration.document.getText(), ["catalogs"], { path: name });
    if (!entry || !row) return undefined;
    const head = existing ? "" : `version: 1\nprovider: ${formatScalar(provider)}\n`;
    return {
      catalog: { ...target, edits: [{ ...entry, text: head + entry.text }] },
      configuration: { ...configuration, edits: [row] },
    };
  }
  return undefined;
}

/** Returns the provider that a catalog file names; undefined if it names none or is not valid YAML. */
function providerIn({ document }: Target): string | undefined {
  try {
    const { provider } = parse(document.getText()) ?? {};
    const id = typeof provider === "object" ? provider?.id : provider;
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Converts a folder name to a provider id. */
function providerIdOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "own"
  );
}

/** Returns the length of the common prefix of two strings, in UTF-16 code units. */
function commonPrefixLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
  return length;
}
