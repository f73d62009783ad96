import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind } from "vscode";
import type { CodeItem, FoundItem } from "../../server/protocol/index.ts";
import { marksOf } from "../views/code-row.ts";
import { codeIcon } from "../views/icons.ts";

/** A row of the lookup; one that only says something has no code. */
export interface CodePick extends QuickPickItem {
  code?: CodeItem;
}

/** The buttons of a row, with the commands that they run on its code. */
export type Actions = ReadonlyMap<QuickInputButton, string>;

/** So many rows stand side by side: what is better than these stays above them, whatever its provider. */
const screenful = 8;

/** What was found as rows, best first; those of a provider together, as far as the order allows. */
export function toPicks(found: readonly FoundItem[], actions: Actions, query: string): CodePick[] {
  if (found.length === 0) return [{ label: l10n.t("Nothing found for “{0}”.", query), alwaysShow: true }];
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

/** Each screenful sorted by provider, that of its best one first. */
function byProvider(found: readonly FoundItem[]): FoundItem[] {
  const starts = Array.from({ length: Math.ceil(found.length / screenful) }, (_, index) => index * screenful);
  return starts.flatMap((start) => {
    const some = found.slice(start, start + screenful);
    const order = [...new Set(some.map(headingOf))];
    return some.toSorted((a, b) => order.indexOf(headingOf(a)) - order.indexOf(headingOf(b)));
  });
}

function headingOf({ because, providerName }: FoundItem): string {
  return because === "recent" ? l10n.t("recently used") : providerName;
}

function toPick(code: FoundItem, actions: Actions): CodePick {
  const { providerName, serviceName, folder, httpStatus, kindName, summary, link } = code;
  const status = httpStatus.length > 0 ? [`HTTP ${httpStatus.join(", ")}`] : [];
  const facts = [providerName, serviceName, folder, ...status, kindName, ...marksOf(code)];
  return {
    label: code.code,
    iconPath: codeIcon(code),
    description: facts.filter(Boolean).join(" · "),
    detail: summary || (code.messages[0] ?? ""),
    buttons: [...actions].flatMap(([button, command]) =>
      command !== "errorCodes.openVendorPage" || link ? button : [],
    ),
    // The search has matched already, by more than the editor's own filter looks at.
    alwaysShow: true,
    code,
  };
}
