import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from "vscode-languageserver";
import { say } from "../../catalog/model/localized-text.ts";
import { rangeOf } from "../documents/span.ts";
import type { Fix, Offer } from "../fixes/fix.ts";
import { fixes } from "../fixes/index.ts";
import { type Spot, spotAt } from "../fixes/spot.ts";
import { resolvesEdits, toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import { diagnosticSource } from "./diagnostics.ts";
import type { Context, Feature } from "./feature.ts";

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
  context: Context,
  { textDocument: { uri }, range, context: asked }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const own = asked.diagnostics.filter(({ source }) => source === diagnosticSource);
  const ranges = [range, ...own.map((one) => one.range)];
  const spot = await spotIn(context, uri, ranges);
  if (!spot) return [];
  const { version } = spot.source;
  const isLazy = resolvesEdits(context.client);
  const actions: CodeAction[] = [];
  for (const { fix, offer } of await offersAt(spot, asked.only)) {
    if (token.isCancellationRequested) return [];
    const action = toAction(context, spot, fix, offer, own);
    if (isLazy) {
      const data: ActionData = { uri, version, ranges, fix: fix.id, key: offer.key };
      actions.push({ ...action, data });
      continue;
    }
    const change = await offer.change(token);
    const edit = change && toWorkspaceEdit(change, context.client);
    if (edit) actions.push({ ...action, edit });
  }
  return spot.source.version === version ? actions : [];
}

/** An action with its edits; as it was where the text is another one by now, of which they may not be right. */
async function resolved(context: Context, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  if (!isActionData(action.data)) return action;
  const { uri, version, ranges, fix: id, key } = action.data;
  const fix = fixes.find((one) => one.id === id);
  const spot = fix && (await spotIn(context, uri, ranges));
  if (spot?.source.version !== version) return action;
  const offer = (await fix?.offers(spot))?.find((one) => one.key === key);
  const change = await offer?.change(token);
  const edit = change && toWorkspaceEdit(change, context.client);
  return edit && spot.source.version === version ? { ...action, edit } : action;
}

async function spotIn(context: Context, uri: string, ranges: readonly Range[]): Promise<Spot | undefined> {
  const source = context.documents.get(uri);
  if (!source) return undefined;
  const { document, version } = source;
  const stretches = ranges.map(({ start, end }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  }));
  const spot = await spotAt(context, source, stretches);
  // Where the text changed while it was read, the next question is already on its way.
  return source.version === version && spot.analysis.version === version ? spot : undefined;
}

/** What the fixes offer, of the kinds that were asked for. */
async function offersAt(
  spot: Spot,
  only: readonly CodeActionKind[] | undefined,
): Promise<{ fix: Fix; offer: Offer }[]> {
  const found: { fix: Fix; offer: Offer }[] = [];
  for (const fix of fixes) {
    const asked = [fix.kind, CodeActionKind.QuickFix].some((kind) => isAsked(kind, only));
    if (!asked || (fix.onlyAsked && !only)) continue;
    const offers = await fix.offers(spot);
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

function kindOf({ kind }: Fix, { mends = [] }: Offer): CodeActionKind {
  return mends.length > 0 && kind.startsWith(CodeActionKind.Refactor) ? CodeActionKind.QuickFix : kind;
}

function toAction(
  context: Context,
  { source }: Spot,
  fix: Fix,
  offer: Offer,
  given: readonly Diagnostic[],
): CodeAction {
  const mended = new Set((offer.mends ?? []).map((one) => `${one.rule} ${at(rangeOf(source, one))}`));
  const diagnostics = given.filter(({ code, range }) => mended.has(`${code} ${at(range)}`));
  return {
    title: say(offer.title, context.reading()),
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
