import assert from "node:assert/strict";
import type { Hover } from "vscode-languageserver/node";
import { parse } from "yaml";
import { addToList } from "../../../server/fixes/listing.ts";
import { setInMapping } from "../../../server/fixes/mapping.ts";
import { newFolder } from "../harness/folder.ts";
import { Project } from "../harness/test-project.ts";
import { capabilities } from "./describe-fix.ts";

const evil = 'Acme.Gone");evil();("';
const catalog = JSON.stringify({
  version: 1,
  provider: "acme",
  entries: [
    { code: "Acme.Old", deprecated: { use: evil } },
    { code: "Acme.Older", deprecated: { use: "Acme.New" } },
    { code: "Acme.New" },
    { code: "Acme.Twice", deprecated: { use: "Acme.New" } },
    { code: evil },
    { code: "Acme.Gone" },
    { code: "Acme.\u202eGone" },
    { code: "Acme.a/b:c" },
    { code: "acme/not-found" },
  ],
});
const files = {
  ".error-codes.yaml":
    "providers: [acme]\ncatalogs:\n  - { path: acme.json, complete: true }\nrules: { deprecated-code: warning }\n",
  "acme.json": catalog,
};
const source = (code: string) => `if (err.code === "${code}") {}\n`;

describe("a catalog whose codes would become code", () => {
  const { read, run, write } = newFolder();
  let project: Project | undefined;
  afterEach(async () => {
    await project?.end();
    project = undefined;
  });
  const open = async (languageId: string, text: string) => {
    project = await Project.of(files, {
      capabilities,
      initializationOptions: { changeCommand: "change", detailsCommand: "details" },
    });
    return project.open("a.txt", languageId, text);
  };

  it("is not written by check --fix, nor into SARIF", async () => {
    for (const [name, text] of Object.entries(files)) await write(name, text);
    await write("a.ts", source("Acme.Old") + source("Acme.Older"));
    const { runs } = run(["check", ".", "--format", "sarif"]).json();
    assert.deepEqual(
      runs[0].results.map(({ fixes }: { fixes?: { description: unknown }[] }) => fixes?.[0]?.description),
      [undefined, { text: "Acme.New" }],
    );
    run(["check", ".", "--fix"]);
    assert.equal(await read("a.ts"), source("Acme.Old") + source("Acme.New"));
  });

  it("is not written without quotes where it would be no string", async () => {
    const entries = ["null", "true", "1e3", "0x10", "12", "Acme.New"].map((use, index) => ({
      code: `Acme.Old${index}`,
      deprecated: { use },
    }));
    await write(".error-codes.yaml", files[".error-codes.yaml"]);
    await write("acme.json", JSON.stringify({ version: 1, provider: "acme", entries }));
    const text = (code: (index: number) => string) =>
      entries.map((_, index) => `- error_code: ${code(index)}\n- error_code: "${code(index)}"\n`).join("");
    await write(
      "a.yaml",
      text((index) => `Acme.Old${index}`),
    );
    run(["check", ".", "--fix"]);
    const values = (parse(await read("a.yaml")) as { error_code: unknown }[]).map((one) => one.error_code);
    assert.ok(values.every((value) => typeof value === "string"));
    assert.deepEqual(values.slice(-2), ["Acme.New", "Acme.New"]);
  });

  it("is offered by no action, and a harmless code of it is", async () => {
    const text = [source("Acme.Old"), source("Acme.Old"), source("Acme.Older"), source("Acme.Older")].join(
      "",
    );
    const document = await open("typescript", text);
    for (const [line, isOffered] of [
      [0, false],
      [2, true],
    ] as const) {
      const range = { start: { line, character: 20 }, end: { line, character: 20 } };
      const actions = await document.actions({ range });
      const after = await Promise.all(actions.map((one) => document.resolveAction(one)));
      assert.doesNotMatch(JSON.stringify(after.map(({ edit }) => edit)), /evil/);
      assert.equal(
        actions.some(({ title }) => title === "Change to 'Acme.New'"),
        isOffered,
      );
    }
    const [fixAll] = await document.actions({ only: ["source.fixAll.errorCodes"] });
    assert.ok(fixAll);
    assert.equal(await document.textAfterAction(fixAll), text.replaceAll("Acme.Older", "Acme.New"));
  });

  it("is not completed where it would need escapes", async () => {
    const document = await open("typescript", `const note = "Acme.|";\n`);
    const labels = (await document.complete()).map(({ label }) => label);
    assert.ok(labels.includes("Acme.a/b:c"));
    assert.deepEqual(
      labels.filter((label) => /evil|\u202e/.test(label)),
      [],
    );
    const yaml = await project?.open("b.yaml", "yaml", "note: Acme.|\n");
    const bare = ((await yaml?.complete()) ?? []).map(({ label }) => label);
    assert.ok(bare.includes("Acme.Gone") && bare.includes("Acme.a/b:c"));
    assert.deepEqual(
      bare.filter((label) => /evil|\u202e/.test(label)),
      [],
    );
  });

  it("is in no link of a hover that changes the literal", async () => {
    const document = await open("typescript", source("Acme.Gon|"));
    const { contents } = (await document.hover()) as Hover;
    const links = [...(contents as { value: string }).value.matchAll(/\(command:change\?([^)]*)\)/g)];
    const codes = links.map(([, argument = ""]) => JSON.parse(decodeURIComponent(argument))[0].code);
    assert.ok(codes.includes("Acme.Gone"));
    assert.deepEqual(
      codes.filter((code) => /evil|\u202e/.test(code)),
      [],
    );
  });

  it("is added to no switch as a case", async () => {
    const document = await open(
      "typescript",
      'switch (err.code) {\n  case "Acme.New|":\n    break;\n  default:\n}\n',
    );
    const action = (await document.actions()).find(({ title }) => /missing case/.test(title));
    assert.ok(action);
    const after = await document.textAfterAction(action);
    assert.match(after, /case "Acme\.Gone":/);
    assert.match(after, /case "Acme\.a\/b:c":/);
    assert.doesNotMatch(after, /evil|\u202e/);
  });
});

describe("texts that are written into YAML and JSON", () => {
  const texts = [
    "a\nb: c",
    "a: b",
    "- a",
    "'",
    '"',
    "\u202ea",
    "a\u2028b",
    "\u0085",
    "\ufeffa",
    "\u001b[0m",
    "true",
    "1e3",
  ];

  it("are read as they were, on one line, whatever they contain", () => {
    for (const text of texts) {
      for (const before of [
        "",
        "list: [x]\nkeys: { a: b }\n",
        '{\n  "list": ["x"],\n  "keys": { "a": "b" }\n}\n',
      ]) {
        const list = addToList(before, ["list"], text);
        const value = setInMapping(before, ["keys", text], text);
        assert.ok(list && value);
        for (const edit of [list, value]) {
          const after = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there.
          assert.doesNotMatch(after, /[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u2028\u202e\ufeff]/);
          const { list: items = [], keys = {} } = parse(after);
          assert.ok(edit === list ? items.includes(text) : keys[text] === text, `${after}`);
        }
      }
    }
  });
});
