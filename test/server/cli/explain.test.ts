import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { newFolder } from "../harness/folder.ts";

const gone = `Failed to copy: NoSuchBucket: It is gone
\tstatus code: 404, request id: 4F1D2C3B5A697887, host id: aGVs=
`;
const log = `2024-05-01T10:00:01Z ERROR put failed: [TencentCloudSDKError] Code=RequestLimitExceeded, Message=Slow down., RequestId=11111111-aaaa
2024-05-01T10:00:02Z INFO retrying
2024-05-01T10:00:03Z ERROR put failed: [TencentCloudSDKError] Code=FailedOperation.GizmoNotPolished, Message=Polish it., RequestId=22222222-bbbb
`;

describe("explain on the command line", () => {
  const { run, write, at } = newFolder();

  it("prints an object for each error of a text, with what the text states and nothing else", () => {
    const { status, json } = run(["explain", "-", "--json"], { input: gone });
    assert.equal(status, 0);
    const [{ entry, candidates, ...error }, ...others] = json();
    assert.deepEqual(others, []);
    assert.deepEqual(error, {
      provider: "aws",
      service: "s3",
      code: "NoSuchBucket",
      known: true,
      message: "It is gone",
      requestId: "4F1D2C3B5A697887",
      httpStatus: 404,
      span: { start: 0, end: gone.length - 1 },
    });
    assert.deepEqual(candidates, [{ provider: "aws", service: "s3", reason: "its SDKs write errors so" }]);
    assert.deepEqual([entry.code, entry.retry], ["NoSuchBucket", "no"]);
  });

  it("marks what only the name of a code says, in both languages", () => {
    const explained = (lang: string) =>
      run(["explain", "FailedOperation.ProxySellOut", "--lang", lang]).stdout;
    assert.match(explained("en"), /^Read from its name\n {2}The proxy is sold out\.$/m);
    assert.match(explained("zh-CN"), /^据其名称\n {2}代理已售罄。$/m);
    assert.doesNotMatch(run(["explain", "AuthFailure.SignatureExpire"]).stdout, /Read from its name/);
  });

  it("prints the same for a code, without what only a text can state", () => {
    const [error, ...others] = run(["explain", "AuthFailure.SignatureExpire", "--json"]).json();
    assert.deepEqual(others, []);
    const { entry, candidates, ...rest } = error;
    assert.deepEqual(rest, {
      provider: "tencent-cloud",
      service: "common",
      code: "AuthFailure.SignatureExpire",
      known: true,
    });
    assert.equal(candidates.length, 1);
    assert.equal(entry.kind, "authentication");
  });

  it("prints every error of a log, and says of an unknown code what is stated and what its name says", async () => {
    await write("app.log", log);
    const { status, stdout } = run(["explain", "app.log"]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^RequestLimitExceeded$[\s\S]*^ {2}Slow down\.$[\s\S]*^ {2}11111111-aaaa$[\s\S]*^Line\n {2}1$/m,
    );
    assert.match(
      stdout,
      /^FailedOperation\.GizmoNotPolished\nTencent Cloud\n\n'.*' is not in the catalog\.$/m,
    );
    assert.match(stdout, /^ {2}Polish it\.$[\s\S]*^ {2}22222222-bbbb$[\s\S]*^Line\n {2}3$/m);
    const [, unknown] = run(["explain", "app.log", "--json"]).json();
    assert.deepEqual(
      [unknown.provider, unknown.known, unknown.message],
      ["tencent-cloud", false, "Polish it."],
    );
  });

  it("tells tabs from characters that could manipulate the terminal", () => {
    const input =
      '{"Code":"NoSuchBucket","Message":"a\\tb\\u001b[2J","HostId":"x.oss-cn-hangzhou.aliyuncs.com"}';
    const { stdout } = run(["explain", "-"], { input });
    assert.match(stdout, /^ {2}a {2}b\ufffd\[2J$/m);
  });

  it("explains an answer without a body", () => {
    const input = "An error occurred (403) when calling the HeadObject operation: Forbidden";
    const { status, stdout } = run(["explain", "-"], { input });
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^No code\nAWS$[\s\S]*HEAD request has no body[\s\S]*403 stands for a denied request/m,
    );
    const [error] = run(["explain", "-", "--json"], { input }).json();
    assert.deepEqual([error.code, error.httpStatus, error.provider], [undefined, 403, "aws"]);
  });

  it("says what the message says beyond the code", () => {
    const late =
      "InvalidSignatureException: Signature expired: 20240101T000000Z is now earlier than 20240101T000500Z";
    const { stdout } = run(["explain", "-"], { input: late });
    assert.match(stdout, /Renew, then retry/);
    assert.match(stdout, /correct the clock of the machine/);
    const encoded =
      "UnauthorizedOperation: You are not authorized. Encoded authorization failure message: XZX0joSxj6\n\tstatus code: 403, request id: 0d1c2b3a";
    assert.match(
      run(["explain", "-"], { input: encoded }).stdout,
      /aws sts decode-authorization-message --encoded-message XZX0joSxj6$/m,
    );
    const detailed =
      'error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Access denied by bucket policy.", RequestId=6875CCDFD86862333380D1F8, Ec=0003-00000205';
    assert.match(
      run(["explain", "-"], { input: detailed }).stdout,
      /https:\/\/api\.aliyun\.com\/troubleshoot\?q=0003-00000205$/m,
    );
  });

  it("says which action was called, and whether it is documented to answer so", () => {
    const text = `POST /?Action=RunInstances&Version=2017-03-12\n{"Response":{"Error":{"Code":"ResourcesSoldOut.SpecifiedInstanceType","Message":"Sold out."},"RequestId":"11111111-aaaa"}}`;
    const { stdout } = run(["explain", "-"], { input: text });
    assert.match(
      stdout,
      /^Action\n {2}RunInstances \(Cloud Virtual Machine\): documented to answer with this code$/m,
    );
    const [{ action }] = run(["explain", "-", "--json"], { input: text }).json();
    assert.deepEqual(action, { action: "RunInstances", services: ["cvm"], answers: "documented" });
    const chinese = run(["explain", "-", "--lang", "zh-CN"], {
      input: text.replace("RunInstances", "StopInstances"),
    });
    assert.match(chinese.stdout, /^接口\n {2}StopInstances（云服务器）：文档未列出该错误码$/m);
  });

  it("masks keys, signatures and tokens", () => {
    const input =
      '{"Code":"InvalidAccessKeyId","Message":"LTAI5tExampleKey1234 is not found, Signature=abcdefghijklmnop","HostId":"ecs.aliyuncs.com"}';
    for (const args of [
      ["explain", "-"],
      ["explain", "-", "--json"],
    ]) {
      const { stdout } = run(args, { input });
      assert.match(stdout, /LTAI… is not found, Signature=abcd…/);
      assert.doesNotMatch(stdout, /5tExample|efghijkl/);
    }
  });

  const secrets = [
    "secret key wJalrXUtnFEMIK7MDENG",
    "SecretKey is 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE'",
    'password "hunter2hunter2"',
    "password=abc123",
    "PASSWORD=Tr0ub4dor",
    "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG",
    "apiKey=sk_live_4eC39HqLyjWDarj",
    "Authorization: Bearer eyJhbGciOiJIUzI1.eyJzdWIiOiIx.SflKxwRJ",
    "bce-auth-v1/0123456789abcdef0123456789abcdef/2024-01-01T00:00:00Z/1800//abcdef",
  ];
  for (const secret of secrets)
    it(`masks ${secret}`, () => {
      const input = JSON.stringify({ Code: "InvalidAccessKeyId", Message: `No: ${secret} here` });
      const [error] = run(["explain", "-", "--json"], { input }).json();
      assert.match(error.message, /…["']? here$/);
      assert.ok(!error.message.includes(secret.slice(-8)), error.message);
    });

  it("masks what it repeats of a text, too, and no words about a secret", () => {
    const { stderr } = run(["explain", "hello AKIAIOSFODNN7EXAMPLE"]);
    assert.match(stderr, /'hello AKIA…'/);
    const input =
      '{"Code":"InvalidToken","Message":"The security token is expired, the signature does not match."}';
    const [error] = run(["explain", "-", "--json"], { input }).json();
    assert.equal(error.message, "The security token is expired, the signature does not match.");
  });

  const inputs: [string, number, RegExp, ...string[]][] = [
    ["a file that is missing", 2, /Cannot read 'nosuch\.json': there is no such file\./, "nosuch.json"],
    ["a folder", 2, /Cannot read '\.': it is a folder\./, "."],
    ["a folder by its name", 2, /Cannot read 'sub': it is a folder\./, "sub"],
    ["a code whose name says nothing", 1, /'GizmoWidget' is not in the catalog\./, "GizmoWidget"],
    ["a text without errors", 1, /No error was found in 'plain\.txt'\. Looked for/, "plain.txt"],
    [
      "a missing file in Chinese",
      2,
      /无法读取“nosuch\.json”：没有这个文件。/,
      "nosuch.json",
      "--lang",
      "zh-CN",
    ],
    ["such a code in Chinese", 1, /目录中没有“GizmoWidget”。/, "GizmoWidget", "--lang", "zh-CN"],
    ["a text without errors in Chinese", 1, /在“plain\.txt”中没有找到错误/, "plain.txt", "--lang", "zh-CN"],
  ];
  for (const [name, expected, pattern, ...args] of inputs)
    it(`names ${name} as what it is, and prints nothing`, async () => {
      await mkdir(at("sub"));
      await write("plain.txt", "All is well today.\n");
      const { status, stdout, stderr } = run(["explain", ...args]);
      assert.deepEqual([status, stdout], [expected, ""]);
      assert.match(stderr, pattern);
    });

  it("reads an answer that is given without any blanks, however long it is", () => {
    const answer = { Error: { Code: "AuthFailure.SignatureExpire", Message: "https://a/b" }, RequestId: "r" };
    const long = { ...answer, RequestId: "r".repeat(6000) };
    for (const text of [JSON.stringify(answer), JSON.stringify(long), "Code=AuthFailure.SignatureExpire"]) {
      const { status, stdout } = run(["explain", text]);
      assert.equal(status, 0);
      assert.match(stdout, /^AuthFailure\.SignatureExpire\nTencent Cloud/);
    }
  });

  it("names the nearest code of a misspelled one, and does not explain the misspelling", () => {
    const english = run(["explain", "NoSuchKy"]);
    assert.deepEqual([english.status, english.stdout], [1, ""]);
    assert.equal(english.stderr, "error-codes: 'NoSuchKy' is not in the catalog. Did you mean NoSuchKey?\n");
    const chinese = run(["explain", "NoSuchKy", "--lang", "zh-CN"]);
    assert.equal(chinese.stderr, "error-codes: 目录中没有“NoSuchKy”。是否指 NoSuchKey？\n");
    const [misspelled] = run(["explain", "NoSuchKy", "--json"]).json();
    assert.deepEqual([misspelled.code, misspelled.known, misspelled.entry], ["NoSuchKy", false, undefined]);
  });

  it("does not take a message without its code for an answer without a body", () => {
    const text =
      "software.amazon.awssdk.services.ec2.model.Ec2Exception: You have too many gizmos. (Service: Ec2, Status Code: 400, Request ID: 1-a)";
    const { stdout } = run(["explain", "-"], { input: text });
    assert.match(stdout, /You have too many gizmos\./);
    assert.doesNotMatch(stdout, /HEAD request/);
  });

  it("says what the name of an unknown code says", () => {
    const { status, stdout, stderr } = run(["explain", "ForbiddenOperation.SnapshotInUse"]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^ForbiddenOperation\.SnapshotInUse\n\nRead from its name\n {2}The snapshot is in use\.$/m,
    );
    assert.match(stderr, /'ForbiddenOperation\.SnapshotInUse' is not in the catalog\./);
  });

  it("prints an empty array as JSON where no error is found", () => {
    const { status, json } = run(["explain", "-", "--json"], { input: "All is well today." });
    assert.deepEqual([status, json()], [1, []]);
  });

  it("follows the locale of the system", () => {
    for (const LANG of ["zh_CN.UTF-8", "zh_CN", "zh"]) {
      const { stdout } = run(["explain", "Throttling"], { env: { LC_ALL: "", LC_MESSAGES: "", LANG } });
      assert.match(stdout, /^处理方法$/m, LANG);
    }
  });

  it("explains a message or a line given as an argument", () => {
    const [error] = run(["explain", "The specified bucket does not exist.", "--json"]).json();
    assert.equal(error.code, "NoSuchBucket");
  });
});
