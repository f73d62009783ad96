import type { Kind, Retry } from "../schema/terms.ts";
import { type ActionKey, codesOfEveryAction, codeUsesOf } from "./actions.ts";
import type { Catalog } from "./catalog.ts";
import type { EntryRow } from "./layer.ts";

/** A code that an action can answer with, and what the catalog says of it there; its entry is not decoded. */
export interface ActionAnswer {
  code: string;
  /** Whether it is documented for the action itself. */
  isDocumented: boolean;
  /** Whether every action of the service can answer with it. */
  isOfEvery: boolean;
  /** The entry that explains it for the action's service; absent for a code that is official without an entry. */
  row?: EntryRow;
  kind?: Kind;
  /** Whether sending the request again can succeed: at once, after renewing something, or not; absent if nobody says. */
  retry?: Retry;
}

/** How many codes an action can answer with, counted the same way wherever a number is shown. */
export interface AnswerCounts {
  /** Those that are documented for the action itself; the next two are among them. */
  documented: number;
  /** Those after which the same request can succeed later. */
  retryable: number;
  /** Those after which it can succeed once something is renewed. */
  renewable: number;
  /** Those besides that any action of the service can answer with. */
  common: number;
}

/** Counts what an action can answer with; `answers` come from {@link answersOf}. */
export function countsOf(answers: readonly ActionAnswer[]): AnswerCounts {
  const documented = answers.filter(({ isDocumented }) => isDocumented);
  const count = (wanted: Retry) => documented.filter(({ retry }) => retry === wanted).length;
  return {
    documented: documented.length,
    retryable: count("backoff"),
    renewable: count("renew"),
    common: answers.length - documented.length,
  };
}

/**
 * The kinds in the order in which they tell most of an action: first what a program can react to, last the mistakes of
 * the program itself, which are most of a list.
 */
const tellingKinds: readonly (Kind | undefined)[] = [
  "quota",
  "unavailable",
  "conflict",
  "throttling",
  "billing",
  "not-found",
  "unsupported",
  "permission",
  "internal",
  "authentication",
  "invalid-request",
  "notice",
  undefined,
];

/**
 * Returns what an action can answer with: the codes that are documented for it, and those that every action of its service
 * can answer with. The most telling ones come first: codes of the service before those of every action, of these the
 * documented ones, codes that the catalog explains in its own words before those that only their names explain, then by
 * kind, and last those that few actions of the service answer with. Empty if nothing is known of the action.
 */
export function answersOf(catalog: Catalog, action: ActionKey): ActionAnswer[] {
  const documented = codeUsesOf(catalog, action);
  if (documented.size === 0) return [];
  const every = new Set(codesOfEveryAction(catalog, action.provider, action.service));
  const rowOf = rowsFor(catalog, action);
  const answers = [...new Set([...documented.keys(), ...every])].map((code): ActionAnswer => {
    const row = rowOf(code);
    const [kind, retry] = row ? [catalog.kind(row), catalog.retry(row)] : [];
    return {
      code,
      isDocumented: documented.has(code),
      isOfEvery: every.has(code),
      ...(row ? { row } : {}),
      ...(kind ? { kind } : {}),
      ...(retry ? { retry } : {}),
    };
  });
  const usesOf = ({ code }: ActionAnswer) => documented.get(code) ?? 0;
  return answers.sort(
    (a, b) => orderOf(a) - orderOf(b) || usesOf(a) - usesOf(b) || (a.code < b.code ? -1 : 1),
  );
}

/** Returns the entries of the codes that are documented for an action, the most telling ones first. */
export function documentedRows(catalog: Catalog, action: ActionKey): EntryRow[] {
  return answersOf(catalog, action).flatMap(({ isDocumented, row }) => (isDocumented && row ? row : []));
}

/** Returns a function that returns the entry of a code in the service of an action, or else that of all services. */
function rowsFor(
  { layers }: Catalog,
  { provider, service }: ActionKey,
): (code: string) => EntryRow | undefined {
  const owned = [service, "common"].flatMap((one) =>
    layers.map((layer) => ({
      layer,
      owners: layer.ownersOf(provider, one),
      ofEntries: layer.table.column("owner"),
    })),
  );
  return (code) => {
    for (const { layer, owners, ofEntries } of owned) {
      const index = layer.entriesOf(code).find((one) => owners.has(ofEntries[one] as number));
      if (index !== undefined) return layer.row(index);
    }
    return undefined;
  };
}

function orderOf({ isDocumented, isOfEvery, row, kind }: ActionAnswer): number {
  const isOnlyNamed = row?.basis !== undefined || row === undefined;
  const group = Number(isOfEvery) * 4 + Number(!isDocumented) * 2 + Number(isOnlyNamed);
  return group * tellingKinds.length + tellingKinds.indexOf(kind);
}
