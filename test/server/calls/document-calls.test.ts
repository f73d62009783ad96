import assert from "node:assert/strict";
import { callReader, goFunction as go } from "../harness/calls.ts";

describe("calls", () => {
  const { callsIn } = callReader();

  const recognised: [languageId: string, text: string, ...expected: string[]][] = [
    [
      "go",
      go(
        '"github.com/aws/aws-sdk-go-v2/service/dynamodb"',
        "out, err := conn.PutItem(ctx, &dynamodb.PutItemInput{})",
      ),
      "aws dynamodb PutItem",
    ],
    [
      "go",
      go(
        'vpc "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/vpc/v20170312"',
        "request := vpc.NewDeleteVpcRequest()\n_, err := me.client.UseVpcClient().DeleteVpc(request)",
      ),
      "tencent-cloud vpc DeleteVpc",
    ],
    [
      "go",
      go(
        '"github.com/aliyun/terraform-provider-alicloud/alicloud/connectivity"',
        'action := "DeleteVSwitch"\nresponse, err = client.RpcPost("Vpc", "2016-04-28", action, query, request, true)',
      ),
      "alibaba-cloud vpc DeleteVSwitch",
    ],
    [
      "go",
      go(
        '"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"',
        'request := requests.NewCommonRequest()\nrequest.Product = "Ecs"\nrequest.ApiName = "DescribeInstanceTypes"\nclient.ProcessCommonRequest(request)',
      ),
      "alibaba-cloud ecs DescribeInstanceTypes",
    ],
    [
      "typescript",
      'import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";\nconst command = new GetObjectCommand({});\nawait s3.send(command);',
      "aws s3 GetObject",
    ],
    [
      "javascript",
      'const AWS = require("aws-sdk");\nconst db = new AWS.DynamoDB();\ndb.putItem(params).promise();',
      "aws dynamodb PutItem",
    ],
    [
      "javascript",
      'const tencentcloud = require("tencentcloud-sdk-nodejs");\nconst CvmClient = tencentcloud.cvm.v20170312.Client;\nconst client = new CvmClient({});\nclient.RunInstances(params);',
      "tencent-cloud cvm RunInstances",
    ],
    [
      "javascript",
      'const { RPCClient } = require("@alicloud/pop-core");\nconst client = new RPCClient({ endpoint: "https://ecs.aliyuncs.com" });\nclient.request("StopInstance", params);',
      "alibaba-cloud ecs StopInstance",
    ],
    [
      "python",
      'import boto3\nclient = boto3.client("dynamodb")\nclient.put_item(TableName="t")',
      "aws dynamodb PutItem",
    ],
    [
      "python",
      'import boto3\nclient = boto3.client("dynamodb")\nclient.get_paginator("list_tables").paginate()',
      "aws dynamodb ListTables",
    ],
    [
      "python",
      'import boto3\nclient = boto3.client("sqs")\nretry(client.delete_message, QueueUrl=url)',
      "aws sqs DeleteMessage",
    ],
    [
      "python",
      "from tencentcloud.cvm.v20170312 import cvm_client, models\nc = cvm_client.CvmClient(cred, region)\nreq = models.RunInstancesRequest()\nc.RunInstances(req)",
      "tencent-cloud cvm RunInstances",
    ],
    [
      "python",
      "import boto3\nfrom aliyunsdkecs.request.v20140526.StopInstanceRequest import StopInstanceRequest\nrequest = StopInstanceRequest()\nacs.do_action_with_exception(request)",
      "alibaba-cloud ecs StopInstance",
    ],
    [
      "python",
      'import boto3\nfrom aliyunsdkcore.client import AcsClient\nclient = boto3.client("sqs")\nclient.delete_message()',
      "aws sqs DeleteMessage",
    ],
    [
      "java",
      "import com.aliyuncs.ecs.model.v20140526.StopInstanceRequest;\nclass A {\n  void f() {\n    StopInstanceRequest request = new StopInstanceRequest();\n    client.getAcsResponse(request);\n  }\n}",
      "alibaba-cloud ecs StopInstance",
    ],
    [
      "java",
      "import com.amazonaws.services.dynamodbv2.model.PutItemRequest;\nclass A {\n  void f(PutItemRequest request) {\n    db.putItem(request);\n    item.getTable();\n  }\n}",
      "aws dynamodb PutItem",
    ],
    [
      "csharp",
      "using Amazon.SQS;\nclass A {\n  private readonly IAmazonSQS _sqs;\n  async Task F() {\n    await _sqs.DeleteMessageAsync(url, handle);\n    await _sqsWrapper.DeleteMessageAsync(url);\n  }\n}",
      "aws sqs DeleteMessage",
    ],
    [
      "php",
      "<?php\nuse TencentCloud\\Cvm\\V20170312\\CvmClient;\nuse TencentCloud\\Cvm\\V20170312\\Models\\RunInstancesRequest;\n$req = new RunInstancesRequest();\n$resp = $client->RunInstances($req);",
      "tencent-cloud cvm RunInstances",
    ],
    [
      "csharp",
      "using Aliyun.OSS;\nclass A {\n  void F(OssClient ossClient) {\n    ossClient.CreateBucket(name);\n  }\n}",
      "alibaba-cloud oss PutBucket",
    ],
    [
      "javascript",
      'const COS = require("cos-nodejs-sdk-v5");\nconst cos = new COS({});\ncos.deleteMultipleObject({ Bucket: "b" });',
      "tencent-cloud cos DeleteObjects",
    ],
    [
      "python",
      "class A:\n    def f(self):\n        client = session.client('transfer')\n        self.g(client)\n    def g(self, client):\n        client.delete_user(UserName='u')\n",
      "aws transfer DeleteUser",
    ],
    [
      "php",
      "<?php\n$cosClient = new Qcloud\\Cos\\Client(array('region' => $region));\n$cosClient->getObject(array('Key' => 'k'));",
      "tencent-cloud cos GetObject",
    ],
    ["php", "<?php\n$a = new \\Aws\\S3\\S3Client([]);\n$a->getObject(['Key' => 'k']);", "aws s3 GetObject"],
    [
      "go",
      go(
        '"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"',
        "_, err := client.CreateTable(ctx, &CreateTableRequest{})",
      ),
      "alibaba-cloud oss CreateTable",
    ],
    [
      "python",
      "import alibabacloud_tea_openapi\ndef f(conn):\n    conn.get_bucket_lifecycle('b')\n",
      "alibaba-cloud oss GetBucketLifecycle",
    ],
    [
      "php",
      "<?php\nuse Aws\\DynamoDb\\DynamoDbClient;\n$client = new DynamoDbClient([]);\n$client->putItem(['TableName' => 't']);",
      "aws dynamodb PutItem",
    ],
    [
      "kotlin",
      'import aws.sdk.kotlin.services.s3.S3Client\nsuspend fun f(s3: S3Client) {\n    s3.getObject(GetObjectRequest { bucket = "b" })\n}\n',
      "aws s3 GetObject",
    ],
    [
      "kotlin",
      "import com.tencentcloudapi.cvm.v20170312.CvmClient\nfun f(client: CvmClient) {\n    val req = RunInstancesRequest()\n    client.RunInstances(req)\n}\n",
      "tencent-cloud cvm RunInstances",
    ],
    [
      "ruby",
      "require 'aws-sdk-s3'\nclass A\n  def initialize\n    @s3 = Aws::S3::Client.new\n  end\n  def f\n    @s3.get_object(bucket: 'b')\n  end\nend\n",
      "aws s3 GetObject",
    ],
    [
      "ruby",
      "require 'aliyunsdkcore'\nclient = RPCClient.new(endpoint: 'https://ecs.aliyuncs.com')\nclient.request(action: 'StopInstance', params: {})\n",
      "alibaba-cloud ecs StopInstance",
    ],
    [
      "rust",
      'use aws_sdk_dynamodb as dynamodb;\nasync fn f(config: &SdkConfig) {\n    let client = dynamodb::Client::new(config);\n    client.put_item().table_name("t").send().await;\n}\n',
      "aws dynamodb PutItem",
    ],
    [
      "python",
      'def f(manager):\n    client = local_session(manager.factory).client("dynamodb")\n    client.put_item(TableName="t")\n',
      "aws dynamodb PutItem",
    ],
    ["python", "import boto3\ndef f(ddb):\n    ddb.put_item(TableName='t')\n", "aws dynamodb PutItem"],
    [
      "shellscript",
      "aws --profile p iam create-role --role-name r || exit\ntccli cvm RunInstances\naliyun ecs StopInstance --InstanceId i\naws s3 cp a b\n",
      "aws iam CreateRole",
      "tencent-cloud cvm RunInstances",
      "alibaba-cloud ecs StopInstance",
    ],
    [
      "yaml",
      'Get:\n  Resource: arn:aws:states:::aws-sdk:s3:getObject\n  Catch:\n    - ErrorEquals: ["X"]\nPut:\n  inputs:\n    Service: dynamodb\n    Api: PutItem\n',
      "aws s3 GetObject",
      "aws dynamodb PutItem",
    ],
  ];

  for (const [languageId, text, ...expected] of recognised)
    it(`are recognised in ${languageId}: ${expected.join(", ")}`, async () => {
      const [calls] = await callsIn(languageId, text);
      const found = calls.all.map(({ provider, service, action }) => `${provider} ${service} ${action}`);
      assert.deepEqual([...new Set(found)], expected);
      assert.ok(calls.all.every(({ certain }) => certain));
    });

  const others: [languageId: string, text: string][] = [
    [
      "go",
      go(
        '"github.com/aliyun/alibaba-cloud-sdk-go/services/vpc"',
        "object, err := vpcService.DescribeVpcs(id)",
      ),
    ],
    [
      "java",
      'import com.amazonaws.services.dynamodbv2.document.DynamoDB;\nclass A {\n  void f(DynamoDB db) {\n    db.getTable("t");\n  }\n}',
    ],
    ["python", "import boto3\nsqs = logs = None\nsqs.set_timeout(3)\nmodel.get_item()"],
    [
      "python",
      "import boto3\nfrom fakes import S3Fake\nclass Kms:\n    def decrypt(self): pass\nkms = Kms()\nkms.decrypt()\ns3 = S3Fake()\ns3.get_object()",
    ],
    [
      "typescript",
      'import { SNSClient } from "@aws-sdk/client-sns";\nimport { Table } from "./table";\nconst table = new Table();\ntable.putItem({});',
    ],
    [
      "go",
      `package p\n\nimport (\n"github.com/aws/aws-sdk-go/service/dynamodb"\n"github.com/redis/go-redis/v9"\n)\n\ntype cache struct {\n\tclient *redis.Client\n}\n\nfunc (c *cache) f() {\n\tc.client.Scan(ctx, 0)\n}\n`,
    ],
    ["python", "import boto3\nconn.scan()\ns3 = FakeS3()\ns3.get_object()\nmock_s3.put_object()"],
    [
      "go",
      go(
        '"github.com/aliyun/alibaba-cloud-sdk-go/services/ecs"',
        'ret := m.ctrl.Call(m, "DescribeDisks", request)',
      ),
    ],
    [
      "java",
      "import software.amazon.awssdk.services.ec2.Ec2Client;\nclass A {\n  void f(com.tencentcloudapi.cvm.v20170312.CvmClient client) {\n    client.RunInstances(null);\n  }\n}",
    ],
  ];

  for (const [languageId, text] of others)
    it(`are not seen in what is named alike, in ${languageId}`, async () => {
      const [calls] = await callsIn(languageId, text);
      assert.deepEqual(calls.all, []);
    });

  const ofTwoClouds: [languageId: string, text: string, expected: string][] = [
    [
      "java",
      "import com.tencentcloudapi.cvm.v20170312.CvmClient;\nimport com.tencentcloudapi.cvm.v20170312.models.*;\nimport software.amazon.awssdk.services.s3.S3Client;\nclass A {\n  private final CvmClient cvm;\n  A(CvmClient cvm) { this.cvm = cvm; }\n  void f() {\n    cvm.TerminateInstances(new TerminateInstancesRequest());\n  }\n}",
      "tencent-cloud cvm TerminateInstances",
    ],
    [
      "csharp",
      'using TencentCloud.Cvm.V20170312;\nusing Amazon.S3;\nclass A {\n  private readonly CvmClient cvm = new CvmClient(null, "x");\n  void F() { cvm.RunInstances(new RunInstancesRequest()); }\n}',
      "tencent-cloud cvm RunInstances",
    ],
    [
      "typescript",
      'import { S3Client } from "@aws-sdk/client-s3";\nimport * as tencentcloud from "tencentcloud-sdk-nodejs";\nconst CvmClient = tencentcloud.cvm.v20170312.Client;\nconst cvm = new CvmClient({});\nawait cvm.RunInstances({});',
      "tencent-cloud cvm RunInstances",
    ],
    [
      "python",
      "import boto3\nfrom tencentcloud.common import credential\nclient.describe_instances()",
      "uncertain",
    ],
  ];

  for (const [languageId, text, expected] of ofTwoClouds)
    it(`are of the cloud that the receiver shows, in ${languageId}: ${expected}`, async () => {
      const [{ all }] = await callsIn(languageId, text);
      const found = all.map(({ certain, provider, service, action }) =>
        certain ? `${provider} ${service} ${action}` : "uncertain",
      );
      assert.deepEqual(found, [expected]);
    });

  it("are found once where a paginator is created and used at once", async () => {
    const [{ all }] = await callsIn(
      "python",
      'import boto3\ns3 = boto3.client("s3")\nfor page in s3.get_paginator("list_objects_v2").paginate(Bucket="b"): pass\n',
    );
    assert.equal(all.length, 1);
  });

  it("are named by the types of their requests", async () => {
    const [calls, offset] = await callsIn(
      "typescript",
      'import { GetOb|jectCommand } from "@aws-sdk/client-s3";\n',
    );
    const { call, ...named } = calls.nameAt(offset) ?? {};
    assert.equal(call, undefined);
    assert.deepEqual(named, {
      provider: "aws",
      service: "s3",
      action: "GetObject",
      span: { start: 9, end: 18 },
    });
  });
});
