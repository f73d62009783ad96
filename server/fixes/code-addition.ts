import type { Entry } from "../../catalog/model/entry.ts";
import type { Retry } from "../../catalog/schema/terms.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { Occurrence } from "../analysis/analysis.ts";
import { handledActionsAt } from "../analysis/handled-actions.ts";
import { isInRetryList } from "../rules/retrying.ts";
import { canReplace } from "../syntax/writing.ts";
import { caseInsertion } from "./case-insertion.ts";
import type { Edit } from "./edit.ts";
import type { Offer } from "./fix.ts";
import { type FixRequest, inDocument } from "./fix-request.ts";
import { listInsertion } from "./list-insertion.ts";

/** A code that can be added, and what is known of it. */
interface AddableCode {
  code: string;
  /** Returns whether sending the request again can succeed; undefined if nobody says. */
  retry(): Retry | undefined;
  /** Decodes the entry that explains it. */
  entry(): Entry | undefined;
}

/** Codes that can be added to a switch, or to a list of codes that are retried. */
export interface CodeAddition {
  place: "switch" | "retries";
  /** The names of the actions, or the parent of the family; identifies the addition among those of a place. */
  key: string;
  title: LocalizedText;
  /** The codes that are not there yet, those worth a retry first. */
  missing: readonly AddableCode[];
  /** Those of them that are added if the user cannot choose. */
  suggested: readonly string[];
  /** The offset of the literal beside which they are added. */
  offset: number;
  /** Whether the suggested ones are all, so that there is nothing to choose. */
  isComplete?: boolean;
  /** Returns the edits that add some of the codes; undefined if that is not possible. */
  editsFor(codes: readonly string[]): Edit[] | undefined;
}

/** So many codes are added at once without a choice; more would hardly be reviewed. */
export const maximumSuggested = 8;

/**
 * Returns the codes that can be added beside an occurrence: to its switch or retry list, if that certainly handles the
 * failure of calls of which it is known what they can fail with; undefined if there are none.
 */
export function codeAdditionAt(request: FixRequest, occurrence: Occurrence): CodeAddition | undefined {
  const { analysis, document } = request;
  const { literal } = occurrence;
  const group = literal.syntax?.group;
  const place = group?.kind === "switch" ? "switch" : isInRetryList(occurrence) ? "retries" : undefined;
  const handled = place && group ? handledActionsAt(analysis, literal.start) : undefined;
  if (!place || !handled?.certain) return undefined;
  const members = analysis.literals.filter((one) => one.literal.syntax?.group === group);
  const written = new Set(members.map((one) => one.literal.text));
  const answers = new Map(
    handled.actions.flatMap((one) => one.answers.map((answer) => [answer.code, answer])),
  );
  const missing = [...answers.values()]
    .filter(({ code }) => !written.has(code) && canReplace(document, literal, code))
    .sort((a, b) => Number(b.retry === "backoff") - Number(a.retry === "backoff"));
  const insertion = place === "switch" ? caseInsertion : listInsertion;
  const editsFor = (codes: readonly string[]) =>
    codes.length > 0 ? insertion(request, literal, codes) : undefined;
  if (!editsFor(missing.slice(0, 1).map(({ code }) => code))) return undefined;
  const worth = missing.flatMap(({ code, retry }) => (retry === "backoff" ? code : []));
  const canChoose = request.context.chooseCommand !== undefined && place === "switch";
  if (worth.length === 0 && !canChoose) return undefined;
  const key = [...new Set(handled.actions.map(({ action }) => action))].join(", ");
  return {
    place,
    key,
    title: titles[place](key),
    missing: missing.map(({ code, retry, row }) => ({
      code,
      retry: () => retry,
      entry: () => row?.layer.entry(row.index),
    })),
    suggested: worth.slice(0, maximumSuggested),
    offset: literal.start,
    editsFor,
  };
}

const titles: Record<CodeAddition["place"], (actions: string) => LocalizedText> = {
  switch: (actions) => ({
    en: `Add missing cases of ${actions}`,
    "zh-CN": `添加 ${actions} 的缺失分支`,
  }),
  retries: (actions) => ({
    en: `Add the retryable codes of ${actions}`,
    "zh-CN": `添加 ${actions} 的可重试错误码`,
  }),
};

/** Returns the offer of an addition: the user chooses the codes where the client can ask, else the suggested ones are added. */
export function offerOf(
  request: FixRequest,
  { key, title, suggested, offset, isComplete = false, editsFor }: CodeAddition,
): Offer {
  return {
    title,
    key,
    ...(isComplete ? {} : { choiceAt: offset }),
    computeChanges: () => {
      const edits = editsFor(suggested);
      return edits && inDocument(request, edits);
    },
  };
}
