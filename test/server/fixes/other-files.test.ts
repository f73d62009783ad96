import assert from "node:assert/strict";
import type { TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Written } from "../../../server/protocol/index.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";
import { capabilities, right, wrong } from "./describe-fix.ts";

/** Applies the action whose title matches and returns the texts of the changed files, by path, and the edit. */
async function filesAfter(
  project: Project,
  open: OpenDocument,
  title: RegExp,
  files: Record<string, string>,
) {
  const action = (await open.actions()).find((one) => title.test(one.title));
  assert.ok(action, `${title} is offered.`);
  const { edit } = await open.resolveAction(action);
  const after: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    if ("kind" in change) {
      assert.equal(change.kind, "create");
      continue;
    }
    const { textDocument, edits } = change as TextDocumentEdit;
    const path = textDocument.uri.slice(project.uri("").replace(/\/?$/, "/").length);
    const document = TextDocument.create(textDocument.uri, "", 0, files[path] ?? "");
    after[path] = TextDocument.applyEdits(document, edits as TextEdit[]);
  }
  return { after, edit };
}

const source = `if (err.code === "|Acme.NoSuchThing") {}\n`;
const misspelled = `if (err.code === "|${wrong}") {}\n`;

describe("fixes that write to other files", () => {
  const cases: [
    what: string,
    title: RegExp,
    text: string,
    files: Record<string, string>,
    after: Record<string, string>,
  ][] = [
    [
      "add to the catalog named in the configuration and keep comments",
      /^Add 'Acme\.NoSuchThing' to docs\/errors\.yaml$/,
      source,
      {
        ".error-codes.yaml": "providers: acme\ncatalogs:\n  - path: docs/*.yaml\n",
        "docs/errors.yaml":
          "# ours\nversion: 1\nprovider: acme\nentries:\n  - code: Acme.Gone # away\n    summary: Gone.\n\n# the end\n",
      },
      {
        "docs/errors.yaml":
          "# ours\nversion: 1\nprovider: acme\nentries:\n  - code: Acme.Gone # away\n    summary: Gone.\n  - code: Acme.NoSuchThing\n\n# the end\n",
      },
    ],
    [
      "add to a JSON catalog and keep CRLF",
      /^Add 'Acme\.NoSuchThing' to errors\.json$/,
      source,
      {
        ".error-codes.yaml": "providers: acme\ncatalogs:\n  - path: errors.json\n",
        "errors.json":
          '{\r\n  "version": 1,\r\n  "provider": "acme",\r\n  "entries": [\r\n    { "code": "Acme.Gone" }\r\n  ]\r\n}\r\n',
      },
      {
        "errors.json":
          '{\r\n  "version": 1,\r\n  "provider": "acme",\r\n  "entries": [\r\n    { "code": "Acme.Gone" },\r\n    {\r\n      "code": "Acme.NoSuchThing"\r\n    }\r\n  ]\r\n}\r\n',
      },
    ],
    [
      "create a catalog if there is none",
      /^Add 'Acme\.NoSuchThing' to own-codes\.yaml$/,
      source,
      { ".error-codes.yaml": "providers: tencent-cloud # 腾讯云\n" },
      {
        "own-codes.yaml": "version: 1\nprovider: tencent-cloud\nentries:\n  - code: Acme.NoSuchThing\n",
        ".error-codes.yaml": "providers: tencent-cloud # 腾讯云\ncatalogs:\n  - path: own-codes.yaml\n",
      },
    ],
    [
      "ignore in a new configuration",
      /^Ignore '.*' in \.error-codes\.yaml$/,
      misspelled,
      {},
      { ".error-codes.yaml": `ignore:\n  codes:\n    - ${wrong}\n` },
    ],
    [
      "ignore in the configuration that applies and keep comments",
      /^Ignore '.*' in src\/\.error-codes\.yaml$/,
      misspelled,
      { "src/.error-codes.yaml": "ignore:\n  codes:\n  - A.B # why\n\n  # generated\n  paths: gen/\n" },
      {
        "src/.error-codes.yaml": `ignore:\n  codes:\n  - A.B # why\n  - ${wrong}\n\n  # generated\n  paths: gen/\n`,
      },
    ],
    [
      "ignore beside a single code that is not in a list",
      /^Ignore '.*' in \.error-codes\.yaml$/,
      misspelled,
      { ".error-codes.yaml": "ignore: { codes: A.B }" },
      { ".error-codes.yaml": `ignore: { codes: [A.B, "${wrong}"] }` },
    ],
    [
      "ignore in a JSON configuration",
      /^Ignore '.*' in \.error-codes\.json$/,
      misspelled,
      { ".error-codes.json": '{\n  "rules": {}\n}\n' },
      {
        ".error-codes.json": `{\n  "rules": {},\n  "ignore": {\n    "codes": [\n      "${wrong}"\n    ]\n  }\n}\n`,
      },
    ],
  ];
  for (const [what, title, text, files, expected] of cases) {
    it(what, async () => {
      const project = await Project.of(files, { capabilities });
      const open = await project.open("src/a.ts", "typescript", text);
      assert.deepEqual((await filesAfter(project, open, title, files)).after, expected);
      await project.end();
    });
  }

  it("replace in the open and the other files of the workspace", async () => {
    const files = {
      "src/b.py": `if e.code == "${wrong}":\r\n    pass\r\n`,
      "src/c.ts": `const unrelated = "${wrong}";\n`,
    };
    const project = await Project.of(files, { capabilities });
    const text = misspelled.replace("|", "");
    const open = await project.open("src/a.ts", "typescript", misspelled);
    const title = /^Replace all '.*' in the workspace with '/;
    const { after, edit } = await filesAfter(project, open, title, { ...files, "src/a.ts": text });
    assert.deepEqual(after, {
      "src/a.ts": text.replace(wrong, right),
      "src/b.py": files["src/b.py"].replace(wrong, right),
    });
    // With annotations, VS Code would ask for confirmation with nothing ticked, and so change nothing.
    assert.equal(edit?.changeAnnotations, undefined);
    await project.end();
  });

  it("fix all codes of a file on save, if the intended code is clear", async () => {
    const project = await Project.of(
      {
        ".error-codes.yaml": "providers: acme\ncatalogs:\n  - path: errors.yaml\n    complete: true\n",
        "errors.yaml": "version: 1\nprovider: acme\nentries:\n  - code: Acme.NoSuchThing\n",
      },
      { capabilities },
    );
    const text = `if (err.code === "Acme.NoSuchThng") {}\nif (e.code === "Acme.NoSuchThing") {}\nif (e.code === "Acme.NoSuchThong") {}\nif (e.code === "Other") {}\n`;
    const open = await project.open("a.ts", "typescript", text);
    for (const only of ["source", "source.fixAll", "source.fixAll.errorCodes"]) {
      const [all, ...others] = await open.actions({ only: [only] });
      assert.ok(all);
      assert.deepEqual(others, []);
      assert.equal(all.kind, "source.fixAll.errorCodes");
      assert.equal(await open.textAfterAction(all), text.replace(/NoSuchTh(?:o?ng)"/g, 'NoSuchThing"'));
    }
    assert.ok((await open.actions()).every(({ kind }) => !kind?.startsWith("source")));
    await project.end();
  });

  it("add a row to a table in its own columns, and tell the editor to select its summary", async () => {
    const head = "# Order errors\r\n\r\n| HTTP | Error code | Meaning | Owner |\r\n|---|---|---|---|\r\n";
    const row = "| 409  | `Acme.Gone` | The thing is gone. | Ann |\r\n";
    const files = {
      ".error-codes.yaml": "catalogs:\n  - path: [docs/orders.md, more.yaml]\n    provider: acme\n",
      "docs/orders.md": `${head}${row}\r\nMore.\r\n`,
      "more.yaml": "version: 1\nprovider: acme\nentries:\n  - code: Acme.Other\n",
    };
    const project = await Project.of(files, {
      capabilities,
      initializationOptions: { writtenCommand: "show" },
    });
    const open = await project.open("docs/a.ts", "typescript", source);
    const titles = (await open.actions())
      .map(({ title }) => title)
      .filter((title) => title.startsWith("Add "));
    const { after } = await filesAfter(project, open, /orders\.md/, files);
    const commands: unknown[] = [];
    for (const title of [/orders\.md/, /more\.yaml/]) {
      const action = (await open.actions()).find((one) => title.test(one.title));
      commands.push((await open.resolveAction(action ?? { title: "" })).command?.arguments);
    }
    await project.end();
    assert.deepEqual(titles, [
      "Add 'Acme.NoSuchThing' to docs/orders.md",
      "Add 'Acme.NoSuchThing' to more.yaml",
    ]);
    const added = "|  | `Acme.NoSuchThing` | No such thing. |  |\r\n";
    assert.deepEqual(after, { "docs/orders.md": `${head}${row}${added}\r\nMore.\r\n` });
    const shown = (path: string, line: number, character: number) => {
      const range = { start: { line, character }, end: { line, character: character + 14 } };
      return [project.uri(path), range];
    };
    assert.deepEqual(
      commands.map((one) => {
        const [{ files, select }] = one as [Written];
        return [files[0]?.uri, select];
      }),
      [shown("docs/orders.md", 5, 26), shown("more.yaml", 5, 13)],
    );
  });

  it("create no files if the client cannot", async () => {
    const project = await Project.of({});
    const open = await project.open("src/a.ts", "typescript", misspelled);
    const titles = (await open.actions()).map((one) => one.title);
    assert.ok(titles.includes(`Change to '${right}'`));
    assert.ok(!titles.some((one) => one.includes(".error-codes.yaml")));
    await project.end();
  });
});
