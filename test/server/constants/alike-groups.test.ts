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
});
