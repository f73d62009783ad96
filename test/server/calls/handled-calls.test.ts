import assert from "node:assert/strict";
import { testedTypesIn } from "../../../server/analysis/tested-types.ts";
import { callReader, goFunction as go } from "../harness/calls.ts";

describe("calls whose failure is handled", () => {
  const { callsIn, analysisOf } = callReader();

  /** Returns the kind of the handler around the cursor, and the calls whose failure it handles. */
  async function around(languageId: string, marked: string): Promise<string> {
    const [calls, offset] = await callsIn(languageId, marked);
    const handled = calls.around(offset);
    return handled
      ? `${handled.kind}${handled.certain ? "" : "?"}: ${handled.calls.map(({ action }) => action).join(", ")}`
      : "none";
  }

  const imports = '"github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"';

  it("are handled by the error that they return", async () => {
    const body = (test: string) =>
      `raw, err := client.WithEcsClient(func(c *ecs.Client) (interface{}, error) {\n\treturn c.StopInstance(request)\n})\n${test}`;
    assert.equal(
      await around("go", go(imports, body('if IsExpectedErrors(err, []string{"|"}) {\n}'))),
      "error: StopInstance",
    );
    assert.equal(
      await around(
        "go",
        go(imports, body('_, err = other(ctx)\nif IsExpectedErrors(err, []string{"|"}) {\n}')),
      ),
      "none",
    );
  });

  it("are handled where what they throw is caught", async () => {
    const text = (handler: string) =>
      `import boto3\nclient = boto3.client("dynamodb")\ndef f():\n    try:\n        client.put_item()\n    except ClientError as e:\n        ${handler}\n    client.delete_item()\n`;
    assert.equal(await around("python", text('if e.response["Error"]["Code"] == "|": pass')), "try: PutItem");
  });

  it("are handled by the name that a block gives to what is raised in it", async () => {
    const text = (block: string, test: string) =>
      `import boto3\nclient = boto3.client("dynamodb")\ndef test_put():\n    client.delete_item()\n    with ${block}:\n        client.put_item()\n    client.get_item()\n    ${test}\n`;
    const raises = "pytest.raises(ClientError) as error";
    const cases = [
      [raises, 'assert error.value.response["Error"]["Code"] == "|"'],
      [raises, 'err = error.value.response["Error"]\n    assert err["Code"] == "|"'],
      [
        "self.assertRaises(ClientError) as caught",
        'assert caught.exception.response["Error"]["Code"] == "|"',
      ],
    ] as const;
    for (const [block, test] of cases)
      assert.equal(await around("python", text(block, test)), "error: PutItem", test);
    const other = text(raises, 'assert error.value.response["Error"]["Code"] == "|"');
    assert.equal(await around("python", other.replace("client.put_item", "store.save")), "none");
  });

  const tsS3 =
    'import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";\nconst s3 = new S3Client();\n';
  const jsS3 = 'const AWS = require("aws-sdk");\nconst s3 = new AWS.S3();\n';
  const kotlinS3 = "import aws.sdk.kotlin.services.s3.S3Client\nsuspend fun f(s3: S3Client) {\n";
  const handling: [languageId: string, text: string, expected: string][] = [
    [
      "javascript",
      `${jsS3}s3.getObject(p, (err, data) => { if (err.code === "|") retry(); });`,
      "callback: GetObject",
    ],
    [
      "javascript",
      `${jsS3}s3.getObject(p, function (err, data) {\n  if (err) {\n    switch (err.code) { case "|": break; }\n  }\n  s3.putObject(q);\n});`,
      "callback: GetObject",
    ],
    [
      "javascript",
      `${jsS3}s3.getObject(p).promise().then((data) => ok(data), (err) => { if (err.code === "|") return; });`,
      "promise: GetObject",
    ],
    [
      "typescript",
      `${tsS3}await s3.send(new GetObjectCommand({})).catch((e) => { if (e.name === "|") return; });`,
      "promise: GetObject",
    ],
    [
      "typescript",
      `${tsS3}async function f() {\n  try {\n    await s3.send(new GetObjectCommand({}));\n  } catch (e) {\n    if (e.name === "|") return;\n  }\n}`,
      "try: GetObject",
    ],
    [
      "kotlin",
      `${kotlinS3}    runCatching { s3.getObject(GetObjectRequest { }) }.onFailure { e -> if (codeOf(e) == "|") return }\n}\n`,
      "promise: GetObject",
    ],
    [
      "kotlin",
      `${kotlinS3}    try {\n        s3.getObject(GetObjectRequest.builder().bucket("b").build())\n    } catch (e: S3Exception) {\n        when (e.code) { "|" -> return }\n    }\n}\n`,
      "try: GetObject",
    ],
    [
      "ruby",
      "require 'aws-sdk-s3'\ns3 = Aws::S3::Client.new\ndef f(s3)\n  s3.get_object(bucket: 'b')\nrescue Aws::S3::Errors::ServiceError => e\n  raise unless e.code == '|'\nend\n",
      "try: GetObject",
    ],
    [
      "rust",
      'use aws_sdk_s3::Client;\nasync fn f(client: &Client) {\n    match client.get_object().bucket("b").send().await {\n        Ok(_) => {}\n        Err(e) => { if e.code() == Some("|") { return; } }\n    }\n}\n',
      "error: GetObject",
    ],
    [
      "rust",
      'use aws_sdk_s3::Client;\nasync fn f(client: &Client) {\n    client.get_object().send().await.map_err(|e| { if e.code() == Some("‸") { retry() } e })?;\n}\n',
      "promise: GetObject",
    ],
  ];

  for (const [languageId, text, expected] of handling)
    it(`are handled in ${languageId} as ${expected}`, async () => {
      assert.equal(await around(languageId, text), expected);
    });

  const typed: [languageId: string, text: string, ...codes: string[]][] = [
    [
      "typescript",
      `${tsS3}try {\n  await s3.send(new GetObjectCommand({}));\n} catch (e) {\n  if (e instanceof NoSuchKey || e instanceof TypeError) retry();\n}`,
      "NoSuchKey",
    ],
    [
      "python",
      "import boto3\ns3 = boto3.client('s3')\ntry:\n    s3.get_object()\nexcept (s3.exceptions.NoSuchKey, ValueError):\n    pass\nexcept ClientError as e:\n    pass\n",
      "NoSuchKey",
    ],
    [
      "java",
      "import software.amazon.awssdk.services.s3.S3Client;\nclass A {\n  void f(S3Client s3) {\n    try {\n      s3.getObject(GetObjectRequest.builder().build());\n    } catch (NoSuchKeyException | NoSuchBucketException e) {\n    } catch (S3Exception e) {\n    }\n  }\n}",
      "NoSuchKey",
      "NoSuchBucket",
    ],
    [
      "csharp",
      "using Amazon.S3;\nclass A {\n  IAmazonS3 s3;\n  void F() {\n    try { s3.GetObject(new GetObjectRequest()); }\n    catch (NoSuchKeyException) { }\n    catch (AmazonS3Exception e) { }\n  }\n}",
      "NoSuchKey",
    ],
    [
      "go",
      go(
        '"github.com/aws/aws-sdk-go-v2/service/s3"\n"github.com/aws/aws-sdk-go-v2/service/s3/types"',
        "_, err := s3Client.GetObject(ctx, &s3.GetObjectInput{})\nvar missing *types.NoSuchKey\nif errors.As(err, &missing) {\nreturn nil\n}\nvar failure smithy.APIError\nif errors.As(err, &failure) {\nreturn nil\n}\nreturn err",
      ),
      "NoSuchKey",
    ],
    [
      "kotlin",
      `${kotlinS3}    try { s3.getObject(GetObjectRequest { }) } catch (e: NoSuchKey) { }\n}\n`,
      "NoSuchKey",
    ],
    [
      "ruby",
      "require 'aws-sdk-s3'\ns3 = Aws::S3::Client.new\nbegin\n  s3.get_object\nrescue Aws::S3::Errors::NoSuchKey, Aws::S3::Errors::NoSuchBucket => e\nend\n",
      "NoSuchKey",
      "NoSuchBucket",
    ],
    [
      "rust",
      "use aws_sdk_s3::Client;\nasync fn f(client: &Client) {\n    match client.get_object().send().await {\n        Err(e) => match e.into_service_error() { GetObjectError::NoSuchKey(_) => {}, e if e.is_no_such_bucket() => {}, _ => {} },\n        _ => {}\n    }\n}\n",
      "NoSuchKey",
      "NoSuchBucket",
    ],
  ];

  for (const [languageId, text, ...codes] of typed)
    it(`have codes that are tested by types in ${languageId}`, async () => {
      const analysis = await analysisOf(languageId, text);
      assert.deepEqual(
        testedTypesIn(analysis).map(({ code }) => code),
        codes,
      );
    });
});
