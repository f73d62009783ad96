import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";

describe("constants that stand for codes", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({
      ".error-codes.yaml": "catalogs:\n  - path: own.yaml\n    provider: acme\n",
      "own.yaml":
        "version: 1\nprovider: acme\nentries:\n  - code: Acme.OrderClosed\n    summary: The order is closed.\n  - code: Acme.OrderGone\n    summary: It is gone.\n",
      "src/errors.ts":
        'export const ErrorCode = {\n  OrderClosed: "Acme.OrderClosed",\n  Late: "late",\n} as const;\nexport const ORDER_GONE = "Acme.OrderGone";\n',
      "go/errors.go": 'package orders\n\nconst (\n\tErrOrderClosed = "Acme.OrderClosed"\n)\n',
    });
  });
  after(() => project.end());

  const hovered = async (path: string, language: string, text: string) => {
    const open = await project.open(path, language, text);
    const found = await open.hoverTexts();
    await open.close();
    // The code is named once.
    assert.ok((found?.text.match(/`Acme\.\w+`/g) ?? []).length <= 1, found?.text);
    return (
      found && { explained: /The order is closed|It is gone/.exec(found.text)?.[0], marked: found.marked }
    );
  };

  it("are explained where they are used", async () => {
    const imports = 'import { ErrorCode, ORDER_GONE } from "./errors";\n';
    assert.deepEqual(
      await hovered("src/a.ts", "typescript", `${imports}if (err.code === ErrorCode.Order|Closed) {}\n`),
      { explained: "The order is closed", marked: "ErrorCode.OrderClosed" },
    );
    assert.deepEqual(
      await hovered("src/b.ts", "typescript", `${imports}if (err.code === ORDER|_GONE) {}\n`),
      {
        explained: "It is gone",
        marked: "ORDER_GONE",
      },
    );
    assert.deepEqual(
      await hovered(
        "go/a.go",
        "go",
        'package orders\n\nconst ErrOrderGone = "Acme.OrderGone"\n\nvar x = ErrOrder|Gone\n',
      ),
      { explained: "It is gone", marked: "ErrOrderGone" },
    );
  });

  it("are not, if they are members of something else, or stand for no code", async () => {
    const imports = 'import { ErrorCode } from "./errors";\n';
    for (const text of [
      "if (x === Other.Order|Closed) {}\n",
      "if (x === ErrorCode.La|te) {}\n",
      "const Order|Closed = 1;\n",
      "// ErrorCode\nif (x === ErrorCode.Some|thing) {}\n",
    ])
      assert.equal(await hovered("src/c.ts", "typescript", imports + text), undefined, text);
  });

  it("are completed where the file imports them, and the literal otherwise", async () => {
    const completed = async (text: string) => {
      const open = await project.open("src/d.ts", "typescript", text);
      const items = await open.complete();
      await open.close();
      return items
        .filter(({ label, data }) => /OrderClosed/.test(`${label} ${data?.code}`))
        .map(({ label, textEdit }) => `${label} → ${textEdit?.newText}`);
    };
    const test = "if (err.code === |) {}\n";
    assert.deepEqual(await completed(`import { ErrorCode } from "./errors";\n${test}`), [
      "ErrorCode.OrderClosed → ErrorCode.OrderClosed",
    ]);
    assert.deepEqual(await completed(`import { x } from "./errors";\n${test}`), [
      'Acme.OrderClosed → "Acme.OrderClosed"',
    ]);
    assert.deepEqual(await completed('import { ErrorCode } from "./errors";\nif (err.code === "|") {}\n'), [
      "Acme.OrderClosed → Acme.OrderClosed",
    ]);
  });
});
