import { CodeActionKind } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import { parse } from "yaml";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import type { EditedFile } from "./edit.ts";
import { configurationFor, displayPath, existingFile, newFile, type Target } from "./files.ts";
import type { Fix, Offer } from "./fix.ts";
import type { FixRequest } from "./fix-request.ts";
import { addToList } from "./listing.ts";
import { canCreate } from "./workspace-edit.ts";

/** The rules that are content once a catalog knows the code. */
const unknowing: ReadonlySet<string> = new Set(["unknown-code", "misspelled-code"]);

/** Writes a code that no catalog knows into the nearest of the user's own. */
export const addToCatalog: Fix = {
  id: "add-to-catalog",
  kind: CodeActionKind.Refactor,

  async offers(request) {
    const { catalog } = request.analysis.project;
    const offers = new Map<string, Offer>();
    for (const occurrence of request.occurrences) {
      const { text } = occurrence.literal;
      const found = request.findings.filter(
        (one) => unknowing.has(one.rule) && one.start === occurrence.literal.start,
      );
      const isUnknown = found.some(({ rule }) => rule === "unknown-code") || !catalog.knows(text);
      const files = isUnknown && !offers.has(text) ? await writing(request, occurrence) : undefined;
      if (!files) continue;
      const name = displayPath(request.context, files.catalog);
      offers.set(text, {
        title: { en: `Add '${text}' to ${name}`, "zh-CN": `将“${text}”添加到 ${name}` },
        key: text,
        resolves: found,
        change: () => ({ files: [files.catalog, ...(files.configuration ? [files.configuration] : [])] }),
      });
    }
    return [...offers.values()];
  },
};

interface Written {
  catalog: EditedFile;
  configuration?: EditedFile;
}

async function writing(request: FixRequest, analyzedLiteral: AnalyzedLiteral): Promise<Written | undefined> {
  const { text } = analyzedLiteral.literal;
  const named = await nearest(request, analyzedLiteral);
  if (!named) return beginning(request, analyzedLiteral);
  const edit = addToList(named.document.getText(), ["entries"], { code: text });
  return edit && { catalog: { ...named, edits: [edit] } };
}

/** The user's catalog of the code's provider that stands nearest to the document. */
async function nearest(request: FixRequest, { providers }: AnalyzedLiteral): Promise<Target | undefined> {
  const { context, document, analysis } = request;
  const found: { target: Target; provider: string }[] = [];
  for (const [uri, pattern] of await context.projects.catalogsFor(document.uri)) {
    const target = /\.(?:ya?ml|json)$/i.test(uri) ? await existingFile(context, uri) : undefined;
    const provider = target && (providerIn(target) ?? pattern.provider);
    if (target && provider) found.push({ target, provider });
  }
  const wanted = providers.map(({ provider }) => provider);
  const owners = new Set(found.map(({ provider }) => provider));
  const isOf = (provider: string) => found.filter((one) => one.provider === provider);
  const complete = [...owners].filter((one) => analysis.project.catalog.isComplete(one));
  const owner =
    wanted.find((one) => owners.has(one)) ??
    (wanted.length > 0 ? undefined : (complete[0] ?? (owners.size === 1 ? [...owners][0] : undefined)));
  const own = owner === undefined ? [] : isOf(owner);
  const near = ({ target }: { target: Target }) => shared(target.document.uri, document.uri);
  return own.sort((a, b) => near(b) - near(a))[0]?.target;
}

/** A new catalog, and the row of the configuration that names it. */
async function beginning(
  request: FixRequest,
  { literal, providers }: AnalyzedLiteral,
): Promise<Written | undefined> {
  const { context } = request;
  const configuration = await configurationFor(request);
  if (!configuration || !canCreate(context.client)) return undefined;
  const folder = Utils.dirname(URI.parse(configuration.document.uri));
  const provider = providers[0]?.provider ?? idOf(Utils.basename(folder));
  for (const name of ["error-codes.yaml", `error-codes-${provider}.yaml`]) {
    const uri = Utils.joinPath(folder, name).toString();
    const there = await existingFile(context, uri);
    if (there && providerIn(there) !== provider) continue;
    const target = there ?? newFile(uri);
    const entry = addToList(target.document.getText(), ["entries"], { code: literal.text });
    const row = addToList(configuration.document.getText(), ["catalogs"], { path: name });
    if (!entry || !row) return undefined;
    const head = there ? "" : `version: 1\nprovider: ${provider}\n`;
    return {
      catalog: { ...target, edits: [{ ...entry, text: head + entry.text }] },
      configuration: { ...configuration, edits: [row] },
    };
  }
  return undefined;
}

/** The provider that a catalog file names. */
function providerIn({ document }: Target): string | undefined {
  try {
    const { provider } = parse(document.getText()) ?? {};
    const id = typeof provider === "object" ? provider?.id : provider;
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

/** A folder's name as an id of a provider. */
function idOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "own"
  );
}

/** How far two addresses are the same. */
function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
  return at;
}
