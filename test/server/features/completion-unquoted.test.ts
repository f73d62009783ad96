import assert from "node:assert/strict";
import {
  type CompletionItem,
  type CompletionList,
  CompletionTriggerKind,
  type TextEdit,
} from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";

const code = "AuthFailure.SignatureExpire";

/** Texts with a cursor where a value without quotes is expected, and the same after a code is accepted. */
const places: [languageId: string, before: string, after: string][] = [
  ["typescript", `if (err.code === Auth|) {}`, `if (err.code === "${code}") {}`],
  ["typescript", `if (err.code === Auth|`, `if (err.code === "${code}"`],
  ["typescript", `log('a'); if (err.code === Auth|) {}`, `log('a'); if (err.code === '${code}') {}`],
  ["typescript", `switch (err.code) { case Auth| }`, `switch (err.code) { case "${code}" }`],
  [
    "go",
    `package a\nfunc f() { if e.Code == Auth| {\n}\n}`,
    `package a\nfunc f() { if e.Code == "${code}" {\n}\n}`,
  ],
  [
    "go",
    `package a\nfunc f() {\n switch e.Code {\n case Auth|\n }\n}`,
    `package a\nfunc f() {\n switch e.Code {\n case "${code}"\n }\n}`,
  ],
  ["python", `if e.code == Auth|:\n  pass`, `if e.code == "${code}":\n  pass`],
  ["python", `if e.code == Auth|`, `if e.code == "${code}"`],
  [
    "java",
    `class A { void f() { if (e.getErrorCode().equals(Auth|)) {} } }`,
    `class A { void f() { if (e.getErrorCode().equals("${code}")) {} } }`,
  ],
  [
    "sql",
    `SELECT id FROM requests WHERE error_code = Auth|`,
    `SELECT id FROM requests WHERE error_code = '${code}'`,
  ],
  ["json", `{"Error": {"Code": Auth|}}`, `{"Error": {"Code": "${code}"}}`],
  ["kotlin", `fun f() { if (e.errorCode == Auth|) {} }`, `fun f() { if (e.errorCode == "${code}") {} }`],
];

describe("completion outside quotes", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  async function request(languageId: string, text: string, triggerKind?: CompletionTriggerKind) {
    const open = await client.open(languageId, text);
    const list = await client.connection.sendRequest<CompletionList | null>("textDocument/completion", {
      textDocument: { uri: open.document.uri },
      position: open.cursor,
      ...(triggerKind ? { context: { triggerKind } } : {}),
    });
    const accepted = (item: CompletionItem) => open.textAfterEdits(item.textEdit as TextEdit);
    return { list, accepted };
  }

  for (const [languageId, before, after] of places) {
    it(`inserts a code with its quotes in ${languageId}: ${before.split("\n").at(-1)}`, async () => {
      const { list, accepted } = await request(languageId, before, CompletionTriggerKind.Invoked);
      const item = list?.items.find(({ label }) => label === code);
      assert.ok(item, `${list?.items.length}`);
      assert.equal(accepted(item), after);
      assert.ok(list?.items.every(({ label, filterText }) => /^auth/i.test(label) && filterText === label));
    });

    it(`offers codes before anything is typed only on request in ${languageId}: ${before.split("\n").at(-1)}`, async () => {
      const empty = before.replace("Auth|", "|");
      const { list } = await request(languageId, empty, CompletionTriggerKind.Invoked);
      assert.ok((list?.items.length ?? 0) > 0);
      const { list: automatic } = await request(languageId, empty, CompletionTriggerKind.TriggerCharacter);
      assert.deepEqual(automatic?.items ?? [], []);
    });
  }

  it("waits for the second letter, and asks to be asked again", async () => {
    const { list } = await request("typescript", "if (err.code === A|) {}", CompletionTriggerKind.Invoked);
    assert.deepEqual(list, { isIncomplete: true, items: [] });
  });

  it("offers nothing that no code begins with, nor where no code is expected", async () => {
    for (const text of [
      "if (err.code === zzq|) {}",
      "if (err.code === Sigexp|) {}",
      "if (res.status === Auth|) {}",
      "const a = Auth|;",
      "Auth|",
      "// if (err.code === Auth|",
      "if (Auth|) {}",
      "if (err.code === other.Auth|) {}",
    ]) {
      const { list } = await request("typescript", text, CompletionTriggerKind.Invoked);
      assert.deepEqual(list?.items ?? [], [], text);
    }
  });

  it("has no trigger character of its own", () => {
    const { triggerCharacters } = client.initialized?.capabilities.completionProvider ?? {};
    assert.deepEqual(triggerCharacters, ['"', "'", "`", "."]);
  });
});
