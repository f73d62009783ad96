import { Utils } from "vscode-uri";
import type { Project } from "../configuration/project.ts";
import { fileUriOf, folderContaining, isInFolder, parseUri, relativePath } from "../documents/uris.ts";
import type { RequestOrigin } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";

type Workspace = Pick<FeatureContext, "projects" | "folders">;

/**
 * Returns the project of a request's document, if that is a file with a configuration or in a workspace folder;
 * otherwise the project of the first workspace folder.
 */
export async function projectOfRequest(
  { projects, folders }: Workspace,
  { uri }: RequestOrigin,
): Promise<Project> {
  const file = uri === undefined ? undefined : fileUriOf(uri);
  if (file !== undefined && isInFolder(file)) {
    const project = await projects.of(file);
    if (project.uri !== undefined || folderContaining(folders(), file)) return project;
  }
  const [first] = folders();
  return first === undefined ? projects.of("untitled:main") : projects.ofFolder(first);
}

/** Returns the project of a request, followed by those of the workspace folders and all others loaded so far. */
export async function projectsOfRequest(workspace: Workspace, origin: RequestOrigin): Promise<Project[]> {
  const { projects, folders } = workspace;
  const own = await projectOfRequest(workspace, origin);
  const ofFolders = await Promise.all(folders().map((folder) => projects.ofFolder(folder)));
  return [...new Set([own, ...ofFolders, ...(await projects.loadedProjects()), ...projects.withSdks])];
}

/**
 * Returns the name of a project for users: the name of its workspace folder, if there are several, and its path in
 * that folder. Undefined if it is the whole of the only folder.
 */
export function projectName(
  { folders }: Pick<FeatureContext, "folders">,
  { uri }: Project,
  origin: RequestOrigin,
): string | undefined {
  const all = folders();
  const file = origin.uri === undefined ? undefined : fileUriOf(origin.uri);
  const folder = folderContaining(all, uri ?? "") ?? (file && folderContaining(all, file)) ?? all[0];
  if (folder === undefined) return undefined;
  const path = uri === undefined ? "" : (relativePath(folder, uri)?.split("/").slice(0, -1).join("/") ?? "");
  const name = all.length > 1 ? Utils.basename(parseUri(folder)) : "";
  return [name, path].filter(Boolean).join("/") || undefined;
}
