import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";
import type { Open } from "../harness/open-document.ts";

export const wrong = "AuthFailure.SignatureExpired";
export const right = "AuthFailure.SignatureExpire";

/** A client as VS Code is: it asks for edits when an action is chosen, and makes files. */
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

/** What a fix makes of a text: the cursor is a `|`; undefined where it is not offered. */
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

/** The text after the action of this title, whose kind is one of those; undefined where it is not offered. */
export async function outcome(open: Open, title: RegExp, kind: RegExp): Promise<string | undefined> {
  const action = (await open.actions()).find((one) => title.test(one.title));
  if (!action) return undefined;
  assert.match(action.kind ?? "", kind);
  assert.equal(action.edit, undefined, "The edit is left for later.");
  return open.done(action);
}

/** Opens texts in a client that is there while the tests of the suite run in which this stands. */
export function opening(): (languageId: string, text: string) => Promise<Open> {
  let client: Client;
  before(async () => {
    client = await Client.start({ capabilities });
  });
  after(() => client.stop());
  return (languageId, text) => client.open(languageId, text);
}

/** A test for each example of a fix. */
export function prove(fix: string, title: RegExp, kind: RegExp, examples: readonly Example[]): void {
  describe(`the fix '${fix}'`, () => {
    const open = opening();
    for (const { what, languageId, before, after } of examples) {
      it(`${after === undefined ? "is not offered for" : "works for"} ${what}`, async () => {
        assert.equal(await outcome(await open(languageId, before), title, kind), after);
      });
    }
  });
}
