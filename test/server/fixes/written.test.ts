import assert from "node:assert/strict";
import type { CodeAction, TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { NewName, Written } from "../../../server/protocol/index.ts";
import { Project } from "../harness/test-project.ts";
import { capabilities } from "./describe-fix.ts";

const own = 'if (err.code === "|Acme.NoSuchThing") {}\n';
const catalog = "version: 1\r\nprovider: acme\r\nentries:\r\n  - code: Acme.Gone # away\r\n\r\n# the end\r\n";
const configuration = "catalogs:\n  - path: docs/errors.yaml\n    provider: acme\n";

describe("what an action writes into files that the user does not look at", () => {
  let project: Project;
  before(async () => {
    project = await Project.of(
      { "a/.error-codes.yaml": configuration, "a/docs/errors.yaml": catalog },
      { capabilities, initializationOptions: { writtenCommand: "written", renameCommand: "rename" } },
    );
  });
  after(() => project.end());

  async function action(path: string, text: string, title: RegExp): Promise<CodeAction> {
    const open = await project.open(path, "typescript", text);
    const found = (await open.actions()).find((one) => title.test(one.title));
    assert.ok(found, `${title} is offered.`);
    return open.resolveAction(found);
  }
  const writtenBy = ({ command }: CodeAction) => command?.arguments?.[0] as Written;
  const path = (uri: string) => uri.slice(project.uri("").replace(/\/?$/, "/").length);

  /** Returns the texts of the files behind an action, and behind its reversal. */
  function texts(resolved: CodeAction, before: Record<string, string>) {
    const { files } = writtenBy(resolved);
    const changes = (resolved.edit?.documentChanges ?? []).filter(
      (one) => "edits" in one,
    ) as TextDocumentEdit[];
    return changes.map(({ textDocument: { uri }, edits }, index) => {
      const apply = (text: string, all: readonly TextEdit[]) =>
        TextDocument.applyEdits(TextDocument.create(uri, "", 0, text), [...all]);
      const now = apply(before[path(uri)] ?? "", edits as TextEdit[]);
      assert.equal(files[index]?.uri, uri);
      return { path: path(uri), now, again: apply(now, files[index]?.reversal ?? []) };
    });
  }

  it("is named with its place, and can be taken back in a catalog with Windows' line breaks", async () => {
    const added = await action("a/add.ts", own, /^Add 'Acme\.NoSuchThing' to a\/docs\/errors\.yaml$/);
    const { message, files, select } = writtenBy(added);
    assert.equal(message, "'Acme.NoSuchThing' was added to a/docs/errors.yaml.");
    assert.deepEqual(
      files.map(({ isNew, isDirty }) => [isNew, isDirty]),
      [[false, false]],
    );
    const [{ now = "", again } = {}] = texts(added, { "a/docs/errors.yaml": catalog });
    assert.equal(again, catalog);
    assert.ok(select);
    assert.equal(TextDocument.create("", "", 0, now).getText(select), "No such thing.");
  });

  it("says that files are new, so that taking it back deletes them", async () => {
    // A code that several clouds have says of none of them that it has the other one as well.
    const text = `if (e.code === "InternalError") {}\n${own}`;
    const ignored = await action("new.ts", text, /^Add 'Acme\.NoSuchThing' to own-codes\.yaml$/);
    assert.match(texts(ignored, {})[0]?.now ?? "", /^version: 1\nprovider: error-codes-/);
    assert.deepEqual(
      writtenBy(ignored).files.map(({ uri, isNew }) => [path(uri), isNew]),
      [
        ["own-codes.yaml", true],
        [".error-codes.yaml", true],
      ],
    );
    assert.deepEqual(
      texts(ignored, {}).map(({ again }) => again),
      ["", ""],
    );
  });

  it("is not saved with what its user has not saved", async () => {
    const text = `${configuration}# mine\n`;
    const open = await project.open("a/.error-codes.yaml", "yaml", text);
    const misspelled = 'if (err.code === "|AuthFailure.SignatureExpired") {}\n';
    const ignored = await action("a/ignore.ts", misspelled, /^Ignore '.*' in a\/\.error-codes\.yaml$/);
    await open.close();
    const { message, files } = writtenBy(ignored);
    assert.equal(message, "'AuthFailure.SignatureExpired' is ignored in a/.error-codes.yaml.");
    assert.deepEqual(
      files.map(({ isNew, isDirty }) => [isNew, isDirty]),
      [[false, true]],
    );
    assert.equal(texts(ignored, { "a/.error-codes.yaml": text })[0]?.again, text);
  });

  it("lets a new constant be renamed at once: its declaration first, then its uses", async () => {
    const text = 'if (err.code === "InternalErr|or") {}\nif (e.code === "InternalError") {}\n';
    const extracted = await action("constant.ts", text, /^Extract /);
    const [change] = (extracted.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const { uri, ranges }: NewName = extracted.command?.arguments?.[0] ?? assert.fail("No command.");
    const before = TextDocument.create(uri, "", 0, text.replace("|", ""));
    const now = TextDocument.applyEdits(before, (change?.edits ?? []) as TextEdit[]);
    const document = TextDocument.create(uri, "", 0, now);
    assert.deepEqual(
      ranges.map((one) => `${one.start.line} ${document.getText(one)}`),
      ["0 INTERNAL_ERROR", "2 INTERNAL_ERROR", "3 INTERNAL_ERROR"],
    );
  });
});
