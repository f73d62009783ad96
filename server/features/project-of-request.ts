import { URI, Utils } from "vscode-uri";
import type { Project } from "../configuration/project.ts";
import { fileUriOf, folderContaining, relativePath } from "../documents/uris.ts";
import type { RequestOrigin } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";

type Workspace = Pick<FeatureContext, "projects" | "folders">;

/** What governs where something is asked: what governs the first folder where no file of the workspace is meant. */
export async function projectOfRequest(
  { projects, folders }: Workspace,
  { uri }: RequestOrigin,
): Promise<Project> {
  const file = uri === undefined ? undefined : fileUriOf(uri);
  if (file?.startsWith("file:")) {
    const project = await projects.of(file);
    if (project.uri !== undefined || folderContaining(folders(), file)) return project;
  }
  const [first] = folders();
  return first === undefined ? projects.of("untitled:main") : projects.ofFolder(first);
}

/** All that governs a part of the workspace, as far as it is known: first what governs where something is asked. */
export async function projectsOfRequest(workspace: Workspace, asking: RequestOrigin): Promise<Project[]> {
  const { projects, folders } = workspace;
  const around = await projectOfRequest(workspace, asking);
  const ofFolders = await Promise.all(folders().map((folder) => projects.ofFolder(folder)));
  return [...new Set([around, ...ofFolders, ...(await projects.made())])];
}

/**
 * The part of the workspace that something governs, as people call it: its folder where there are several, and what
 * lies below that. Undefined where it is all of the only folder.
 */
export function projectName(
  { folders }: Pick<FeatureContext, "folders">,
  { uri }: Project,
  asking: RequestOrigin,
): string | undefined {
  const all = folders();
  const place = asking.uri === undefined ? undefined : fileUriOf(asking.uri);
  const home = folderContaining(all, uri ?? "") ?? (place && folderContaining(all, place)) ?? all[0];
  if (home === undefined) return undefined;
  const below = uri === undefined ? "" : (relativePath(home, uri)?.split("/").slice(0, -1).join("/") ?? "");
  const name = all.length > 1 ? Utils.basename(URI.parse(home)) : "";
  return [name, below].filter(Boolean).join("/") || undefined;
}
