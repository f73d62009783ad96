import { l10n } from "vscode";

/** Returns how many codes a filter shows; from `maximum` on, there may be more. */
export function messageOf(query: string, count: number, maximum = Number.POSITIVE_INFINITY): string {
  if (count === 0) return l10n.t("Nothing found for “{0}”.", query);
  if (count === 1) return l10n.t("“{0}”: 1 code", query);
  const shown = count < maximum ? `${count}` : `${count}+`;
  return l10n.t("“{0}”: {1} codes", query, shown);
}
