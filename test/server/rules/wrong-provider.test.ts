import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";
import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const foreign = "InvalidInstanceID.NotFound";

const reported: Spoken[] = [
  {
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() { if e.ErrorCode() == "«${foreign}»" { return } }`,
    says: /'InvalidInstanceID\.NotFound' is an error code of AWS, but the code here talks to Alibaba Cloud\./,
  },
  {
    languageId: "typescript",
    text: `import * as t from "tencentcloud-sdk-nodejs";\nif (e.code === "«ThrottlingException»") {}`,
    says: /The equivalent there is 'RequestLimitExceeded'/,
  },
  {
    languageId: "python",
    text: `import boto3\nif e.response["Error"]["Code"] == "«AuthFailure.SignatureExpire»":\n    pass`,
    says: /is an error code of Tencent Cloud, but the code here talks to AWS/,
  },
  {
    languageId: "java",
    text: `import com.aliyuncs.X;\nclass A { boolean f() { return "«${foreign}»".equals(e.getErrCode()); } }`,
  },
  {
    languageId: "ruby",
    text: `require "aws-sdk-s3"\nif e.code == "«AuthFailure.SignatureExpire»"\n  x\nend`,
  },
];

const notReported: Unspoken[] = [
  {
    why: "a code of the provider",
    languageId: "python",
    text: `import boto3\nif e.response["Error"]["Code"] == "${foreign}":\n    pass`,
  },
  {
    why: "a code that the provider has too",
    languageId: "go",
    text: `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() { if e.ErrorCode() == "NoSuchBucket" { return } }`,
  },
  {
    why: "a file without a certain provider",
    languageId: "typescript",
    text: `if (e.code === "${foreign}" || e.code === "AuthFailure.SignatureExpire") {}`,
  },
  {
    why: "a file that talks to both providers",
    languageId: "go",
    text: `package a\nimport (\n\t"github.com/aliyun/alibaba-cloud-sdk-go/sdk"\n\t"github.com/aws/aws-sdk-go/aws"\n)\nvar retryErrors = []string{"${foreign}"}`,
  },
  {
    why: "an unknown code",
    languageId: "python",
    text: `import boto3\nif e.code == "AcmeNotFound":\n    pass`,
  },
];

const zh = /是亚马逊云科技的错误码，而此处调用的是阿里云/;
describeRule(
  { rule: "wrong-provider", severity: 2, zh, rules: { "wrong-provider": "warning" } },
  reported,
  notReported,
);

describe("wrong-provider by default", () => {
  const text = `if (e.code === "${foreign}") {}`;
  const found = async (files: Record<string, string>) => {
    const project = await Project.of(files);
    const all = await (await project.open("a.ts", "typescript", text)).diagnose();
    await project.end();
    return all.map(({ code, severity }) => `${code} ${severity}`);
  };

  it("is off", async () => {
    assert.deepEqual(await found({ ".error-codes.yaml": "providers: [alibaba-cloud]\n" }), []);
  });

  it("is a warning where a complete catalog applies", async () => {
    const all = await found({
      ".error-codes.yaml":
        "providers: [acme]\ncatalogs:\n  - { path: errors.yaml, provider: acme, complete: true }\n",
      "errors.yaml": "version: 1\nprovider: acme\nentries:\n  - code: Acme.Jammed\n",
    });
    assert.deepEqual(all, ["wrong-provider 2"]);
  });
});
