import assert from "node:assert/strict";
import { errorsIn } from "../../../catalog/responses/explanation.ts";
import type { Knowledge } from "../../../catalog/responses/whose/knowledge.ts";
import { knowledge } from "./forms.ts";

interface Expected {
  code: string;
  provider?: string;
  message?: string;
  requestId?: string;
}

const responses: [name: string, text: string, expected: Expected][] = [
  [
    "JSON of Tencent Cloud",
    `{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"Too old."},"RequestId":"t-1"}}`,
    { code: "AuthFailure.SignatureExpire", provider: "tencent-cloud", message: "Too old.", requestId: "t-1" },
  ],
  [
    "JSON of Alibaba Cloud",
    `{"RequestId":"A-1","HostId":"ecs.aliyuncs.com","Code":"InvalidInstanceId.NotFound","Message":"Gone."}`,
    { code: "InvalidInstanceId.NotFound", provider: "alibaba-cloud", message: "Gone.", requestId: "A-1" },
  ],
  [
    "XML of Alibaba Cloud",
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>NoSuchBucket</Code>\n  <Message>No &lt;bucket&gt;.</Message>\n  <RequestId>O-1</RequestId>\n  <HostId>x.oss-cn-beijing.aliyuncs.com</HostId>\n</Error>`,
    { code: "NoSuchBucket", provider: "alibaba-cloud", message: "No <bucket>.", requestId: "O-1" },
  ],
  [
    "JSON of Baidu AI Cloud",
    `{"requestId":"b-1","code":"InappropriateJSON","message":"Not so."}`,
    { code: "InappropriateJSON", provider: "baidu-ai-cloud", message: "Not so.", requestId: "b-1" },
  ],
  [
    "JSON of Zenlayer Cloud",
    `{"requestId":"z-1","code":"REQUEST_TIMED_OUT","message":"Late."}`,
    { code: "REQUEST_TIMED_OUT", provider: "zenlayer-cloud", message: "Late.", requestId: "z-1" },
  ],
  [
    "JSON of AWS with a fully qualified type",
    `{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"No."}`,
    { code: "ConditionalCheckFailedException", provider: "aws", message: "No." },
  ],
  [
    "a response as printed by boto3 and the AWS command line",
    `{"Error":{"Code":"NoSuchBucket","Message":"None."},"ResponseMetadata":{"RequestId":"w-1","HTTPStatusCode":404}}`,
    { code: "NoSuchBucket", provider: "aws", message: "None.", requestId: "w-1" },
  ],
  [
    "JSON inside other text",
    `12:00:01 ERROR call failed {"a": {b}} body={"RequestId":"A-2","Code":"Throttling","Message":"Slow down {please}"} (3 ms)`,
    { code: "Throttling", message: "Slow down {please}", requestId: "A-2" },
  ],
  [
    "an exception of Tencent Cloud's SDK",
    "[TencentCloudSDKException]code:InternalError message:Sorry, an error. requestId:t-3",
    { code: "InternalError", provider: "tencent-cloud", message: "Sorry, an error.", requestId: "t-3" },
  ],
  [
    "an exception of Tencent Cloud's Go SDK",
    "[TencentCloudSDKError] Code=AuthFailure.TokenFailure, Message=Bad token, RequestId=t-4",
    { code: "AuthFailure.TokenFailure", provider: "tencent-cloud", message: "Bad token", requestId: "t-4" },
  ],
  [
    "an exception of boto3",
    "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation (reached max retries: 4): Access Denied",
    { code: "AccessDenied", provider: "aws", message: "Access Denied" },
  ],
  [
    "a response whose message identifies one of several providers",
    `{"requestId":"b-2","code":"RequestExpired","message":"Request has expired. Timestamp date is 2026-01-31T08:00:00Z."}`,
    {
      code: "RequestExpired",
      provider: "baidu-ai-cloud",
      message: "Request has expired. Timestamp date is 2026-01-31T08:00:00Z.",
      requestId: "b-2",
    },
  ],
  [
    "a log line whose code has no key before it",
    "10:00:00 ERROR worker: call failed: AuthFailure.SignatureExpire, RequestId=t-5",
    { code: "AuthFailure.SignatureExpire", provider: "tencent-cloud", requestId: "t-5" },
  ],
  [
    "a code in a sentence",
    "the deployment stopped with OperationConflict, again.",
    { code: "OperationConflict", provider: "alibaba-cloud" },
  ],
];

describe("explaining a response", () => {
  let known: Knowledge;
  before(async () => {
    known = await knowledge();
  });

  for (const [name, text, { provider, ...expected }] of responses) {
    it(`parses ${name}`, () => {
      const [first] = errorsIn(text, known);
      const { code, message, requestId, candidates = [] } = first ?? {};
      const found = { code, ...(message ? { message } : {}), ...(requestId ? { requestId } : {}) };
      assert.deepEqual(found, expected);
      if (provider !== undefined) assert.equal(candidates[0]?.provider, provider);
    });
  }

  it("keeps the clouds of errors apart that stand in one log entry", async () => {
    const text = [
      "2026-11-30T08:12:01.004Z ERROR two calls failed",
      "Caused by: com.amazonaws.services.sqs.model.AmazonSQSException: Access to the resource is denied. (Service: AmazonSQS; Status Code: 403; Error Code: AccessDenied; Request ID: 7f0a3a35-1c1f-5c64-9d2e-6e2fb1c5c0ee)",
      "[TencentCloudSDKException] code: AuthFailure.SignatureExpire message:The signature is late. requestId:",
    ].join("\n");
    const found = errorsIn(text, await knowledge()).map(({ code, candidates }) => [
      code,
      ...new Set(candidates.map(({ provider }) => provider)),
    ]);
    assert.deepEqual(found, [
      ["AccessDenied", "aws"],
      ["AuthFailure.SignatureExpire", "tencent-cloud"],
    ]);
  });

  it("finds nothing in other text", () => {
    for (const text of [
      "",
      "hello",
      "{}",
      "[1, 2]",
      '{"code": 5}',
      "<html><body>Code</body></html>",
      "code: yes",
    ]) {
      assert.deepEqual(errorsIn(text, known), [], text);
    }
  });

  it("handles hostile input", () => {
    for (const text of [
      "{".repeat(200_000),
      "<Code>".repeat(50_000),
      `{"a":`.repeat(20_000),
      "code:".repeat(40_000),
    ]) {
      assert.ok(Array.isArray(errorsIn(text, known)));
    }
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Error><Code>&b;</Code></Error>`;
    assert.deepEqual(errorsIn(entities, known), []);
  });
});
