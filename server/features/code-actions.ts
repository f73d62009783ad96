import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from "vscode-languageserver";
import { localize } from "../../catalog/model/localized-text.ts";
import { rangeOf } from "../documents/span.ts";
import type { Fix, Offer } from "../fixes/fix.ts";
import { type FixRequest, fixRequestAt } from "../fixes/fix-request.ts";
import { fixes } from "../fixes/index.ts";
import { resolvesEdits, toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import { diagnosticSource } from "./diagnostics.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** What an action carries until it is chosen: which offer of which fix it is, and where. */
interface ActionData {
  uri: string;
  version: number;
  ranges: Range[];
  fix: string;
  key: string;
}

const codeActionKinds = [...new Set([CodeActionKind.QuickFix, ...fixes.map(({ kind }) => kind)])];

/** Quick fixes and refactorings; for clients that ask again when one is chosen, its edits are made only then. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds, resolveProvider: true } },

  register(context) {
    context.connection.onCodeAction((asked, token) => actionsFor(context, asked, token));
    context.connection.onCodeActionResolve((action, token) => resolved(context, action, token));
  },
};

async function actionsFor(
  context: FeatureContext,
  { textDocument: { uri }, range, context: asked }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const own = asked.diagnostics.filter(({ source }) => source === diagnosticSource);
  const ranges = [range, ...own.map((one) => one.range)];
  const request = await spotIn(context, uri, ranges);
  if (!request) return [];
  const { version } = request.document;
  const isLazy = resolvesEdits(context.client);
  const actions: CodeAction[] = [];
  for (const { fix, offer } of await offersAt(request, asked.only)) {
    if (token.isCancellationRequested) return [];
    const action = toAction(context, request, fix, offer, own);
    if (isLazy) {
      const data: ActionData = { uri, version, ranges, fix: fix.id, key: offer.key };
      actions.push({ ...action, data });
      continue;
    }
    const change = await offer.change(token);
    const edit = change && toWorkspaceEdit(change, context.client);
    if (edit) actions.push({ ...action, edit });
  }
  return request.document.version === version ? actions : [];
}

/** An action with its edits; as it was where the text is another one by now, of which they may not be right. */
async function resolved(
  context: FeatureContext,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  if (!isActionData(action.data)) return action;
  const { uri, version, ranges, fix: id, key } = action.data;
  const fix = fixes.find((one) => one.id === id);
  const request = fix && (await spotIn(context, uri, ranges));
  if (request?.document.version !== version) return action;
  const offer = (await fix?.offers(request))?.find((one) => one.key === key);
  const change = await offer?.change(token);
  const edit = change && toWorkspaceEdit(change, context.client);
  return edit && request.document.version === version ? { ...action, edit } : action;
}

async function spotIn(
  context: FeatureContext,
  uri: string,
  ranges: readonly Range[],
): Promise<FixRequest | undefined> {
  const document = context.documents.get(uri);
  if (!document) return undefined;
  const { textDocument, version } = document;
  const stretches = ranges.map(({ start, end }) => ({
    start: textDocument.offsetAt(start),
    end: textDocument.offsetAt(end),
  }));
  const request = await fixRequestAt(context, document, stretches);
  // Where the text changed while it was read, the next question is already on its way.
  return document.version === version && request.analysis.version === version ? request : undefined;
}

/** What the fixes offer, of the kinds that were asked for. */
async function offersAt(
  request: FixRequest,
  only: readonly CodeActionKind[] | undefined,
): Promise<{ fix: Fix; offer: Offer }[]> {
  const found: { fix: Fix; offer: Offer }[] = [];
  for (const fix of fixes) {
    const asked = [fix.kind, CodeActionKind.QuickFix].some((kind) => isAsked(kind, only));
    if (!asked || (fix.onlyAsked && !only)) continue;
    const offers = await fix.offers(request);
    found.push(
      ...offers.filter((offer) => isAsked(kindOf(fix, offer), only)).map((offer) => ({ fix, offer })),
    );
  }
  return found;
}

/** Whether a kind is one of those that were asked for, or below one: `source` asks for `source.fixAll` too. */
function isAsked(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
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
  given: readonly Diagnostic[],
): CodeAction {
  const mended = new Set((offer.resolves ?? []).map((one) => `${one.rule} ${at(rangeOf(document, one))}`));
  const diagnostics = given.filter(({ code, range }) => mended.has(`${code} ${at(range)}`));
  return {
    title: localize(offer.title, context.displayLanguage()),
    kind: kindOf(fix, offer),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(offer.isPreferred ? { isPreferred: true } : {}),
  };
}

function at({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Whether what came back is what an action was given: the connection is no reason to believe it. */
function isActionData(value: unknown): value is ActionData {
  if (typeof value !== "object" || value === null) return false;
  const { uri, version, ranges, fix, key } = value as Record<string, unknown>;
  const isTexts = [uri, fix, key].every((one) => typeof one === "string");
  return isTexts && Number.isInteger(version) && Array.isArray(ranges) && ranges.every(isRange);
}

function isRange(value: unknown): value is Range {
  const { start, end } = (value ?? {}) as Record<string, Record<string, unknown> | undefined>;
  return [start?.line, start?.character, end?.line, end?.character].every(Number.isInteger);
}
