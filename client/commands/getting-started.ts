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

const name = ".error-codes.yaml";

/** What the walkthrough offers: a sample to try everything on, and a configuration to begin with. */
export function registerGettingStarted({ subscriptions }: ExtensionContext, client: Server): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.openSample", async () => {
      await window.showTextDocument(
        await workspace.openTextDocument({ language: "javascript", content: sample() }),
      );
    }),
    commands.registerCommand("errorCodes.openConfiguration", async () => {
      const editor = window.activeTextEditor;
      const governing = editor && (await governs(client, editor.document));
      const folder =
        (editor && workspace.getWorkspaceFolder(editor.document.uri)) ?? workspace.workspaceFolders?.[0];
      if (governing) await window.showTextDocument(governing);
      else if (folder) await openIn(folder.uri);
      else window.showInformationMessage(l10n.t("A configuration belongs to a folder; open one first."));
    }),
  );
}

/** The configuration that governs a document, if any. */
async function governs(client: Server, { uri }: TextDocument): Promise<Uri | undefined> {
  await client.start();
  const params = { uri: uri.toString() };
  const status = await client.sendRequest<StatusResult | null>(statusRequest, params);
  return status?.configuration ? Uri.parse(status.configuration) : undefined;
}

/** Opens the configuration of a folder, or a new one that is not saved yet. */
async function openIn(folder: Uri): Promise<void> {
  const uri = Uri.joinPath(folder, name);
  const isThere = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  const document = await workspace.openTextDocument(isThere ? uri : uri.with({ scheme: "untitled" }));
  if (!isThere && document.getText() === "") {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), beginning());
    await workspace.applyEdit(edit);
  }
  await window.showTextDocument(document);
}

function sample(): string {
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
      // ${l10n.t("This one is misspelled: put the cursor into it and press Ctrl+. (⌘. on a Mac).")}
      case "AuthFailure.SignatureExpired":
        throw err;
    }
    // ${l10n.t("Put the cursor between the quotes and press Ctrl+Space to see what can stand here.")}
    if (err.code === "") return undefined;
    throw err;
  }
}
`;
}

function beginning(): string {
  return `# ${l10n.t("What this project says about error codes, to the editor and to the command line.")}
# https://github.com/error-code-intellisense/error-code-intellisense/blob/main/docs/configuration.md

# ${l10n.t("The providers that the files here talk to, where nothing else shows it.")}
# providers: [tencent-cloud]

# ${l10n.t("Catalogs of your own: YAML or JSON, or Markdown documents with tables of codes.")}
# catalogs:
#   - path: docs/errors/*.md
#     provider: acme

# ${l10n.t("How serious findings are: error, warning, information, hint or off.")}
# rules:
#   misspelled-code: error

# ${l10n.t("What is not reported.")}
# ignore:
#   codes: [LegacyGateway.*]
#   paths: [generated/]
`;
}
