import { ThemeColor, ThemeIcon } from "vscode";
import type { CodeItem } from "../../server/protocol/index.ts";

const icons: Record<NonNullable<CodeItem["kind"]>, [icon: string, color: string]> = {
  authentication: ["key", "charts.purple"],
  permission: ["lock", "charts.red"],
  "invalid-request": ["edit", "charts.yellow"],
  "not-found": ["search-stop", "charts.blue"],
  conflict: ["git-merge", "charts.purple"],
  quota: ["dashboard", "charts.yellow"],
  throttling: ["watch", "charts.blue"],
  billing: ["credit-card", "charts.green"],
  unsupported: ["circle-slash", "foreground"],
  unavailable: ["debug-disconnect", "charts.red"],
  internal: ["bug", "charts.red"],
  notice: ["info", "foreground"],
};

/** Returns the icon of a kind of failure, in a colour of the theme. */
export function kindIcon(kind: CodeItem["kind"]): ThemeIcon {
  const [icon, color] = kind ? icons[kind] : ["symbol-enum-member", "foreground"];
  return new ThemeIcon(icon, new ThemeColor(color));
}

/**
 * Returns the icon of a code: that of its kind, pale if the catalog has no text of its own about it, or a trash can if the
 * provider has withdrawn the code.
 */
export function codeIcon({
  kind,
  basis,
  deprecated,
}: Pick<CodeItem, "kind" | "basis" | "deprecated">): ThemeIcon {
  if (deprecated) return new ThemeIcon("trash", pale);
  return basis ? new ThemeIcon(kindIcon(kind).id, pale) : kindIcon(kind);
}

const pale = new ThemeColor("disabledForeground");
