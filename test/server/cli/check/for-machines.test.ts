import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Log, ReportingDescriptor } from "sarif";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check: machine-readable formats", () => {
  const { at, check, read, write } = checkFolder();

  const compileSchema = () => {
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    return ajv.compile(schema);
  };
  beforeEach(async () => {
    await write("sub folder/ä,b.ts", `${compared(right)}\n  /* 签名 */ ${compared(wrong)}${compared(wrong)}`);
    await write(
      "list.py",
      `error_codes = [\n    "${right}",\n    "Throttling",\n    "${right}",\n]\n# error-codes-ignore-line\n`,
    );
    await write(".error-codes.yaml", "rules:\n  duplicate-code: error\n  nonsense: off\n");
    await mkdir(at(".git"));
  });

  it("writes SARIF that conforms to its schema", () => {
    const { status, stdout } = check([".", "--format", "sarif", "--hints"]);
    assert.equal(status, 1);
    const log = JSON.parse(stdout) as Log;
    const isValid = compileSchema();
    assert.ok(isValid(log), JSON.stringify(isValid.errors, undefined, 2));
    const [run] = log.runs;
    const results = run?.results ?? [];
    assert.equal(run?.columnKind, "utf16CodeUnits");
    assert.match(run?.originalUriBaseIds?.SRCROOT?.uri ?? "", /^file:\/\/\/.*\/$/);
    assert.deepEqual(results.map(({ ruleId, level }) => `${ruleId} ${level}`).sort(), [
      "configuration warning",
      "duplicate-code error",
      "misspelled-code warning",
      "misspelled-code warning",
      "unused-ignore note",
    ]);
    for (const { ruleId, ruleIndex = -1 } of results) {
      const descriptor: ReportingDescriptor | undefined = run?.tool.driver.rules?.[ruleIndex];
      assert.equal(descriptor?.id, ruleId);
      assert.match(descriptor?.helpUri ?? "", /^https:.*\.md$/);
    }
    const misspelled = results.filter(({ ruleId }) => ruleId === "misspelled-code");
    assert.deepEqual(misspelled[0]?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: "sub%20folder/%C3%A4%2Cb.ts", uriBaseId: "SRCROOT" },
      region: { startLine: 3, startColumn: 30, endLine: 3, endColumn: 30 + wrong.length },
    });
    const prints = misspelled.map(({ partialFingerprints }) => partialFingerprints?.["errorCode/v1"]);
    assert.equal(new Set(prints).size, 2);
    const duplicate = results.find(({ ruleId }) => ruleId === "duplicate-code");
    assert.equal(duplicate?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 2);
  });

  it("rejects invalid SARIF", () => {
    const isValid = compileSchema();
    assert.ok(!isValid({ version: "2.1.0", runs: [{ results: [{ text: "no message" }] }] }));
  });

  it("keeps the fingerprint of a finding that moved", async () => {
    const prints = () =>
      (JSON.parse(check([".", "--format", "sarif"]).stdout) as Log).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    const before = prints();
    await write("list.py", `\n\n${await read("list.py")}`);
    assert.deepEqual(prints(), before);
  });

  it("annotates lines on GitHub, with characters escaped that would end a property", async () => {
    const { stdout } = check([".", "--format", "github"]);
    const [first = ""] = stdout.split("\n").filter((line) => line.includes("misspelled-code"));
    assert.match(first, /^::warning file=sub folder\/ä%2Cb\.ts,line=3,col=30,endLine=3,endColumn=57,/);
    assert.match(first, /,title=misspelled-code::'AuthFailure\.SignatureExipre' is not /);
    assert.match(stdout, /^::error file=list\.py,line=4,.*title=duplicate-code::.*%0A2: /m);
    assert.ok(
      stdout.split("\n").every((line) => line === "" || line.startsWith("::")),
      stdout,
    );
  });

  it("writes paths relative to the root of the repository", async () => {
    const { stdout } = check([".", "--format", "github"], { below: "sub folder" });
    assert.match(stdout, /file=sub folder\/ä%2Cb\.ts,/);
  });

  it("writes JUnit with a test suite for each file", async () => {
    await write("fine & <well>.ts", compared(right));
    const { stdout } = check([".", "--format", "junit", "--hints"]);
    assert.equal(XMLValidator.validate(stdout), true);
    const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /^test/.test(name) });
    const [all] = parser.parse(stdout).testsuites;
    const suites = all.testsuite as { "@_name": string; "@_failures": string; testcase: object[] }[];
    assert.deepEqual(
      suites.map((suite) => [suite["@_name"], suite["@_failures"], suite.testcase.length]).sort(),
      [
        [".error-codes.yaml", "1", 1],
        ["fine & <well>.ts", "0", 1],
        ["list.py", "1", 2],
        ["sub folder/ä,b.ts", "2", 2],
      ],
    );
    assert.deepEqual([all["@_tests"], all["@_failures"]], ["6", "4"]);
    assert.match(stdout, /<failure message="&apos;Auth[^"]*" type="warning">sub folder\/ä,b\.ts:3:30: /);
  });

  it("escapes markup in XML and replaces characters that XML cannot contain", async function () {
    if (process.platform === "win32") this.skip();
    await write('a"<&>\u0001.ts', compared(wrong));
    const { stdout } = check([".", "--format", "junit"]);
    assert.equal(XMLValidator.validate(stdout), true);
    assert.ok(stdout.includes("&quot;&lt;&amp;&gt;\ufffd.ts"), stdout);
  });
});
