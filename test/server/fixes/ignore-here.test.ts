import assert from "node:assert/strict";
import { languages } from "../../../server/syntax/languages/index.ts";
import { describeFix, example, opening, textAfterAction, wrong } from "./describe-fix.ts";

describeFix("ignore here", /^Ignore '.*' on this line$/, /^quickfix$/, [
  example(
    "TypeScript, CRLF",
    "typescript",
    `function f() {\r\n  if (err.code === "|${wrong}") {}\r\n}\r\n`,
    `function f() {\r\n  // error-codes-ignore-next-line ${wrong}\r\n  if (err.code === "${wrong}") {}\r\n}\r\n`,
  ),
  example(
    "Python, the first line",
    "python",
    `if e.code == "|${wrong}":\n    pass\n`,
    `# error-codes-ignore-next-line ${wrong}\nif e.code == "${wrong}":\n    pass\n`,
  ),
  example(
    "YAML",
    "yaml",
    `codes:\n  - |${wrong}\n`,
    `codes:\n  # error-codes-ignore-next-line ${wrong}\n  - ${wrong}\n`,
  ),
  example(
    "JSX",
    "typescriptreact",
    `const a = (\n  <div>\n    {err.code === "|${wrong}" && <b />}\n  </div>\n);\n`,
    `const a = (\n  <div>\n    {/* error-codes-ignore-next-line ${wrong} */}\n    {err.code === "${wrong}" && <b />}\n  </div>\n);\n`,
  ),
  example(
    "SQL",
    "sql",
    `SELECT *\nFROM t\nWHERE error_code = '|${wrong}'\n`,
    `SELECT *\nFROM t\n-- error-codes-ignore-next-line ${wrong}\nWHERE error_code = '${wrong}'\n`,
  ),
  example(
    "XML",
    "xml",
    `<Error>\n  <Code>|${wrong}</Code>\n</Error>\n`,
    `<Error>\n  <!-- error-codes-ignore-next-line ${wrong} -->\n  <Code>${wrong}</Code>\n</Error>\n`,
  ),
  example(
    "a script in a page",
    "vue",
    `<script>\nif (err.code === "|${wrong}") {}\n</script>\n`,
    `<script>\n// error-codes-ignore-next-line ${wrong}\nif (err.code === "${wrong}") {}\n</script>\n`,
  ),
  example("JSON", "json", `{"Error": {"Code": "|${wrong}"}}`, undefined),
  example(
    "JSON with comments",
    "jsonc",
    `{\n  "Code": "|${wrong}"\n}`,
    `{\n  // error-codes-ignore-next-line ${wrong}\n  "Code": "${wrong}"\n}`,
  ),
  example(
    "a line that continues the previous one",
    "shellscript",
    `test "$code" == a || \\\n  test "$code" == "|${wrong}"\n`,
    undefined,
  ),
]);

describe("comment markers", () => {
  const without = ["Expression", "Jupyter Notebook"];
  for (const { name, comment } of languages)
    it(`are ${without.includes(name) ? "absent" : "defined"} for ${name}`, () => {
      assert.equal(comment === undefined, without.includes(name), `${name} needs a \`comment\`.`);
    });
});

describe("ignoring a finding", () => {
  const opened = opening();
  it("removes its diagnostic", async () => {
    const open = await opened("typescript", `if (err.code === "|${wrong}") {}\n`);
    const text = (await textAfterAction(open, /on this line$/, /quickfix/)) ?? "";
    await open.change([{ text }]);
    assert.deepEqual(await open.diagnose(), []);
  });
});
