import { type ActionAnswer, answersOf } from "../../catalog/model/action-answers.ts";
import type { ActionKey } from "../../catalog/model/actions.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { HandledCalls, NamedAction } from "../calls/recognized-call.ts";
import type { Analysis } from "./analysis.ts";

/** An action of an API, with what it can answer with. */
export interface AnsweringAction extends ActionKey {
  /** The most telling ones first; never empty. */
  answers: readonly ActionAnswer[];
}

/** The actions whose failure the code at some place handles. */
export interface HandledActions {
  /** Those of which it is known what they can answer with, each once, in the order of their calls. */
  actions: readonly AnsweringAction[];
  /** Whether these are certainly all actions that can fail there. */
  certain: boolean;
}

/** Returns the actions whose failure the code at an offset handles; undefined if none is known. */
export function handledActionsAt(
  { calls, project: { catalog } }: Pick<Analysis, "calls" | "project">,
  offset: number,
): HandledActions | undefined {
  const handled = calls?.around(offset);
  if (!handled) return undefined;
  const ofCatalog = keptActions.get(catalog) ?? new WeakMap<HandledCalls, HandledActions | "none">();
  keptActions.set(catalog, ofCatalog);
  let actions = ofCatalog.get(handled);
  if (!actions) {
    actions = actionsOf(handled, catalog) ?? "none";
    ofCatalog.set(handled, actions);
  }
  return actions === "none" ? undefined : actions;
}

/** What is known of the calls of one scope, which each code in it asks for. */
const keptActions = new WeakMap<Catalog, WeakMap<HandledCalls, HandledActions | "none">>();

function actionsOf({ calls, certain }: HandledCalls, catalog: Catalog): HandledActions | undefined {
  const found = new Map<string, AnsweringAction>();
  let isAllKnown = true;
  for (const call of calls) {
    const action = answeringAction(call, catalog);
    if (action) found.set(JSON.stringify([action.provider, action.service, action.action]), action);
    else isAllKnown = false;
  }
  if (found.size === 0) return undefined;
  return { actions: [...found.values()], certain: certain && isAllKnown };
}

/** The answers of so many actions are kept: those of the documents that are open are asked for again and again. */
const maximumKept = 200;

const keptAnswers = new WeakMap<Catalog, Map<string, readonly ActionAnswer[]>>();

/** Returns an action with what it can answer with; undefined if that is not known. */
export function answeringAction(
  { provider, service, action }: NamedAction,
  catalog: Catalog,
): AnsweringAction | undefined {
  if (service === undefined) return undefined;
  const kept = keptAnswers.get(catalog) ?? new Map<string, readonly ActionAnswer[]>();
  keptAnswers.set(catalog, kept);
  const key = JSON.stringify([provider, service, action]);
  let answers = kept.get(key);
  if (!answers) {
    answers = answersOf(catalog, { provider, service, action });
    if (kept.size >= maximumKept) kept.clear();
    kept.set(key, answers);
  }
  return answers.length > 0 ? { provider, service, action, answers } : undefined;
}
