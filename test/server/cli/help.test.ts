import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

describe("help in Chinese", () => {
  const folder = newFolder();
  const run = (...args: string[]) => folder.run(args);
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

  it("has a translation of every option and command", () => {
    const commands = ["list", "lookup", "codes", "explain", "check", "import", "scan"];
    for (const command of [[], ...commands.map((one) => [one])]) {
      const { status, stdout } = run(...command, "--help", "--lang", "zh");
      assert.equal(status, 0);
      assert.match(stdout, /^用法：/);
      const described = stdout
        .split(/\n\n(?:示例|每处|输出是)/)[0]
        ?.match(/^ {2}(?:-|[a-z]+ ).*(?:\n {20,}\S.*)*/gm);
      assert.ok(described && described.length > 2, stdout);
      assert.deepEqual(
        described.filter((one) => !isChinese(one)),
        [],
      );
      assert.match(stdout, command[0] === undefined || command[0] === "import" ? /退出码/ : /选项：/);
    }
  });

  it("takes the language of the arguments before that of the system", () => {
    const inSystem = { LC_ALL: "zh_CN.UTF-8" };
    assert.match(folder.run(["--help"], { env: inSystem }).stdout, /^用法：/);
    assert.match(folder.run(["list", "--help", "--lang", "en"], { env: inSystem }).stdout, /^Usage:/);
    assert.match(folder.run(["list", "--help", "--lang=zh-Hans"]).stdout, /^用法：/);
  });

  it("says what is wrong with the arguments", () => {
    for (const [args, message] of [
      [["list", "--frob"], "error-codes: 未知的选项“--frob”"],
      [
        ["lookup", "a", "--limit", "many"],
        "error-codes: 选项“--limit <number>”的参数“many”无效。必须是大于等于 1 的整数。",
      ],
      [["scan"], "error-codes: 缺少参数“paths”"],
    ] as const) {
      const { status, stdout, stderr } = run(...args, "--lang", "zh");
      assert.deepEqual([status, stdout, stderr.trim()], [2, "", message]);
    }
  });
});
