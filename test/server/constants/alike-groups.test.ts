import assert from "node:assert/strict";
import { importLoaded } from "../../catalog/importers/fixture.ts";

const read = (name: string, text: string) => importLoaded(new TextEncoder().encode(text), name);

describe("constants of one type in several blocks", () => {
  it("are judged together, and empty texts are none", async () => {
    const text = `package errors

type ErrorCode int

// What the leader answers.
const (
	// NotLeader means that another node leads.
	NotLeader ErrorCode = 220
	// ShardMoved: the shard has moved.
	ShardMoved ErrorCode = 221
	// ShardGone — the shard is gone.
	ShardGone ErrorCode = 222
)

const (
	KeyUnavailable ErrorCode = 410
	DecryptionFailed ErrorCode = 411
)

type Operation string

const (
	OpUnknown Operation = ""
	OpInsert Operation = "insert"
)
`;
    const { rows, skipped } = await read("errors.go", text);
    assert.deepEqual(
      rows.map(({ code, name, httpStatus, description }) => [code, name, httpStatus, description]),
      [
        ["220", "NotLeader", [], "NotLeader means that another node leads."],
        ["221", "ShardMoved", [], "the shard has moved."],
        ["222", "ShardGone", [], "the shard is gone."],
        ["410", "KeyUnavailable", [], undefined],
        ["411", "DecryptionFailed", [], undefined],
      ],
    );
    assert.deepEqual(skipped, []);
  });

  it("are none if the language gives their names a meaning", async () => {
    const text = `public class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  public static final int CLUSTER_UNAVAILABLE = 201;
  public static final int NOT_PRIMARY = 203;
}
`;
    const { rows } = await read("ClusterException.java", text);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["CLUSTER_UNAVAILABLE", "NOT_PRIMARY"],
    );
  });

  it("are read in Vietnamese", async () => {
    const text = `public enum ResponseCode {
  [Description("Giao dịch không thành công")]
  Code_07 = 7,
  [Description("Hết hạn chờ thanh toán")]
  Code_11 = 11,
}
`;
    const { rows } = await read("ResponseCode.cs", text);
    assert.deepEqual(
      rows.map(({ code, message }) => [code, message]),
      [
        ["7", "Giao dịch không thành công"],
        ["11", "Hết hạn chờ thanh toán"],
      ],
    );
  });

  it("have the texts of collections in functions, and HTTP's own names beside them are none", async () => {
    const text = `class ErrorCode(str, Enum):
    USER_NOT_FOUND = "USER_NOT_FOUND"  # 用户不存在
    DB_ERROR = "DB_ERROR"

class HttpStatusCode(IntEnum):
    Ok = 200
    BadRequest = 400
    NotFound = 404

def message_of(code: ErrorCode) -> str:
    """Returns the text."""
    texts = {
        ErrorCode.USER_NOT_FOUND: "没有这个用户",
        ErrorCode.DB_ERROR: "数据库错误",
    }
    return texts.get(code, "?")
`;
    const { rows } = await read("error_codes.py", text);
    assert.deepEqual(
      rows.map(({ code, message, description }) => [code, message, description]),
      [
        ["USER_NOT_FOUND", "没有这个用户", "用户不存在"],
        ["DB_ERROR", "数据库错误", undefined],
      ],
    );
  });

  it("have messages in annotations however these are spaced, and no sentinels", async () => {
    const php =
      '<?php\nclass ErrorCode {\n    /**\n     * @Message ("验证码已失效")\n     */\n    public const EXPIRED = 20002;\n}\n';
    assert.equal((await read("ErrorCode.php", php)).rows[0]?.message, "验证码已失效");
    const go =
      "package codes\n\ntype Code uint32\n\nconst (\n\tNotFound Code = 5\n\tDataLoss Code = 15\n\t_maxCode = 18\n)\n";
    assert.deepEqual(
      (await read("errors.go", go)).rows.map(({ name }) => name),
      ["NotFound", "DataLoss"],
    );
  });
});
