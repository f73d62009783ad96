import assert from "node:assert/strict";
import { Client } from "../harness/client.ts";

const wrong = 'if (e.code === "AuthFailure.SignatureExpired") {}';

const cases: [what: string, languageId: string, before: string, after: string][] = [
  [
    "a comment on a line of its own",
    "typescript",
    "a();\n  // error-codes-ig|nore-next-line\nb();\n",
    "a();\nb();\n",
  ],
  [
    "a comment in CRLF",
    "typescript",
    "a();\r\n// error-codes-ig|nore-next-line A.B -- why\r\nb();\r\n",
    "a();\r\nb();\r\n",
  ],
  [
    "a comment after code",
    "python",
    "x = '说明😀'  # error-codes-ig|nore-line -- why\ny = 1\n",
    "x = '说明😀'\ny = 1\n",
  ],
  ["a block comment before code", "typescript", "/* error-codes-ig|nore-line */ a();\n", " a();\n"],
  ["a comment at the end of the file", "yaml", "a: 1\n# error-codes-ig|nore-file", "a: 1\n"],
  [
    "the first name of two",
    "typescript",
    `// error-codes-ignore-next-line Other|.Code, AuthFailure.*: why\n${wrong}`,
    `// error-codes-ignore-next-line AuthFailure.*: why\n${wrong}`,
  ],
  [
    "the last name of two",
    "typescript",
    `// error-codes-ignore-next-line AuthFailure.*, Other|.Code -- why\n${wrong}`,
    `// error-codes-ignore-next-line AuthFailure.* -- why\n${wrong}`,
  ],
];

describe("removing an unused ignore comment", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  for (const [what, languageId, before, after] of cases) {
    it(`removes ${what}`, async () => {
      const open = await client.open(languageId, before);
      const found = (await open.diagnose()).filter(({ code }) => code === "unused-ignore");
      assert.equal(found.length, 1);
      const action = (await open.fixes(found)).find(({ title }) => title === "Remove unused ignore");
      assert.ok(action);
      assert.equal(await open.textAfterAction(action), after);
    });
  }
});
