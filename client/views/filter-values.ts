import { l10n, type QuickPickItem, QuickPickItemKind } from "vscode";
import {
  type FilterValuesParams,
  type FilterValuesResult,
  filterValuesRequest,
} from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import type { Server } from "../language-server/server.ts";

/** A row that completes the filter at the end of a query. */
export interface ValuePick extends QuickPickItem {
  completion?: { query: string; completed: string };
}

/** Returns the completed query if a row was made for what stands in the box now: rows come later than what is typed. */
export function completedBy(pick: ValuePick | undefined, value: string): string | undefined {
  return pick?.completion?.query === value ? pick.completion.completed : undefined;
}

/** Returns rows for what the filter at the end of a query can be completed to, below a heading; none if there is none. */
export async function valuePicks(server: Server, query: string): Promise<ValuePick[]> {
  const params: FilterValuesParams = { query, ...server.place.origin };
  const { start, values } = await server.sendRequest<FilterValuesResult>(filterValuesRequest, params);
  if (values.length === 0) return [];
  const picks = values.map(({ text, name, detail }): ValuePick => {
    const isFinished = !/[:@]$/.test(text);
    return {
      label: plainText(name),
      description: plainText([isFinished && text, detail].filter(Boolean).join(" · ")),
      // The server has matched already, also by the name in the other language.
      alwaysShow: true,
      completion: { query, completed: `${query.slice(0, start)}${text}${isFinished ? " " : ""}` },
    };
  });
  return [{ label: l10n.t("filters"), kind: QuickPickItemKind.Separator }, ...picks];
}
