import assert from "node:assert/strict";
import { newFolder } from "../harness/folder.ts";

const python = `import boto3

client = boto3.client("dynamodb")


def read():
    try:
        return client.get_item(TableName="t")
    except ClientError as e:
        if e.response["Error"]["Code"] in ("ResourceNotFoundException", "NoSuchKey"):
            return None


def later(queue):
    queue.append("x")
`;

describe("scan --calls", () => {
  const folder = newFolder();
  const run = (...args: string[]) => folder.run(["scan", "--calls", ...args]);

  it("prints each call, the codes that are tested after it, and the retries that were forgotten", async () => {
    await folder.write("read.py", python);
    await folder.write("other.py", "print('nothing')\n");
    const { status, stdout } = run(".", "--lang", "en");
    assert.equal(status, 0);
    const lines = stdout.split("\n");
    assert.match(lines[1] ?? "", /^ {2}8:16 {2}GetItem {2}AWS · dynamodb · \d+ error codes$/);
    assert.match(lines[2] ?? "", /^ {6}tested: ResourceNotFoundException, NoSuchKey \(not documented\)$/);
    assert.match(
      lines[3] ?? "",
      /^ {6}worth a retry, not handled: .*\bProvisionedThroughputExceededException\b/,
    );
    assert.match(stdout, /\n1 call in 1 file, 1 different; the codes of 1 are tested\./);
    assert.match(run(".", "--lang", "zh-CN").stdout, /\n1 个文件中有 1 次调用/);
  });

  it("prints them as JSON, a line for each", async () => {
    await folder.write("read.py", python);
    const lines = run("read.py", "--json").stdout.trim().split("\n");
    assert.equal(lines.length, 1);
    const { codes, unhandledRetries, ...call } = JSON.parse(lines[0] ?? "");
    assert.ok(codes > unhandledRetries.length && unhandledRetries.length > 0);
    assert.deepEqual(call, {
      path: "read.py",
      line: 7,
      character: 15,
      endLine: 7,
      endCharacter: 45,
      provider: "aws",
      service: "dynamodb",
      action: "GetItem",
      certain: true,
      tested: [
        { code: "ResourceNotFoundException", line: 9, character: 44, documented: true },
        { code: "NoSuchKey", line: 9, character: 73, documented: false },
      ],
    });
  });

  /** Returns the tested codes of each call of a file, with whether they are documented. */
  const testedIn = (file: string) =>
    run(file, "--json")
      .stdout.trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { tested: { code: string; documented: boolean }[] })
      .map(({ tested }) => tested.map(({ code, documented }) => `${code} ${documented}`));

  it("counts a code for the call that it is documented for, of several in one try", async () => {
    await folder.write(
      "two.py",
      'import boto3\ndb = boto3.client("dynamodb")\ns3 = boto3.client("s3")\ntry:\n    db.put_item()\n    s3.get_object()\nexcept ClientError as e:\n    if e.response["Error"]["Code"] == "ConditionalCheckFailedException": pass\n    if e.response["Error"]["Code"] == "NoSuchKey": pass\n',
    );
    assert.deepEqual(testedIn("two.py"), [["ConditionalCheckFailedException true"], ["NoSuchKey true"]]);
  });

  it("reads the names that Step Functions gives to errors", async () => {
    const step = (resource: string, ...errors: string[]) => ({
      Type: "Task",
      Resource: `arn:aws:states:::${resource}`,
      Retry: [{ ErrorEquals: errors, MaxAttempts: 3 }],
    });
    const States = {
      A: step("dynamodb:putItem", "DynamoDB.ProvisionedThroughputExceededException"),
      B: step("aws-sdk:s3:getObject", "S3.NoSuchKeyException", "States.ALL"),
    };
    await folder.write("steps.json", JSON.stringify({ StartAt: "A", States }));
    assert.deepEqual(testedIn("steps.json"), [
      ["DynamoDB.ProvisionedThroughputExceededException true"],
      ["S3.NoSuchKeyException true"],
    ]);
  });

  it("says so where there are none", async () => {
    await folder.write("other.py", "print('nothing')\n");
    assert.match(run("other.py", "--lang", "en").stdout, /^No calls of cloud APIs\.\n/);
  });
});
