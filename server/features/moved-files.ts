import type { FileRename, WorkspaceEdit } from "vscode-languageserver";
import { parseConfiguration } from "../configuration/configuration.ts";
import type { Project } from "../configuration/project.ts";
import type { Edit, EditedFile } from "../fixes/edit.ts";
import { existingFile } from "../fixes/files.ts";
import { lineAt } from "../fixes/lines.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import { formatScalar } from "../fixes/yaml-writing.ts";
import { ruleIds } from "../rules/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { type MovedPath, movedPaths } from "./moved-paths.ts";

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

/** Returns the edits of a configuration, which may be moved itself; undefined if there are none. */
async function editedConfiguration(
  context: FeatureContext,
  { uri, catalogUris }: Project,
  renames: readonly FileRename[],
): Promise<EditedFile | undefined> {
  if (uri === undefined) return undefined;
  const target = await existingFile(context, uri);
  const parsed = target && parseConfiguration(target.document.getText(), uri, { rules: ruleIds });
  if (!target || !parsed?.value) return undefined;
  const { document } = target;
  const edits = parsed.value.catalogs.flatMap(({ path }, index) => {
    const moved = movedPaths({ uri, paths: path, catalogs: catalogUris }, renames);
    return moved.flatMap((one, at) => {
      const range = parsed.problem(["catalogs", index, "path", at], "hint", {});
      const start = document.offsetAt(range);
      const end = document.offsetAt({ line: range.endLine, character: range.endCharacter });
      return editOf(document.getText(), { start, end }, one) ?? [];
    });
  });
  return edits.length > 0 ? { ...target, edits } : undefined;
}

/** Returns the edit that writes a moved path, which stands alone or in a list; undefined if nothing changes. */
function editOf(
  text: string,
  { start, end }: { start: number; end: number },
  { path, added }: MovedPath,
): Edit | undefined {
  if (path === undefined && added.length === 0) return undefined;
  const written = text.slice(start, end);
  const isQuoted = /^["']/.test(written);
  const scalar = (value: string) => (isQuoted ? JSON.stringify(value) : formatScalar(value));
  if (added.length === 0) return { start, end, text: scalar(path ?? "") };
  const before = text.slice(0, start).trimEnd().at(-1) ?? "";
  const line = lineAt(text, start);
  const item = /^\s*-\s+$/.exec(text.slice(line.start, start))?.[0];
  if (item !== undefined) {
    const all = [path === undefined ? written : scalar(path), ...added.map(scalar)];
    return { start, end, text: all.join(`\n${item}`) };
  }
  // Brackets and commas mean something in a list in brackets.
  const inList = (value: string) => (/[[\]{},]/.test(value) ? JSON.stringify(value) : scalar(value));
  const own = path === undefined && isQuoted ? written : inList(path ?? written);
  const list = [own, ...added.map(inList)].join(", ");
  return { start, end, text: /[[,]/.test(before) ? list : `[${list}]` };
}
