import { URI, Utils } from "vscode-uri";
import type { Project } from "../configuration/project.ts";
import { fileOf, folderOf, pathBelow } from "../documents/uris.ts";
import type { Asking } from "../protocol/index.ts";
import type { Context } from "./feature.ts";

type Workspace = Pick<Context, "domains" | "folders">;

/** What governs where something is asked: what governs the first folder where no file of the workspace is meant. */
export async function domainAround({ domains, folders }: Workspace, { uri }: Asking): Promise<Project> {
  const file = uri === undefined ? undefined : fileOf(uri);
  if (file?.startsWith("file:")) {
    const domain = await domains.of(file);
    if (domain.uri !== undefined || folderOf(folders(), file)) return domain;
  }
  const [first] = folders();
  return first === undefined ? domains.of("untitled:main") : domains.ofFolder(first);
}

/** All that governs a part of the workspace, as far as it is known: first what governs where something is asked. */
export async function domainsFrom(workspace: Workspace, asking: Asking): Promise<Project[]> {
  const { domains, folders } = workspace;
  const around = await domainAround(workspace, asking);
  const ofFolders = await Promise.all(folders().map((folder) => domains.ofFolder(folder)));
  return [...new Set([around, ...ofFolders, ...(await domains.made())])];
}

/**
 * The part of the workspace that something governs, as people call it: its folder where there are several, and what
 * lies below that. Undefined where it is all of the only folder.
 */
export function partOf(
  { folders }: Pick<Context, "folders">,
  { uri }: Project,
  asking: Asking,
): string | undefined {
  const all = folders();
  const place = asking.uri === undefined ? undefined : fileOf(asking.uri);
  const home = folderOf(all, uri ?? "") ?? (place && folderOf(all, place)) ?? all[0];
  if (home === undefined) return undefined;
  const below = uri === undefined ? "" : (pathBelow(home, uri)?.split("/").slice(0, -1).join("/") ?? "");
  const name = all.length > 1 ? Utils.basename(URI.parse(home)) : "";
  return [name, below].filter(Boolean).join("/") || undefined;
}
