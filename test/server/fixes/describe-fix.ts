import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";

export const wrong = "AuthFailure.SignatureExpired";
export const right = "AuthFailure.SignatureExpire";

/** The capabilities of VS Code: it resolves the edit of an action when it is chosen, and can create files. */
export const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: {},
    },
  },
};

/** A text with the cursor as `|`, and the text after a fix; `after` is undefined if the fix is not offered. */
interface Example {
  what: string;
  languageId: string;
  before: string;
  after: string | undefined;
}

export const example = (
  what: string,
  languageId: string,
  before: string,
  after: string | undefined,
): Example => ({ what, languageId, before, after });

/** Applies the action whose title matches and returns the text, or undefined if it is not offered; checks its kind. */
export async function textAfterAction(
  open: OpenDocument,
  title: RegExp,
  kind: RegExp,
): Promise<string | undefined> {
  const action = (await open.actions()).find((one) => title.test(one.title));
  if (!action) return undefined;
  assert.match(action.kind ?? "", kind);
  assert.equal(action.edit, undefined, "The edit is not resolved yet.");
  return open.textAfterAction(action);
}

/** Starts a client for the tests of the surrounding suite and returns a function that opens texts in it. */
export function opening(): (languageId: string, text: string) => Promise<OpenDocument> {
  let client: Client;
  before(async () => {
    client = await Client.start({ capabilities });
  });
  after(() => client.stop());
  return (languageId, text) => client.open(languageId, text);
}

/** Defines a suite with one test for each example of a fix. */
export function describeFix(fix: string, title: RegExp, kind: RegExp, examples: readonly Example[]): void {
  describe(`the fix '${fix}'`, () => {
    const open = opening();
    for (const { what, languageId, before, after } of examples) {
      it(`${after === undefined ? "is not offered for" : "works for"} ${what}`, async () => {
        assert.equal(await textAfterAction(await open(languageId, before), title, kind), after);
      });
    }
  });
}
