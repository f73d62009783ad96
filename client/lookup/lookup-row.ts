import { l10n, type QuickInputButton, QuickPickItemKind } from "vscode";
import type { SearchItem } from "../../server/protocol/index.ts";
import { plainText } from "../language-server/plain-text.ts";
import { labelsOf, meaningOf } from "../views/code-row.ts";
import type { ValuePick } from "../views/filter-values.ts";
import { codeIcon } from "../views/icons.ts";

/** A row of the lookup. A row that completes a filter, or only shows a message, has no code. */
export interface CodePick extends ValuePick {
  code?: SearchItem;
}

/** The buttons of a row, each with the id of the command that it runs on the row's code. */
export type RowActions = ReadonlyMap<QuickInputButton, string>;

/** How many rows are grouped by provider at a time: a result never moves below those of a later group of rows. */
const pageSize = 8;

/** Turns search results into rows, best first; rows of one provider are put together within each page. */
export function toPicks(found: readonly SearchItem[], actions: RowActions, query: string): CodePick[] {
  if (found.length === 0)
    return [{ label: l10n.t("Nothing found for “{0}”.", plainText(query)), alwaysShow: true }];
  const picks: CodePick[] = [];
  let last: string | undefined;
  for (const item of byProvider(found)) {
    const label = headingOf(item);
    if (label !== last) picks.push({ label, kind: QuickPickItemKind.Separator });
    picks.push(toPick(item, actions));
    last = label;
  }
  return picks;
}

/** Sorts each page by provider, with the provider of its best result first. */
function byProvider(found: readonly SearchItem[]): SearchItem[] {
  const starts = Array.from({ length: Math.ceil(found.length / pageSize) }, (_, index) => index * pageSize);
  return starts.flatMap((start) => {
    const page = found.slice(start, start + pageSize);
    const order = [...new Set(page.map(headingOf))];
    return page.toSorted((a, b) => order.indexOf(headingOf(a)) - order.indexOf(headingOf(b)));
  });
}

function headingOf({ because, providerName, fileProviders }: SearchItem): string {
  if (because === "recent") return l10n.t("recently used");
  const name = plainText(providerName);
  return fileProviders === undefined ? name : l10n.t("{0} (not of this file)", name);
}

function toPick(code: SearchItem, actions: RowActions): CodePick {
  const { providerName, serviceName, folder, httpStatus, kindName, link } = code;
  const status = httpStatus.length > 0 ? [`HTTP ${httpStatus.join(", ")}`] : [];
  const facts = [providerName, serviceName, folder, ...status, kindName, ...labelsOf(code)];
  return {
    label: plainText(code.code),
    iconPath: codeIcon(code),
    description: plainText(facts.filter(Boolean).join(" · ")),
    detail: plainText(meaningOf(code) || (code.messages[0] ?? "")),
    buttons: [...actions].flatMap(([button, command]) =>
      command !== "errorCodes.openVendorPage" || link ? button : [],
    ),
    // The server has matched already, by more fields than the quick pick's own filter knows.
    alwaysShow: true,
    code,
  };
}
