import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { ProviderMarks } from "../../../server/inference/marks.ts";
import { serviceRank, servicesImported } from "../../../server/inference/services.ts";
import { builtInCatalog } from "../../catalog/built-in.ts";

const examples: [text: string, provider: string, ...services: string[]][] = [
  ['import (\n\t"github.com/aws/aws-sdk-go/service/ec2"\n)', "aws", "ec2"],
  ['import svc "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"', "aws", "dynamodb"],
  ['import { S3Client } from "@aws-sdk/client-s3";', "aws", "s3"],
  ['import {\n  CloudWatchLogsClient,\n} from "@aws-sdk/client-cloudwatch-logs";', "aws", "logs"],
  ['import AWS from "aws-sdk";\nnew AWS.DynamoDB.DocumentClient();', "aws", "dynamodb"],
  ['import boto3\nboto3.client("elbv2")\nsession.resource(service_name="s3")', "aws", "elbv2", "s3"],
  ["using Amazon.SimpleNotificationService.Model;\nusing Amazon.SecurityToken;", "aws", "sns", "sts"],
  ["import com.amazonaws.services.elasticloadbalancingv2.model.X;", "aws", "elb", "elbv2"],
  ["use aws_sdk_s3::Client;", "aws", "s3"],
  ['require "aws-sdk-s3"', "aws", "s3"],
  ["from tencentcloud.cvm.v20170312 import cvm_client, models", "tencent-cloud", "cvm"],
  ['import { cvm } from "tencentcloud-sdk-nodejs";', "tencent-cloud", "cvm"],
  ['const host = "cvm.tencentcloudapi.com";', "tencent-cloud", "cvm"],
  ['import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"', "tencent-cloud"],
  ['import ecs "github.com/alibabacloud-go/ecs-20140526/v2/client"', "alibaba-cloud", "ecs"],
  ['import "github.com/aliyun/aliyun-oss-go-sdk/oss"', "alibaba-cloud", "oss"],
  ["from baidubce.services.bos.bos_client import BosClient", "baidu-ai-cloud", "bos"],
  ['x = boto3.client("s3")', "aws"],
  // Parts of the SDKs, rather than the services of the same name.
  ["from botocore.config import Config", "aws"],
  ['import "github.com/aws/aws-sdk-go-v2/config"', "aws"],
  ["from alibabacloud_tea_openapi.models import Config", "alibaba-cloud"],
  ['import boto3\nx = boto3.client("config")', "aws", "config"],
];

describe("the services that a file imports", () => {
  let catalog: Catalog;
  let marks: ProviderMarks;
  before(async () => {
    catalog = await builtInCatalog();
    marks = new ProviderMarks(catalog);
  });

  for (const [text, provider, ...services] of examples) {
    it(`are ${services.join(" and ") || "none"} in ${text.split("\n").at(-1)}`, () => {
      const found = servicesImported(text, marks.marksIn(text), catalog);
      assert.deepEqual(found.get(provider) ?? [], services);
    });
  }

  it("come before the common codes, and these before other services", () => {
    const text = 'import "github.com/aws/aws-sdk-go/service/ec2"';
    const imported = servicesImported(text, marks.marksIn(text), catalog);
    const rank = (service: string) => serviceRank({ provider: "aws", service }, imported);
    assert.deepEqual(["ec2", "common", "dynamodb"].map(rank), [0, 1, 2]);
  });
});
