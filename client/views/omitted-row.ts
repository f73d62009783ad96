import { l10n, ThemeIcon, TreeItem } from "vscode";

/** The last node below another one: how many codes the server left out, since there are too many for one answer. */
export interface OmittedNode<Parent> {
  id: string;
  parent?: Parent;
  omitted: number;
}

/** Returns the node for a number of codes that were left out; none if all are there. */
export function omittedIn<Parent>(
  id: string,
  omitted: number | undefined,
  parent?: Parent,
): OmittedNode<Parent>[] {
  return omitted ? [{ id: `${id} omitted`, omitted, ...(parent ? { parent } : {}) }] : [];
}

export function omittedRow({ id, omitted }: OmittedNode<unknown>): TreeItem {
  const row = new TreeItem(l10n.t("{0} more codes are not shown", omitted.toLocaleString("en")));
  row.id = id;
  row.iconPath = new ThemeIcon("ellipsis");
  return row;
}
