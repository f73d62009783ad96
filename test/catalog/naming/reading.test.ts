import assert from "node:assert/strict";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { type Reading, readName } from "../../../catalog/naming/reading.ts";
import type { Concept } from "../../../catalog/schema/schema.ts";
import { builtInCatalog } from "../built-in.ts";
import { truth } from "./truth.ts";

describe("reading what the name of a code says", () => {
  let catalog: Catalog;
  let concepts: readonly Concept[];
  before(async () => {
    catalog = await builtInCatalog();
    concepts = catalog.concepts;
  });

  const read = (code: string): Reading => {
    const reading = readName(code, concepts);
    assert.ok(reading, `${code} says nothing`);
    return reading;
  };

  const sentences: [code: string, en: string, zh: string][] = [
    ["InvalidParameterValue.VpcIdMalformed", "The VPC ID has the wrong format.", "VPC ID 格式不正确。"],
    ["InvalidAcmeImageId.Malformed", "AcmeImageId has the wrong format.", "AcmeImageId 格式不正确。"],
    [
      "IncorrectInstanceStatus",
      "The state of the instance does not allow this operation.",
      "实例的当前状态不允许该操作。",
    ],
    ["ForbiddenOperation.SnapshotInUse", "The snapshot is in use.", "快照正在使用中。"],
    ["ResourceNotFoundException", "The resource does not exist.", "资源不存在。"],
    ["OPERATION_FAILED_RESOURCE_NOT_FOUND", "The resource does not exist.", "资源不存在。"],
    ["ResourceNotFound.NoBackupPolicy", "The backup policy does not exist.", "备份策略不存在。"],
    ["NoSuchTargetGroups", "The target groups do not exist.", "目标组不存在。"],
    ["Insufficient.Balance", "There is not enough balance.", "余额不足。"],
    ["InventoryNotEnough", "There is not enough stock.", "库存不足。"],
    ["FailedOperation.ProxyIPIsNotEnough", "There are not enough proxy IPs.", "代理 IP 不足。"],
    ["ResourceInsufficient.AcmeZone", "There are not enough resources.", "资源不足。"],
    ["TooManyAcmeBehaviors", "There are too many AcmeBehaviors.", "AcmeBehaviors 数量过多。"],
    ["OperationDenied.TooManyAcme", "There are too many of them.", "数量过多。"],
    ["TooManyCertificates", "There are too many certificates.", "证书数量过多。"],
    ["OperationDenied.OverQuota", "A quota or limit has been reached.", "已达到配额或上限。"],
    ["NodeQuotaForCustomerExceeded", "The limit on nodes has been reached.", "节点数量已达上限。"],
    ["Duration.Exceed", "The limit on duration has been reached.", "时长已达上限。"],
    [
      "Certificate.Content.Not.Match.Key",
      "The certificate content does not match the key.",
      "证书内容与键不匹配。",
    ],
    ["FailedOperation.SGOperationFailed", "The security group operation failed.", "安全组操作失败。"],
    [
      "UnsupportedOperation.ComputeEnvOperation",
      "The compute environment operation is not supported.",
      "不支持计算环境操作。",
    ],
    [
      "InvalidVpcPeeringConnectionId.Malformed",
      "The VPC peering connection ID has the wrong format.",
      "VPC 对等连接 ID 格式不正确。",
    ],
    ["ResourceNotFound.ContainergroupGroupNotFound", "The container group does not exist.", "容器组不存在。"],
    ["LimitExceeded.TagTagsExceeded", "The limit on tags has been reached.", "标签数量已达上限。"],
    [
      "EmptyEndpointNodeConfig",
      "The endpoint node configuration is missing or empty.",
      "缺少终端节点配置，或者其值为空。",
    ],
    ["Duplicate.Name.Error", "The name is already in use.", "名称已被使用。"],
    ["RetryableConflictException", "The request conflicts with something else.", "请求存在冲突。"],
    ["Invalid.Certificate.Key", "The certificate key is not valid.", "证书密钥无效。"],
    [
      "InvalidParameterValue.VpcIdSubnetIdNotMatch",
      "The VPC ID does not match the subnet ID.",
      "VPC ID 与子网 ID 不匹配。",
    ],
    [
      "LimitExceeded.SecurityPolicies",
      "The limit on security policies has been reached.",
      "安全策略数量已达上限。",
    ],
    ["FailedOperation.CreateNatGatewayError", "Creating the NAT gateway failed.", "创建 NAT 网关失败。"],
    [
      "UnsupportedOperation.DiskSnapshotCreating",
      "The disk snapshot is being created, which does not allow this operation.",
      "磁盘快照正在创建，不允许该操作。",
    ],
    ["OPERATION_DENIED_NODE_NOT_STOPPED", "The node is not stopped.", "节点未停止。"],
    [
      "UnsupportedOperation.ExistListener",
      "There are still listeners that depend on it.",
      "仍有监听器依赖该资源。",
    ],
    [
      "InternalError.TimeParseError",
      "Parsing the time failed because of an internal error.",
      "解析时间失败，原因是服务内部错误。",
    ],
    ["MissingParameter.MissingItemId", "The item ID is missing or empty.", "缺少条目 ID，或者其值为空。"],
    ["PreloadQueueFull", "The preload queue is full.", "预热队列已满。"],
    ["EipAlreadyInInstance", "The elastic IP is already in the instance.", "弹性公网 IP 已在实例中。"],
    [
      "IncorrectInstanceStatus.Initializing",
      "The instance is being initialized, which does not allow this operation.",
      "实例正在初始化，不允许该操作。",
    ],
    ["FailedOperation.OssIsolateInstanceFailed", "Isolating the instance failed.", "隔离实例失败。"],
    [
      "UnauthorizedOperation.DeleteTrigger",
      "Deleting the trigger is not allowed for the caller.",
      "调用方无权删除触发器。",
    ],
    ["DuplicateInstanceId", "The instance ID is given twice or already exists.", "实例 ID 重复或已存在。"],
    [
      "FailedOperation.FaceImageUnQualified",
      "The face picture does not meet the requirements.",
      "人脸图片不符合要求。",
    ],
    [
      "InvalidParameterValue.StartTimeLaterEndTime",
      "The start time is later than the end time.",
      "开始时间晚于结束时间。",
    ],
    [
      "OperationDenied.InstanceUnsupportedOperateError",
      "The instance does not support this operation.",
      "实例不支持该操作。",
    ],
    ["InvalidParameter.BillNo", "The bill number is not valid.", "账单号无效。"],
    [
      "LimitExceeded.BackupTimes",
      "The limit on the number of backups has been reached.",
      "备份次数已达上限。",
    ],
    [
      "KmsInvalidStateException",
      "The state of KMS does not allow this operation.",
      "KMS 的当前状态不允许该操作。",
    ],
    ["ImageNotSupportResize", "The image does not support resizing.", "镜像不支持调整大小。"],
  ];
  for (const [code, en, zh] of sentences) {
    it(`writes a sentence about ${code}`, () => {
      assert.deepEqual(read(code).summary, { en, "zh-CN": zh });
    });
  }

  const kinds: [code: string, concept: string][] = [
    ["InvalidParameter.GroupNameOccupied", "resource-exists"],
    ["InternalError.CvmNotFound", "resource-not-found"],
    ["FailedOperation.ImageQuotaExceeded", "quota-exceeded"],
    ["MissingSecurityHeader", "parameter-missing"],
    ["UnauthorizedOperation.TokenExpired", "token-invalid"],
    ["ResourceNotFound.InvalidGateway", "resource-not-found"],
    ["LimitExceeded.TooManyRequests", "rate-limited"],
    ["InvalidParameterValue.CidrConflictWithSubnet", "address-conflict"],
    ["InvalidParamater.ImageIdNotExsit", "resource-not-found"],
    ["Account.Arrearage", "payment-required"],
  ];
  for (const [code, concept] of kinds) {
    it(`lets the words of ${code} decide against its head`, () => {
      assert.deepEqual([read(code).concept, read(code).isSure], [concept, true]);
    });
  }

  it("names the thing in the advice", () => {
    const { cause, fix } = read("InvalidParameterValue.VpcIdMalformed");
    assert.match(cause?.en ?? "", /given for the VPC ID does not have the required form/);
    assert.match(fix?.["zh-CN"] ?? "", /检查 VPC ID 的值/);
  });

  it("advises on lengths and on several things as the name speaks of them", () => {
    const fixOf = (code: string) => read(code).fix?.en ?? "";
    assert.match(
      fixOf("InvalidParameterValue.SnapshotNameLength"),
      /^Compare the length of the snapshot name/,
    );
    assert.match(fixOf("Invalid.DiskIds.SizeExceed"), /^Pass fewer of the disk IDs at once/);
    assert.match(fixOf("LimitExceeded.SecurityPolicies"), /^Remove security policies that are no longer/);
    assert.doesNotMatch(fixOf("Duration.Exceed"), /duration/);
  });

  it("does not advise to wait for a state that does not pass by itself", () => {
    const { retry, fix } = read("OPERATION_DENIED_NODE_NOT_STOPPED");
    assert.equal(retry, "no");
    assert.match(fix?.en ?? "", /^Query the state of the node and bring it/);
    assert.doesNotMatch(fix?.en ?? "", /poll|try again/);
  });

  it("says no more than the family where the words leave it open", () => {
    for (const code of ["FailedOperation.QuuxFailed", "OperationDenied.Quux", "Forbidden.Quux"]) {
      const reading = read(code);
      assert.equal(reading.isSure, false, code);
      assert.equal(reading.fix, undefined, code);
      assert.match(reading.summary.en ?? "", / (?:failed|refused|forbidden)\.$/, code);
    }
  });

  it("says less where words could be read in two ways", () => {
    // An attribute is no thing, and a service that stops is not one that could not be stopped.
    for (const [code, en] of [
      ["InvalidParameterValue.Negative", "The value of a parameter is not valid."],
      ["FailedOperation.ServiceStop", "The operation failed."],
      ["LimitExceeded.OrderClosed", "A quota or limit has been reached."],
      ["DependencyViolation.InstanceType", "Other resources still depend on it."],
      ["InvalidGetProductList", "GetProductList is not valid."],
    ] as const)
      assert.equal(read(code).summary.en, en, code);
  });

  it("is sure only where the rules and the evidence of the words agree", () => {
    // The rules alone would take these for something in use, too many of something, and something that is there.
    for (const code of [
      "FailedOperation.QuotaLessThanCurrentUsed",
      "UnsupportedOperation.ScaleInTooMuch",
      "FailedOperation.CheckCosBucketIsExistFailed",
    ])
      assert.equal(read(code).isSure, false, code);
    // What the rules leave open, the words decide.
    for (const code of ["InvalidParameterValue.RemoteStoragePath", "InternalError.DbOperatError"])
      assert.equal(read(code).isSure, true, code);
  });

  it("reads nothing in names that say nothing of a failure", () => {
    for (const name of [
      "SecurityGroup",
      "instance.created",
      "VPC_ID",
      "OptedOut",
      "x",
      "The file was not found",
    ])
      assert.equal(readName(name, concepts), undefined, name);
  });

  it("takes no long time for names made of its own words", () => {
    for (const words of ["IsHasBeenNot", "NotFoundIn", "A", "TokenAccessSts", "ChargeTypeIp", "Max.Limit."]) {
      const start = performance.now();
      readName(words.repeat(Math.floor(150 / words.length)), concepts);
      assert.ok(performance.now() - start < 500, words);
    }
  });

  it("writes whole sentences for all official codes", () => {
    for (const code of catalog.officialCodes) {
      const { summary, cause, fix } = readName(code, concepts) ?? {};
      for (const text of [summary, cause, fix]) {
        if (!text) continue;
        assert.match(text.en ?? "", /^[^{}|]*\.$/, code);
        assert.doesNotMatch(text.en ?? "", / {2}|\b[Tt]he the\b| \.|\bundefined\b/, code);
        assert.match(text["zh-CN"] ?? "", /^[^{}|]*。$/, code);
        assert.doesNotMatch(
          text["zh-CN"] ?? "",
          /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}| {2}/u,
          code,
        );
      }
    }
  });

  it("agrees with the entries that have texts of their own", async () => {
    const { development } = await truth();
    const rows = development.map((entry) => ({ entry, reading: readName(entry.code, concepts) }));
    const sure = rows.filter(({ reading }) => reading?.isSure);
    const share = (some: typeof rows, label: "kind" | "retry" | "concept") =>
      some.filter(({ entry, reading }) => reading?.[label] === entry[label]).length / some.length;
    assert.ok(sure.length / rows.length >= 0.75, `sure of ${sure.length} of ${rows.length}`);
    assert.ok(share(sure, "kind") >= 0.97 && share(sure, "retry") >= 0.97 && share(sure, "concept") >= 0.94);
    assert.ok(share(rows, "kind") >= 0.95);
  });
});
