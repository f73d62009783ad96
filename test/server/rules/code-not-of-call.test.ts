import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const go = (body: string) => `package a

import (
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"
)

func f(client *cvm.Client, request *cvm.RunInstancesRequest) error {
${body}
	return err
}
`;
const calls =
  "\t_, err := client.RunInstances(request)\n\tfailure, _ := err.(*errors.TencentCloudSDKError)\n";
const s3 = `import { S3Client, DeleteObjectCommand } from "@aws-sdk/client-s3";\nconst s3 = new S3Client();\n`;

const reported: Spoken[] = [
  {
    languageId: "go",
    text: go(`${calls}\tif failure.Code == "«InvalidVpcId.NotFound»" {\n\t\treturn nil\n\t}`),
    says: /'InvalidVpcId\.NotFound' is not documented for RunInstances, whose failure is handled here/,
  },
  {
    languageId: "go",
    text: go(
      `${calls}\tswitch failure.Code {\n\tcase "ResourceInsufficient.CloudDiskSoldOut", "«InvalidVpcId.NotFound»":\n\t\treturn nil\n\t}`,
    ),
  },
];

const notReported: Unspoken[] = [
  {
    why: "a code that is documented for the call",
    languageId: "go",
    text: go(`${calls}\tif failure.Code == "ResourceInsufficient.CloudDiskSoldOut" {\n\t\treturn nil\n\t}`),
  },
  {
    why: "a code that every action can answer with",
    languageId: "go",
    text: go(`${calls}\tif failure.Code == "AuthFailure.SignatureExpire" {\n\t\treturn nil\n\t}`),
  },
  {
    why: "a code that a later retry can resolve",
    languageId: "go",
    text: go(`${calls}\tif failure.Code == "ResourceInsufficient.VpcResource" {\n\t\treturn nil\n\t}`),
  },
  {
    why: "a code of another provider",
    languageId: "go",
    text: go(`${calls}\tif failure.Code == "InvalidInstanceID.NotFound" {\n\t\treturn nil\n\t}`),
  },
  {
    why: "a call of which nothing is documented",
    languageId: "go",
    text: go(
      `\t_, err := client.RunInstances(request)\n\t_, err = client.RunEverything(request)\n\tfailure, _ := err.(*errors.TencentCloudSDKError)\n\tif failure.Code == "InvalidVpcId.NotFound" {\n\t\treturn nil\n\t}`,
    ),
  },
  {
    why: "an error that comes from elsewhere",
    languageId: "typescript",
    text: `${s3}export function isGone(error: { name: string }) { return error.name === "NoSuchUpload"; }`,
  },
  {
    why: "a test",
    languageId: "go",
    text: go(`${calls}\tif failure.Code == "InvalidVpcId.NotFound" {\n\t\treturn nil\n\t}`),
    at: "file:///project/instances_test.go",
  },
];

describeRule(
  {
    rule: "code-not-of-call",
    severity: 4,
    zh: /其文档未列出“InvalidVpcId\.NotFound”/,
    rules: { "code-not-of-call": "warning" },
  },
  reported,
  notReported,
);
