import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type Range,
} from "vscode-languageserver";
import { localize } from "../../catalog/text/localized-text.ts";
import { rangeOf } from "../documents/span.ts";
import type { Fix, Offer } from "../fixes/fix.ts";
import { type FixRequest, fixRequestAt } from "../fixes/fix-request.ts";
import { fixes } from "../fixes/index.ts";
import { canResolveEdits, toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import type { CodeChoice } from "../protocol/index.ts";
import { diagnosticSource } from "./diagnostics.ts";
import { commandAfter } from "./edit-command.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { problemFixes } from "./problem-fixes.ts";

/** The `data` of a code action without edits: the fix and its offer, the document version and the requested ranges. */
interface ActionData {
  uri: string;
  version: number;
  ranges: Range[];
  fix: string;
  key: string;
}

const codeActionKinds = [...new Set([CodeActionKind.QuickFix, ...fixes.map(({ kind }) => kind)])];

/** Offers quick fixes and refactorings; clients that support `codeAction/resolve` get the edits when one is chosen. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds, resolveProvider: true } },

  register(context) {
    context.connection.onCodeAction((params, token) => actionsFor(context, params, token));
    context.connection.onCodeActionResolve((action, token) => resolveAction(context, action, token));
  },
};

async function actionsFor(
  context: FeatureContext,
  { textDocument: { uri }, range, context: { diagnostics, only } }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const ownDiagnostics = diagnostics.filter(({ source }) => source === diagnosticSource);
  const ranges = [range, ...ownDiagnostics.map((one) => one.range)];
  const open = context.documents.get(uri);
  const ofProblems =
    open && isRequested(CodeActionKind.QuickFix, only)
      ? await problemFixes(context, open, range, ownDiagnostics)
      : [];
  if (ofProblems.length > 0) return ofProblems;
  const request = await fixRequestFor(context, uri, ranges);
  if (!request) return [];
  const { version } = request.document;
  const diagnosticsAt = Map.groupBy(ownDiagnostics, ({ code, range }) => `${code} ${rangeKey(range)}`);
  const isLazy = canResolveEdits(context.client);
  const actions: CodeAction[] = [];
  for (const { fix, offer } of await offersFor(request, only)) {
    if (token.isCancellationRequested) return [];
    const action = toAction(context, request, fix, offer, diagnosticsAt);
    const command = choiceCommand(context, request, offer);
    if (command) {
      actions.push({ ...action, command });
      continue;
    }
    if (isLazy) {
      const data: ActionData = { uri, version, ranges, fix: fix.id, key: offer.key };
      actions.push({ ...action, data });
      continue;
    }
    const change = await offer.computeChanges(token);
    const edit = change && toWorkspaceEdit(change, context.client);
    if (edit) actions.push({ ...action, edit, ...(await commandAfter(context, change, action.title)) });
  }
  return request.document.version === version ? actions : [];
}

/** Returns the command of the client that lets its user choose the codes of an offer; undefined if there is no choice. */
function choiceCommand(
  { chooseCommand, displayLanguage }: FeatureContext,
  { document }: FixRequest,
  { title, choiceAt }: Offer,
): Command | undefined {
  if (chooseCommand === undefined || choiceAt === undefined) return undefined;
  const choice: CodeChoice = { uri: document.uri, position: document.textDocument.positionAt(choiceAt) };
  return { title: localize(title, displayLanguage()), command: chooseCommand, arguments: [choice] };
}

/** Returns an action with its edits; unchanged if the document has changed, since the edits may no longer fit. */
async function resolveAction(
  context: FeatureContext,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  if (!isActionData(action.data)) return action;
  const { uri, version, ranges, fix: id, key } = action.data;
  const fix = fixes.find((one) => one.id === id);
  const request = fix && (await fixRequestFor(context, uri, ranges));
  if (request?.document.version !== version) return action;
  const offer = (await fix?.offers(request))?.find((one) => one.key === key);
  const change = await offer?.computeChanges(token);
  const edit = change && toWorkspaceEdit(change, context.client);
  const more = change && (await commandAfter(context, change, action.title));
  return edit && request.document.version === version ? { ...action, edit, ...more } : action;
}

async function fixRequestFor(
  context: FeatureContext,
  uri: string,
  ranges: readonly Range[],
): Promise<FixRequest | undefined> {
  const document = context.documents.get(uri);
  if (!document) return undefined;
  const { textDocument, version } = document;
  const spans = ranges.map(({ start, end }) => ({
    start: textDocument.offsetAt(start),
    end: textDocument.offsetAt(end),
  }));
  const request = await fixRequestAt(context, document, spans);
  // If the text changed during the analysis, the client's next request is already on its way.
  return document.version === version && request.analysis.version === version ? request : undefined;
}

/** Returns the offers of all fixes, limited to the requested kinds. */
async function offersFor(
  request: FixRequest,
  only: readonly CodeActionKind[] | undefined,
): Promise<{ fix: Fix; offer: Offer }[]> {
  const found: { fix: Fix; offer: Offer }[] = [];
  for (const fix of fixes) {
    const mayOffer = [fix.kind, CodeActionKind.QuickFix].some((kind) => isRequested(kind, only));
    if (!mayOffer || (fix.isOnRequestOnly && !only)) continue;
    const offers = await fix.offers(request);
    for (const offer of offers) if (isRequested(kindOf(fix, offer), only)) found.push({ fix, offer });
  }
  return found;
}

/** Returns whether a kind is requested, itself or by a parent kind: `source` includes `source.fixAll`. */
function isRequested(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only?.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`)) ?? true;
}

function kindOf({ kind }: Fix, { resolves = [] }: Offer): CodeActionKind {
  return resolves.length > 0 && kind.startsWith(CodeActionKind.Refactor) ? CodeActionKind.QuickFix : kind;
}

function toAction(
  context: FeatureContext,
  { document }: FixRequest,
  fix: Fix,
  offer: Offer,
  diagnosticsAt: ReadonlyMap<string, Diagnostic[]>,
): CodeAction {
  const resolvedKeys = new Set(
    (offer.resolves ?? []).map((one) => `${one.rule} ${rangeKey(rangeOf(document, one))}`),
  );
  const diagnostics = [...resolvedKeys].flatMap((key) => diagnosticsAt.get(key) ?? []);
  return {
    title: localize(offer.title, context.displayLanguage()),
    kind: kindOf(fix, offer),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(offer.isPreferred ? { isPreferred: true } : {}),
  };
}

function rangeKey({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Returns whether a value is the `data` of an action of this server: what a client sends back is not trusted. */
function isActionData(value: unknown): value is ActionData {
  if (typeof value !== "object" || value === null) return false;
  const { uri, version, ranges, fix, key } = value as Record<string, unknown>;
  const hasStrings = [uri, fix, key].every((one) => typeof one === "string");
  return hasStrings && Number.isInteger(version) && Array.isArray(ranges) && ranges.every(isRange);
}

function isRange(value: unknown): value is Range {
  const { start, end } = (value ?? {}) as Record<string, Record<string, unknown> | undefined>;
  return [start?.line, start?.character, end?.line, end?.character].every(Number.isInteger);
}
