import type { CodeAction } from "vscode-languageserver";
import { localize } from "../../catalog/text/localized-text.ts";
import { rangeOf, type Span } from "../documents/span.ts";
import { afterEdits, type EditedText, wordsIn } from "../fixes/applied-edits.ts";
import type { EditedFile, FileChanges } from "../fixes/edit.ts";
import type { NewName, Written } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";

/** Returns the command that goes on where changes end, to be run behind them; none if the client has no such command. */
export async function commandAfter(
  context: FeatureContext,
  changes: FileChanges,
  title: string,
): Promise<Pick<CodeAction, "command">> {
  const { writtenCommand, renameCommand } = context;
  const written = writtenCommand === undefined ? undefined : await writtenBy(context, changes);
  if (written) return { command: { title, command: writtenCommand ?? "", arguments: [written] } };
  const name = renameCommand === undefined ? undefined : newNameIn(changes);
  return name ? { command: { title, command: renameCommand ?? "", arguments: [name] } } : {};
}

/** Returns what changes write into files that the user does not look at, before they are applied; undefined if nothing. */
export async function writtenBy(
  context: FeatureContext,
  { files, done, select }: FileChanges,
): Promise<Written | undefined> {
  if (!done) return undefined;
  const texts = files.map(afterEdits);
  const [first] = texts;
  const selected = first && select !== undefined ? lastIn(first, select) : undefined;
  const areDirty = await Promise.all(files.map((one) => isDirty(context, one)));
  return {
    message: localize(done, context.displayLanguage()),
    files: files.map(({ document, isNew = false }, index) => ({
      uri: document.uri,
      isNew,
      isDirty: areDirty[index] ?? false,
      reversal: texts[index]?.reversal ?? [],
    })),
    ...(first && selected ? { select: rangeOf({ textDocument: first.document }, selected) } : {}),
  };
}

/** Returns where a text stands last in what the first edit of a file wrote; undefined if it does not. */
function lastIn({ document, written: [first] }: EditedText, text: string): Span | undefined {
  const start = first ? document.getText().slice(0, first.end).lastIndexOf(text) : -1;
  return first && start >= first.start ? { start, end: start + text.length } : undefined;
}

/** Whether a file has changes that its user has not saved: saving it would save these as well. */
async function isDirty({ host }: FeatureContext, { document, version, isNew }: EditedFile): Promise<boolean> {
  if (isNew || version === null) return false;
  return (await host.readText(document.uri)) !== document.getText();
}

/** Returns the new name that changes introduce, if any. */
function newNameIn({ files: [file], rename }: FileChanges): NewName | undefined {
  if (!file || rename === undefined) return undefined;
  const text = afterEdits(file);
  const ranges = wordsIn(text, rename).map((one) => rangeOf({ textDocument: text.document }, one));
  return ranges.length > 0 ? { uri: file.document.uri, ranges } : undefined;
}
