import assert from "node:assert/strict";
import {
  ConfigurationTarget,
  commands,
  env,
  extensions,
  languages,
  TabInputCustom,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { closeAll, eventually, hoversOn, inside, place, show, showExample, textOf } from "./editor.ts";

const id = "error-code-intellisense.error-code-intellisense";
const code = "AuthFailure.SignatureExpire";
const address = Uri.parse(`error-code:/tencent-cloud/common/${code}`);
const response = `{"Response": {"Error": {"Code": "${code}", "Message": "late"}, "RequestId": "r-1"}}`;

/** Returns the active page with its title, or undefined if the active tab is not a page. */
function page(): { uri: Uri; label: string } | undefined {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const isPage = tab?.input instanceof TabInputCustom && tab.input.viewType === "errorCodes.page";
  return isPage ? { uri: (tab.input as TabInputCustom).uri, label: tab.label } : undefined;
}

/** Waits for the page of a code. */
async function pageOf(title: string): Promise<Uri> {
  const { uri } = await eventually(`the page of ${title}`, () => {
    const active = page();
    return active?.label === title ? active : undefined;
  });
  return uri;
}

describe("pages in VS Code", () => {
  afterEach(closeAll);

  it("open on Go to Definition with the code as their title, and can be revisited with Go Back", async () => {
    const { document } = await showExample("typescript/tencent-signature.ts");
    await eventually("the page", async () => {
      const editor = window.activeTextEditor;
      if (editor?.document === document) {
        place(editor, inside(document, "AuthFailure.SecretIdNotFound"));
        await commands.executeCommand("editor.action.revealDefinition");
      }
      return page();
    });
    assert.equal((await pageOf("AuthFailure.SecretIdNotFound")).scheme, "error-code");
    await commands.executeCommand("workbench.action.keepEditor");
    const other = { provider: "alibaba-cloud", service: "common", code: "Throttling" };
    await commands.executeCommand("errorCodes.showDetails", other);
    await pageOf("Throttling");
    await commands.executeCommand("workbench.action.navigateBack");
    await pageOf("AuthFailure.SecretIdNotFound");
    await commands.executeCommand("workbench.action.navigateForward");
    await pageOf("Throttling");
  });

  it("can be read as Markdown files, but not written", async () => {
    const text = new TextDecoder().decode(await workspace.fs.readFile(address));
    assert.match(text, /^# AuthFailure\.SignatureExpire\n\nTencent Cloud · Common/);
    await assert.rejects(async () => workspace.fs.writeFile(address, new Uint8Array()));
  });

  it("open on a deep link", async () => {
    assert.ok(extensions.getExtension(id));
    const settings = workspace.getConfiguration("extensions");
    const setting = "confirmedUriHandlerExtensionIds";
    await settings.update(setting, [id], ConfigurationTarget.Global);
    try {
      const link = Uri.parse(`${env.uriScheme}://${id}/code/tencent-cloud/common/${code}`);
      await commands.executeCommand("vscode.open", link);
      assert.equal((await pageOf(code)).toString(), address.toString());
    } finally {
      await settings.update(setting, undefined, ConfigurationTarget.Global);
    }
  });

  it("explain a response from the selection, with its message and request id", async () => {
    await show("plaintext", response);
    await commands.executeCommand("editor.action.selectAll");
    await commands.executeCommand("errorCodes.explain");
    const { path, query } = await pageOf(code);
    assert.equal(path, address.path);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(query)), { message: "late", requestId: "r-1" });
    await commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("explain a response from the clipboard", async () => {
    await env.clipboard.writeText(response);
    await commands.executeCommand("errorCodes.explain");
    assert.match((await pageOf(code)).query, /r-1/);
  });

  it("are offered as choices if a text contains several codes", async () => {
    const command = commands.executeCommand(
      "errorCodes.explain",
      "tencentcloud AuthFailure.TokenFailure, LimitExceeded.Foo, InvalidParameter.Bar AuthFailure.MFAFailure",
    );
    await eventually("a page", async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return page();
    });
    await command;
    await pageOf("AuthFailure.TokenFailure");
  });

  it("are offered for the nearest codes if a text contains no known code", async () => {
    const command = commands.executeCommand("errorCodes.explain", "code: AuthFailure.SignatureExpird");
    await eventually("a page", async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return page();
    });
    await command;
    await pageOf(code);
  });
});

describe("logs in VS Code", () => {
  afterEach(closeAll);

  async function hoverIn(document: TextDocument): Promise<string> {
    return eventually("a hover", async () => {
      const texts = (await hoversOn(document, code)).map((one) => textOf(one));
      return texts.find((text) => text.includes("Tencent Cloud"));
    });
  }

  it("have hovers on the codes in a log file, but no diagnostics", async () => {
    const { document } = await show("log", `2026-01-01 [ERROR] Code=${code}, AuthFailure.SignatureExpired`);
    assert.match(await hoverIn(document), /Details/);
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
  });

  /** Opens an output channel's document with a fixed text: without VS Code's native logger, channels stay empty. */
  async function channel(name: string): Promise<TextDocument> {
    const texts = workspace.registerTextDocumentContentProvider("output", {
      provideTextDocumentContent: () => `failed: ${code}`,
    });
    try {
      return await workspace.openTextDocument(Uri.from({ scheme: "output", path: name }));
    } finally {
      texts.dispose();
    }
  }

  it("have hovers in output channels, except the extension's own, which would log its own messages", async () => {
    const other = await channel("extension-output-somebody.else-#1-Sample");
    assert.match(await hoverIn(other), /Details/);
    const own = await channel(`extension-output-${id}-#1-Error Code IntelliSense`);
    assert.equal(own.getText(), other.getText());
    assert.deepEqual(await hoversOn(own, code), []);
  });
});
