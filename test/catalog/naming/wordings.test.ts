import assert from "node:assert/strict";
import { readName } from "../../../catalog/naming/reading.ts";
import { builtInCatalog } from "../built-in.ts";

const { concepts } = await builtInCatalog();

describe("what wordings of codes say", () => {
  const sentences: [code: string, en: string, zh: string][] = [
    // What is not there, and what is there.
    ["NoQuuxGroupIdExist", "QuuxGroupId does not exist.", "QuuxGroupId 不存在。"],
    ["DeleteFailedDueToListenerExist", "Other resources still depend on it.", "仍有其他资源依赖该资源。"],
    ["InvalidParameter.PluginNoUse", "Something is not there.", "缺少所需的内容。"],
    ["InvalidParameter.VpcIdAllEmpty", "The VPC ID is missing or empty.", "缺少 VPC ID，或者其值为空。"],
    ["NoSpecifiedVpcId", "The VPC ID is missing or empty.", "缺少 VPC ID，或者其值为空。"],
    // What uses a thing, and what a thing must have.
    ["Image.UsedByPolicy", "The image is in use.", "镜像正在使用中。"],
    ["SnapshotUsedInTask", "The snapshot is in use.", "快照正在使用中。"],
    ["ListenerMustContainCertificate", "The listener is not valid.", "监听器无效。"],
    // Limits: of whom, and of what.
    ["ClientLimitExceededException", "A quota or limit has been reached.", "已达到配额或上限。"],
    ["LimitExceeded.SnapshotFull", "The limit on snapshots has been reached.", "快照数量已达上限。"],
    [
      "RequestLimitExceeded.SnapshotNumExceed",
      "The limit on snapshots has been reached.",
      "快照数量已达上限。",
    ],
    ["InvalidParameterValue.BackupTimeOutOfRange", "The backup time is out of range.", "备份时间超出范围。"],
    ["VpcIdOutRange", "The VPC ID is out of range.", "VPC ID 超出范围。"],
    // A state, and what is to be done to one.
    ["InvalidStatus.Format", "The status is not valid.", "状态无效。"],
    [
      "OperationUnsupported.SetListenerStatus",
      "Setting the listener status is not supported.",
      "不支持设置监听器状态。",
    ],
    [
      "InvalidParameter.FilterStatusConflictWithChargeStatus",
      "The filter status conflicts with the charge status.",
      "过滤条件状态与计费状态冲突。",
    ],
    [
      "ResourceInCreating.Listener",
      "The resource is being created, which does not allow this operation.",
      "",
    ],
    ["NotActive.Listener", "The state of the resource does not allow this operation.", ""],
    ["DeviceHasFinished", "What was asked for is already the case, or was done already.", ""],
    // Formats are called by their names.
    ["InvalidParameter.Json", "JSON is not valid.", "JSON 无效。"],
    ["SqlParseException", "The SQL has the wrong format.", "SQL 格式不正确。"],
    // A head that the words behind it contradict.
    ["ResourceNotFound.QuuxNotRunning", "Quux is not running.", "Quux 未运行。"],
    ["LimitExceeded.VpcAlreadyBindListener", "The VPC is already bound to something.", "VPC 已被绑定。"],
    ["ResourcesSoldOut.UnauthorizedRevokeKey", "Revoking the key is not allowed for the caller.", ""],
    ["FailedOperation.DeleteDiskProtection", "The resource is protected against this operation.", ""],
    [
      "UnsupportedOperation.DiskNotSupportDeletionProtection",
      "The disk does not support the deletion protection.",
      "",
    ],
    // Words that only name a parameter, and amounts of which it is not said what is wrong with them.
    ["InvalidParameter.ExpireTime", "The expiration time is not valid.", "过期时间无效。"],
    [
      "InvalidParameterValue.SnapshotNameLength",
      "The snapshot name has the wrong length.",
      "快照名称的长度不符合要求。",
    ],
    ["SnapshotName.ExceedLimit", "The snapshot name is too long.", "快照名称过长。"],
    ["Invalid.DiskIds.SizeExceed", "The disk IDs exceed the limit.", "磁盘 ID 超出限制。"],
    ["DiskParameterTooFewItems", "A value is too short or has too few items.", ""],
    ["InvalidQuuxTimeout", "QuuxTimeout is not valid.", ""],
    // Whom a thing is not bound to, and what it is not.
    [
      "OperationDenied.DiskNotAttachedToInstance",
      "The disk is not attached to the instance.",
      "磁盘未绑定实例。",
    ],
    ["InvalidParameter.FilterNotList", "The filter is not a list.", "过滤条件不是列表。"],
    ["FailedOperation.DomainNotRegistration", "Something in the request is not what it must be.", ""],
    ["ImageNotDeletable", "The image does not support this operation.", "镜像不支持该操作。"],
    // Names that may be sentences.
    ["LimitExceeded.QuuxBindOver", "A quota or limit has been reached.", ""],
    ["FailedOperation.RoomClosed", "The operation failed.", "操作失败。"],
    ["ResourceNotFound.GetQuuxError", "The resource does not exist.", ""],
    ["EndpointTemporarilyUnavailable", "The endpoint is not available.", "终端节点不可用。"],
    // A verb that only says of what kind a thing is, and a check that was not passed.
    ["UnsupportedStartMode", "The start mode is not supported.", "不支持该启动模式。"],
    ["FailedOperation.SecretValidateFailed", "The secret did not pass a check.", "凭据未通过校验。"],
    ["FailedOperation.DeleteZone", "Deleting the zone failed.", "删除 Zone 失败。"],
    // Exceptions that only name what failed.
    ["KmsException", "An operation that concerns KMS failed.", ""],
    ["QuuxServerException", "An internal error that concerns Quux occurred.", ""],
    ["QuuxClientException", "A parameter is not valid.", "参数无效。"],
  ];
  for (const [code, en, zh] of sentences) {
    it(`writes a sentence about ${code}`, () => {
      const summary = readName(code, concepts)?.summary;
      assert.equal(summary?.en, en);
      if (zh) assert.equal(summary?.["zh-CN"], zh);
    });
  }

  const kinds: [code: string, kind: string][] = [
    ["BADPARAMETERS", "invalid-request"],
    ["TooQuickRequests", "throttling"],
    ["Permission.SkillGroup", "permission"],
    ["NotFirmwareOwner", "permission"],
    ["NeedOpen", "permission"],
    ["Account.InDebt", "billing"],
    ["OutOfCapacityException", "unavailable"],
    ["NoLongerSupportedException", "unsupported"],
  ];
  for (const [code, kind] of kinds) {
    it(`reads the kind of ${code}`, () => {
      assert.equal(readName(code, concepts)?.kind, kind);
    });
  }
});
