import type { FileRename, WorkspaceEdit } from "vscode-languageserver";
import { type URI, Utils } from "vscode-uri";
import { parseConfiguration } from "../configuration/configuration.ts";
import type { Project } from "../configuration/project.ts";
import { normalizeUri, parseUri } from "../documents/uris.ts";
import type { Edit, EditedFile } from "../fixes/edit.ts";
import { existingFile } from "../fixes/files.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import { formatScalar } from "../fixes/yaml-writing.ts";
import { Glob } from "../globs/glob.ts";
import { ruleIds } from "../rules/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Changes the paths of catalogs in configurations when the files or folders that they name are renamed or moved. */
export const movedFiles: Feature = {
  capabilities: {
    workspace: {
      fileOperations: { willRename: { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] } },
    },
  },

  register(context) {
    context.connection.workspace.onWillRenameFiles(({ files }) => editFor(context, files));
  },
};

async function editFor(
  context: FeatureContext,
  renames: readonly FileRename[],
): Promise<WorkspaceEdit | null> {
  for (const folder of context.folders()) await context.projects.ofFolder(folder);
  const files: EditedFile[] = [];
  for (const project of await context.projects.loadedProjects()) {
    const file = await editedConfiguration(context, project, renames);
    if (file) files.push(file);
  }
  return toWorkspaceEdit({ files }, context.client) ?? null;
}

/** Returns the edits of a configuration; undefined if there are none, or it is moved itself. */
async function editedConfiguration(
  context: FeatureContext,
  { uri }: Project,
  renames: readonly FileRename[],
): Promise<EditedFile | undefined> {
  if (uri === undefined || renames.some(({ oldUri }) => isAtOrBelow(oldUri, uri))) return undefined;
  const target = await existingFile(context, uri);
  const parsed = target && parseConfiguration(target.document.getText(), uri, { rules: ruleIds });
  if (!target || !parsed?.value) return undefined;
  const { document } = target;
  const folder = Utils.dirname(parseUri(uri));
  const edits = parsed.value.catalogs.flatMap(({ path }, index) =>
    path.flatMap((written, at): Edit[] => {
      const moved = movedPath(folder, written, renames);
      if (moved === undefined) return [];
      const range = parsed.problem(["catalogs", index, "path", at], "hint", {});
      const start = document.offsetAt(range);
      const end = document.offsetAt({ line: range.endLine, character: range.endCharacter });
      const isQuoted = /["']/.test(document.getText().charAt(start));
      return [{ start, end, text: isQuoted ? JSON.stringify(moved) : formatScalar(moved) }];
    }),
  );
  return edits.length > 0 ? { ...target, edits } : undefined;
}

/** Returns the path or glob that leads to the same files as before some renames; undefined if it need not change. */
function movedPath(folder: URI, written: string, renames: readonly FileRename[]): string | undefined {
  const { base, rest, isPattern } = Glob.split(written);
  const fixed = isPattern ? base : written;
  const named = Utils.resolvePath(folder, fixed).toString();
  for (const { oldUri, newUri } of renames) {
    if (!isAtOrBelow(oldUri, named)) continue;
    const inner = normalizeUri(named).slice(normalizeUri(oldUri).length);
    const moved = relative(folder.path, `${parseUri(newUri).path}${decodeURIComponent(inner)}`);
    return isPattern ? `${moved}/${rest}` : moved;
  }
  return undefined;
}

function isAtOrBelow(outer: string, uri: string): boolean {
  const [a, b] = [normalizeUri(outer), normalizeUri(uri)].map((one) => one.replace(/\/$/, ""));
  return a === b || (b ?? "").startsWith(`${a}/`);
}

/** Returns a path relative to a folder, with `..` where it is not below it. */
function relative(folder: string, path: string): string {
  const from = folder.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
