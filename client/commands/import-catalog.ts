import {
  commands,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  type CatalogResult,
  catalogRequest,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type ImportOutcome,
  type ImportParams,
  type ImportPreview,
  type ImportPreviewParams,
  type ImportPreviewResult,
  importPreviewRequest,
  importRequest,
} from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";

/** Registers **Import Catalog…** and **Export…**. */
export function registerImportCatalog({ subscriptions }: ExtensionContext, server: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.importCatalog", async (given?: unknown) => {
      const uri = given instanceof Uri ? given : await chooseFile();
      if (uri) await importCatalog(server, uri);
    }),
    commands.registerCommand("errorCodes.exportCatalog", () => exportCodes(server)),
  );
}

async function chooseFile(): Promise<Uri | undefined> {
  const [uri] =
    (await window.showOpenDialog({
      title: l10n.t("Import Catalog"),
      openLabel: l10n.t("Read"),
      ...(workspace.workspaceFolders?.[0] ? { defaultUri: workspace.workspaceFolders[0].uri } : {}),
    })) ?? [];
  return uri;
}

async function importCatalog(server: Server, uri: Uri): Promise<void> {
  const name = workspace.asRelativePath(uri);
  const params: ImportPreviewParams = { uri: uri.toString() };
  const preview = await server.sendRequest<ImportPreviewResult>(importPreviewRequest, params);
  if (!preview || preview.format === undefined)
    return tell(l10n.t("The format of {0} is not known, or the file cannot be read.", name));
  if (preview.isCatalog) return tell(l10n.t("{0} is one of your catalogs already.", name));
  const goesOn = await showRows(name, uri, preview);
  if (!goesOn) return;
  const provider = await chooseProvider(preview);
  if (provider === undefined) return;
  const writes = preview.canStay ? await chooseWay(name) : true;
  if (writes === undefined) return;
  const request: ImportParams = { uri: uri.toString(), provider, writes };
  const outcome = await server.sendRequest<ImportOutcome>(importRequest, request);
  if (outcome.refused !== undefined) return tell(outcome.refused);
  for (const changed of outcome.changed) await (await workspace.openTextDocument(Uri.parse(changed))).save();
  const [catalog] = outcome.changed;
  await window.showTextDocument(Uri.parse(writes && catalog ? catalog : uri.toString()));
}

function tell(message: string): void {
  void window.showInformationMessage(message);
}

/** Shows what was understood; returns whether the user goes on. A row opens its line in the document. */
async function showRows(name: string, uri: Uri, { rows, notes, format }: ImportPreview): Promise<boolean> {
  interface Item extends QuickPickItem {
    line?: number;
  }
  const line = (one: number) => l10n.t("line {0}", one + 1);
  const go: Item = {
    label: `$(arrow-right) ${l10n.t("Choose the provider of these codes")}`,
    alwaysShow: true,
  };
  const items: Item[] = [
    ...(rows.length > 0 ? [go] : []),
    ...(notes.length > 0 ? [{ label: l10n.t("Passed over"), kind: QuickPickItemKind.Separator }] : []),
    ...notes.map((note) => ({
      label: `$(info) ${note.text}`,
      description: line(note.line),
      line: note.line,
    })),
    { label: l10n.t("Read"), kind: QuickPickItemKind.Separator },
    ...rows.map((row) => ({
      label: row.code,
      description: line(row.line),
      detail: row.text,
      line: row.line,
    })),
  ];
  const title = l10n.t("{0} ({1}): {2} error codes", name, format ?? "", rows.length);
  const chosen = await window.showQuickPick(items, { title, matchOnDetail: true, ignoreFocusOut: true });
  if (chosen === go) return true;
  if (chosen?.line !== undefined) {
    const editor = await window.showTextDocument(uri);
    editor.revealRange(editor.document.lineAt(Math.min(chosen.line, editor.document.lineCount - 1)).range);
  }
  return false;
}

async function chooseProvider({ providers }: ImportPreview): Promise<string | undefined> {
  interface Item extends QuickPickItem {
    id?: string;
  }
  const other: Item = { label: `$(add) ${l10n.t("A new provider…")}`, alwaysShow: true };
  const sorted = providers.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn));
  const items: Item[] = [other, ...sorted.map(({ id, name }) => ({ label: name, description: id, id }))];
  const title = l10n.t("Whose codes are these?");
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  if (chosen !== other) return chosen?.id;
  return window.showInputBox({
    title,
    prompt: l10n.t("The id of the provider: lower-case letters and digits, joined by dashes, such as acme."),
    ignoreFocusOut: true,
    validateInput: (id) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)
        ? undefined
        : l10n.t("Lower-case letters and digits, joined by dashes."),
  });
}

/** Asks whether a file is written, or the document is read as it is; undefined if the user cancels. */
async function chooseWay(name: string): Promise<boolean | undefined> {
  const stays: QuickPickItem = {
    label: l10n.t("Read {0} as it is", name),
    detail: l10n.t("The configuration names it; what changes in it counts at once."),
  };
  const writes: QuickPickItem = {
    label: l10n.t("Write a catalog file"),
    detail: l10n.t("In YAML, beside the configuration, for more than the document can say."),
  };
  const chosen = await window.showQuickPick([stays, writes], {
    title: l10n.t("Import Catalog"),
    ignoreFocusOut: true,
  });
  return chosen && chosen === writes;
}

async function exportCodes(server: Server): Promise<void> {
  interface Item extends QuickPickItem {
    provider?: string;
  }
  const groups = await server.sendRequest<CatalogResult>(catalogRequest, server.place.origin);
  const used: Item = { label: l10n.t("Codes used in this workspace") };
  const items: Item[] = [
    used,
    { label: l10n.t("Catalogs"), kind: QuickPickItemKind.Separator },
    ...groups.map(({ id, name, count }) => ({ label: name, description: String(count), provider: id })),
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t("Export as a Markdown page") });
  if (!chosen) return;
  const params: ExportParams = {
    ...server.place.origin,
    ...(chosen.provider ? { provider: chosen.provider } : {}),
  };
  const { text, count } = await server.sendRequest<ExportResult>(exportRequest, params);
  if (count === 0) return tell(l10n.t("No error codes were found."));
  await window.showTextDocument(await workspace.openTextDocument({ language: "markdown", content: text }));
}
