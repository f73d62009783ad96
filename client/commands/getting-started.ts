import {
  commands,
  type ExtensionContext,
  l10n,
  Position,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { type StatusResult, statusRequest } from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";

const configurationName = ".error-codes.yaml";

/** Registers the commands of the walkthrough: opening a sample document, and opening or creating the configuration. */
export function registerGettingStarted({ subscriptions }: ExtensionContext, server: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.openSample", async () => {
      await window.showTextDocument(
        await workspace.openTextDocument({ language: "javascript", content: sampleCode() }),
      );
    }),
    commands.registerCommand("errorCodes.openConfiguration", async () => {
      const editor = window.activeTextEditor;
      const governing = editor && (await configurationOf(server, editor.document));
      const folder =
        (editor && workspace.getWorkspaceFolder(editor.document.uri)) ?? workspace.workspaceFolders?.[0];
      if (governing) await window.showTextDocument(governing);
      else if (folder) await openConfigurationIn(folder.uri);
      else window.showInformationMessage(l10n.t("A configuration belongs to a folder; open a folder first."));
    }),
  );
}

/** Returns the configuration that governs a document, if any. */
async function configurationOf(server: Server, { uri }: TextDocument): Promise<Uri | undefined> {
  await server.start();
  const params = { uri: uri.toString() };
  const status = await server.sendRequest<StatusResult | null>(statusRequest, params);
  return status?.configuration ? Uri.parse(status.configuration) : undefined;
}

/** Opens the configuration of a folder, or a new one that is not saved yet. */
async function openConfigurationIn(folder: Uri): Promise<void> {
  const uri = Uri.joinPath(folder, configurationName);
  const exists = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  const document = await workspace.openTextDocument(exists ? uri : uri.with({ scheme: "untitled" }));
  if (!exists && document.getText() === "") {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), configurationTemplate());
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document);
}

function sampleCode(): string {
  return `import { cvm } from "tencentcloud-sdk-nodejs";

const client = new cvm.v20170312.Client({ region: "ap-guangzhou" });

export async function start(InstanceIds) {
  try {
    return await client.StartInstances({ InstanceIds });
  } catch (err) {
    switch (err.code) {
      // ${l10n.t("Hover over a code to read what it means.")}
      case "RequestLimitExceeded":
      case "InternalError":
        return start(InstanceIds);
      // ${l10n.t("This one is misspelled: put the cursor on it and press Ctrl+. (⌘. on a Mac).")}
      case "AuthFailure.SignatureExpired":
        throw err;
    }
    // ${l10n.t("Put the cursor between the quotes and press Ctrl+Space to see which codes fit here.")}
    if (err.code === "") return undefined;
    throw err;
  }
}
`;
}

function configurationTemplate(): string {
  return `# ${l10n.t("The error code settings of this project, for the editor and the command line.")}
# https://github.com/error-code-intellisense/error-code-intellisense/blob/main/docs/configuration.md

# ${l10n.t("The providers whose APIs the files here call, if they cannot be inferred.")}
# providers: [tencent-cloud]

# ${l10n.t("Your own catalogs: YAML or JSON, or Markdown documents with tables of codes.")}
# catalogs:
#   - path: docs/errors/*.md
#     provider: acme

# ${l10n.t("The severity of each rule: error, warning, information, hint or off.")}
# rules:
#   misspelled-code: error

# ${l10n.t("What is not reported.")}
# ignore:
#   codes: [LegacyGateway.*]
#   paths: [generated/]
`;
}
