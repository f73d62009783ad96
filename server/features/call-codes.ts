import { likelyTested, type TestedAt } from "../../catalog/model/tested-answers.ts";
import type { Analysis } from "../analysis/analysis.ts";
import { handledActionsAt } from "../analysis/handled-actions.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";

/** The codes of the calls whose failure is handled at a place. */
export interface CallCodes {
  /** Each code that is documented for a call, with the name of its action; without those of every action. */
  actions: ReadonlyMap<string, string>;
  /** The codes that a handler of the calls is likely to test for, the likeliest first, those of every action included. */
  likely: readonly string[];
}

const none: CallCodes = { actions: new Map(), likely: [] };

/** The codes of the calls around a place, which are found once while someone types there. */
export class TypedCallCodes {
  #last = { uri: "", before: "", used: new Set() as ReadonlySet<string>, codes: none };

  /** Returns the codes of the calls whose failure is handled at `start`, where what is typed begins. */
  at({ uri, text }: TrackedDocument, analysis: Analysis, start: number, around: TestedAround): CallCodes {
    const last = this.#last;
    const { usedInWorkspace: used } = around;
    const isSame = last.uri === uri && last.before.length === start && text.startsWith(last.before);
    if (!isSame || last.used !== used) {
      const codes = codesAt(analysis, start, around);
      this.#last = { uri, before: text.slice(0, start), used, codes };
    }
    return this.#last.codes;
  }
}

/** What is known of a place besides its calls. */
type TestedAround = Pick<TestedAt, "isRetried" | "usedInWorkspace">;

function codesAt(analysis: Analysis, offset: number, around: TestedAround): CallCodes {
  const { actions } = handledActionsAt(analysis, offset) ?? { actions: [] };
  const { catalog } = analysis.project;
  const named = new Map<string, string>();
  const lists: string[][] = [];
  for (const { provider, action, answers } of actions) {
    for (const { code, isDocumented, isOfEvery } of answers)
      if (isDocumented && !isOfEvery && !named.has(code)) named.set(code, action);
    const frequentCodes = catalog.provider(provider)?.frequentCodes ?? [];
    lists.push(likelyTested(action, answers, { frequentCodes, ...around }));
  }
  return { actions: named, likely: inTurn(lists) };
}

/** Returns the members of some lists, the first ones of all of them first, each once. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  if (lists.length < 2) return [...(lists[0] ?? [])];
  const longest = Math.max(...lists.map(({ length }) => length));
  const found = new Set<string>();
  for (let index = 0; index < longest; index++)
    for (const list of lists) {
      const code = list[index];
      if (code !== undefined) found.add(code);
    }
  return [...found];
}
