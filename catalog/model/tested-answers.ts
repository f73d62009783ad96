import type { Kind, Retry } from "../schema/terms.ts";
import type { ActionAnswer } from "./action-answers.ts";
import { wordsOf } from "./words.ts";

// How likely it is that code which handles the failure of an action tests for a code. The weights were fitted, by the
// likelihood of what handlers in public repositories test for, to what is known of a code whatever its name: its kind, by
// what the action does, how often the code is met, and whether it names what the action is about.

type Effect = "reads" | "makes" | "drops" | "changes";

/** What actions do, by the verb with which their names begin; others change something. */
const effects: Readonly<Record<string, Effect>> = Object.fromEntries(
  (
    [
      ["reads", "describe get head list query search"],
      ["makes", "add allocate copy create import put register run"],
      [
        "drops",
        "cancel delete deregister detach disable disassociate release remove revoke stop terminate unbind",
      ],
    ] as const
  ).flatMap(([effect, verbs]) => verbs.split(" ").map((verb) => [verb, effect])),
);

/** The weights of kinds, in tenths, for actions that read, make, drop and change something. */
const kindWeights: Readonly<Record<Kind, readonly [number, number, number, number]>> = {
  conflict: [14, 19, 10, 10],
  "not-found": [19, 6, 21, 5],
  billing: [3, 2, 10, 24],
  throttling: [6, 1, 3, 4],
  quota: [2, 2, -3, -4],
  unsupported: [0, 0, 6, -2],
  "invalid-request": [1, -6, -1, 0],
  internal: [-5, 4, -7, 3],
  unavailable: [-4, -6, -6, -3],
  notice: [-2, -3, -2, -3],
  permission: [-1, -6, -6, -7],
  authentication: [-5, -6, -5, -6],
};
const order: readonly Effect[] = ["reads", "makes", "drops", "changes"];

/** The other weights, likewise in tenths. */
const weights = {
  documented: 11,
  every: -5,
  usual: -6,
  /** By how often a code is met: the three levels of a provider's frequent codes, and the rest. */
  frequency: [9, 0, 2, -11],
  /** By the advice on retrying, in a list of codes that are retried. */
  retried: { backoff: 20, renew: -5, no: -18 } satisfies Record<Retry, number>,
  /**
   * For the share of the words of what the action is about that a code names: a documented code of any kind, and besides
   * one that says that the thing is missing, or is in the way.
   */
  named: { documented: 7, missingOrInTheWay: 4 },
  /** A documented code that other code of the same workspace tests for. */
  usedInWorkspace: 3,
} as const;

/**
 * What the words of a code say more precisely than its kind, and what that weighs for some effects: nobody makes what is in
 * use, and what is to be made may be sold out. Few handlers show it; these weights are estimates.
 */
const sayings: readonly {
  words: ReadonlySet<string>;
  /** The kind of the codes that say so; undefined if it does not matter. */
  kind?: Kind;
  weights: Partial<Record<Effect, number>>;
}[] = [
  {
    words: new Set(["capacity", "insufficient", "sold", "soldout", "stock"]),
    kind: "unavailable",
    weights: { makes: 20 },
  },
  { words: new Set(["dependency", "state", "status", "use", "used"]), weights: { makes: -8 } },
];

/** Words of the names of actions that say little of what they are about. */
const generalWords: ReadonlySet<string> = new Set(["cloud", "error", "id", "instance", "invalid", "service"]);

/** What is known of the place where a code is tested. */
export interface TestedAt {
  /** The frequent codes of the provider, by how often they are met. */
  frequentCodes: readonly (readonly string[])[];
  /** Whether the codes are those that are retried. */
  isRetried: boolean;
  /** The codes that the workspace uses. */
  usedInWorkspace: ReadonlySet<string>;
}

/**
 * Returns the codes that handlers of an action's failure are likely to test for, the likeliest first: those that it
 * answers with, and the usual ones of the provider, since documents are not complete.
 */
export function likelyTested(
  action: string,
  answers: readonly ActionAnswer[],
  { frequentCodes, isRetried, usedInWorkspace }: TestedAt,
): string[] {
  const [verb = "", ...nouns] = wordsOf(action).map(singular);
  const effect = order.indexOf(effects[verb] ?? "changes");
  const subjects = nouns.filter((word) => !generalWords.has(word));
  const frequencyOf = new Map(
    frequentCodes.slice(0, 3).flatMap((codes, level) => codes.map((code) => [code, level])),
  );
  const scoreOf = ({ code, kind, retry, isDocumented, isOfEvery }: ActionAnswer): number => {
    const isMissingOrInTheWay = kind === "not-found" || kind === "conflict";
    const ofNames =
      (isDocumented ? weights.named.documented : 0) +
      (isMissingOrInTheWay ? weights.named.missingOrInTheWay : 0);
    return (
      (isDocumented ? weights.documented : isOfEvery ? weights.every : weights.usual) +
      (weights.frequency[frequencyOf.get(code) ?? 3] ?? 0) +
      (kind ? (kindWeights[kind][effect] ?? 0) : 0) +
      (isRetried && retry ? weights.retried[retry] : 0) +
      (isDocumented && usedInWorkspace.has(code) ? weights.usedInWorkspace : 0) +
      (isDocumented ? weightOfSayings(code, kind, order[effect] ?? "changes") : 0) +
      (ofNames > 0 ? ofNames * shareNamed(subjects, code) : 0)
    );
  };
  const known = new Set(answers.map(({ code }) => code));
  const usual = frequentCodes
    .slice(0, 2)
    .flat()
    .filter((code) => !known.has(code))
    .map((code): ActionAnswer => ({ code, isDocumented: false, isOfEvery: false }));
  const scored = [...answers, ...usual].map((answer) => ({ code: answer.code, score: scoreOf(answer) }));
  return scored.sort((a, b) => b.score - a.score).map(({ code }) => code);
}

/** Returns what the words of a code weigh for an effect, in tenths. */
function weightOfSayings(code: string, kind: Kind | undefined, effect: Effect): number {
  const words = wordsOf(code);
  return sayings
    .filter((one) => (!one.kind || one.kind === kind) && words.some((word) => one.words.has(word)))
    .reduce((sum, { weights: ofEffects }) => sum + (ofEffects[effect] ?? 0), 0);
}

/** Returns which share of some words a code names, from 0 to 1. */
function shareNamed(subjects: readonly string[], code: string): number {
  if (subjects.length === 0) return 0;
  const words = new Set(wordsOf(code).map(singular));
  return subjects.filter((word) => words.has(word)).length / subjects.length;
}

function singular(word: string): string {
  return word.replace(/ies$/, "y").replace(/s$/, "");
}
