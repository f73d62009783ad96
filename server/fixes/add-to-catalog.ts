import { CodeActionKind } from "vscode-languageserver";
import { Utils } from "vscode-uri";
import { parse } from "yaml";
import { wordsOf } from "../../catalog/model/words.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { parseUri } from "../documents/uris.ts";
import { canAddRows, newRowIn } from "./catalog-rows.ts";
import type { EditedFile } from "./edit.ts";
import { configurationFor, displayPath, existingFile, newFile, type Target } from "./files.ts";
import type { Fix, Offer } from "./fix.ts";
import type { FixRequest } from "./fix-request.ts";
import { addToList } from "./listing.ts";
import { canCreateFiles } from "./workspace-edit.ts";
import { formatScalar } from "./yaml-writing.ts";

/** The rules whose findings disappear once a catalog has the code. */
const resolvableRules: ReadonlySet<string> = new Set(["unknown-code", "misspelled-code"]);

/** At most so many catalogs are offered for one code, the nearest first. */
const maximumCatalogs = 5;

/** Adds a code that no catalog has to one of the user's catalogs, or to a new one if there is none. */
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
      if (!isUnknown) continue;
      for (const { catalog: file, configuration, select } of await editsFor(request, occurrence)) {
        const key = `${text} ${file.document.uri}`;
        if (offers.has(key)) continue;
        const name = displayPath(request.context, file);
        offers.set(key, {
          title: { en: `Add '${text}' to ${name}`, "zh-CN": `将“${text}”添加到 ${name}` },
          key,
          resolves: found,
          computeChanges: () => ({
            files: [file, ...(configuration ? [configuration] : [])],
            done: { en: `'${text}' was added to ${name}.`, "zh-CN": `已将“${text}”添加到 ${name}。` },
            ...(select === undefined ? {} : { select }),
          }),
        });
      }
    }
    return [...offers.values()];
  },
};

/** The edited files; `configuration` only if the catalog has to be added to it. */
interface EditedFiles {
  catalog: EditedFile;
  configuration?: EditedFile;
  /** The text in the edit of the catalog that is to be written next. */
  select?: string | undefined;
}

async function editsFor(request: FixRequest, analyzedLiteral: AnalyzedLiteral): Promise<EditedFiles[]> {
  const { text } = analyzedLiteral.literal;
  // An editor that selects the summary lets its user write it at once.
  const summary = request.context.writtenCommand === undefined ? undefined : summaryOf(text);
  const existing = await nearestCatalogs(request, analyzedLiteral);
  if (existing.length === 0) {
    const created = await newCatalog(request, analyzedLiteral, summary);
    return created ? [created] : [];
  }
  return existing.flatMap((target): EditedFiles[] => {
    const { document } = target;
    const row = newRowIn(parseUri(document.uri).path, document.getText(), text, summary);
    return row ? [{ catalog: { ...target, edits: [row.edit] }, select: row.summary }] : [];
  });
}

/** Returns what the words of a code say, as the beginning of a summary. */
function summaryOf(code: string): string {
  const words = wordsOf(code.split(/[.:/]/).at(-1) ?? code).join(" ");
  return words === "" ? code : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/**
 * Returns the catalogs of the code's provider, those whose URI has the longest common prefix with the document's first.
 * If no provider is inferred, those of a provider whose catalogs are complete come before the others.
 */
async function nearestCatalogs(request: FixRequest, { providers }: AnalyzedLiteral): Promise<Target[]> {
  const { context, document, analysis } = request;
  const found: { target: Target; provider: string }[] = [];
  for (const [uri, pattern] of await context.projects.catalogsFor(document.uri)) {
    const target = await existingFile(context, uri);
    if (!target || !canAddRows(parseUri(uri).path, target.document.getText())) continue;
    const provider = (/\.(?:ya?ml|json)$/i.test(uri) ? providerIn(target) : undefined) ?? pattern.provider;
    if (provider) found.push({ target, provider });
  }
  const inferred = providers.map(({ provider }) => provider);
  const owner = inferred.find((one) => found.some(({ provider }) => provider === one));
  const own = inferred.length > 0 ? found.filter(({ provider }) => provider === owner) : found;
  const { catalog } = analysis.project;
  const rank = ({ target, provider }: { target: Target; provider: string }) =>
    commonPrefixLength(target.document.uri, document.uri) + (catalog.isComplete(provider) ? 10_000 : 0);
  return own
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, maximumCatalogs)
    .map(({ target }) => target);
}

/** Returns the edits that create or extend a catalog beside the configuration, and that add it to `catalogs` there. */
async function newCatalog(
  request: FixRequest,
  { literal, providers }: AnalyzedLiteral,
  summary: string | undefined,
): Promise<EditedFiles | undefined> {
  const { context } = request;
  const configuration = await configurationFor(request);
  if (!configuration || !canCreateFiles(context.client)) return undefined;
  const folder = Utils.dirname(parseUri(configuration.document.uri));
  const [only, ...others] = providers;
  // Of several clouds, none is known to have the code.
  const provider = only && others.length === 0 ? only.provider : providerIdOf(Utils.basename(folder));
  for (const name of ["own-codes.yaml", `own-codes-${provider}.yaml`]) {
    const uri = Utils.joinPath(folder, name).toString();
    const existing = await existingFile(context, uri);
    if (existing && providerIn(existing) !== provider) continue;
    const target = existing ?? newFile(uri);
    const row = newRowIn(name, target.document.getText(), literal.text, summary);
    const named = addToList(configuration.document.getText(), ["catalogs"], { path: name });
    if (!row || !named) return undefined;
    const head = existing ? "" : `version: 1\nprovider: ${formatScalar(provider)}\n`;
    return {
      catalog: { ...target, edits: [{ ...row.edit, text: head + row.edit.text }] },
      configuration: { ...configuration, edits: [named] },
      select: row.summary,
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
