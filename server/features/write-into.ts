import { type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { Edit } from "../fixes/edit.ts";
import { displayPath, type Target } from "../fixes/files.ts";
import { toWorkspaceEdit } from "../fixes/workspace-edit.ts";
import type { Written } from "../protocol/index.ts";
import { writtenBy } from "./edit-command.ts";
import type { FeatureContext } from "./feature.ts";

/**
 * Makes an edit of a configuration, which the client applies. Returns what was written, or the reason, for users, if that
 * fails. `label` names the change, `done` says what was done; no edit means that the file has errors.
 */
export async function writeInto(
  context: FeatureContext,
  target: Target,
  edit: Edit | undefined,
  label: LocalizedText,
  done: LocalizedText,
): Promise<{ refused: LocalizedText } | { written: Written }> {
  const name = displayPath(context, target);
  const changes = { files: [{ ...target, edits: edit ? [edit] : [] }], done };
  const workspaceEdit = toWorkspaceEdit(changes, context.client);
  const written = await writtenBy(context, changes);
  if (!workspaceEdit || !written)
    return {
      refused: {
        en: `${name} cannot be changed: it has errors or unsaved changes. Fix or save it first.`,
        "zh-CN": `无法修改 ${name}：文件有错误，或有未保存的更改。请先修正或保存。`,
      },
    };
  const { applied, failureReason } = await context.connection.workspace.applyEdit({
    label: localize(label, context.displayLanguage()),
    edit: workspaceEdit,
  });
  if (applied) return { written };
  const why = failureReason ? ` (${failureReason})` : "";
  return { refused: { en: `${name} was not changed${why}.`, "zh-CN": `${name} 未被修改${why}。` } };
}
