import type { Analysis } from "../analysis/analysis.ts";
import { handledActionsAt } from "../analysis/handled-actions.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";

/**
 * Codes, the most telling ones first, each with the name of the action that answers with it; without those that every
 * action of a service can answer with, which say nothing of this one.
 */
export type CallCodes = ReadonlyMap<string, string>;

const none: CallCodes = new Map();

/** The codes of the calls around a place, which are found once while someone types there. */
export class TypedCallCodes {
  #last = { uri: "", before: "", codes: none };

  /** Returns the codes that the calls can fail with whose failure is handled at `start`, where what is typed begins. */
  at({ uri, text }: TrackedDocument, analysis: Analysis, start: number): CallCodes {
    const last = this.#last;
    const isSame = last.uri === uri && last.before.length === start && text.startsWith(last.before);
    if (!isSame) this.#last = { uri, before: text.slice(0, start), codes: codesAt(analysis, start) };
    return this.#last.codes;
  }
}

function codesAt(analysis: Analysis, offset: number): CallCodes {
  const { actions } = handledActionsAt(analysis, offset) ?? { actions: [] };
  const codes = new Map<string, string>();
  for (const { action, answers } of actions)
    for (const { code, isDocumented, isOfEvery } of answers)
      if (isDocumented && !isOfEvery && !codes.has(code)) codes.set(code, action);
  return codes;
}
