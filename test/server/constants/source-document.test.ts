import assert from "node:assert/strict";
import { readDocument } from "../../../catalog/importers/documents.ts";
import type { ImportedRow } from "../../../catalog/importers/imported.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { loadAnyDocument } from "../../../server/constants/source-document.ts";

async function read(name: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  const loaded = await loadAnyDocument({ text, bytes }, name, atOnce);
  return atOnce(readDocument(text, name, {}, loaded)) ?? assert.fail(`${name} has no format`);
}

const format = ({ code, name, httpStatus, message, description }: ImportedRow) =>
  [code, name ?? "", httpStatus.join("/"), message ?? "", description ?? ""].join(" ¦ ");

const examples: Readonly<Record<string, { text: string; rows: string[] }>> = {
  "codes.go": {
    text: `package codes

// Code says what failed.
type Code string

const (
	// NotFound says that there is none.
	NotFound Code = "NOT_FOUND"
	Denied   Code = "ACCESS_DENIED" // no access
)

const (
	ErrBase = iota + 1000
	ErrTimeout
	_
	ErrClosed // it is closed
)

var (
	ErrUser = NewError(http.StatusNotFound, "USER_NOT_FOUND", "user not found")
	ErrBad  = &Error{Code: "BAD_INPUT", Status: 400, Message: "bad input"}
	ErrIO   = errors.New("reading failed")
)

var messages = map[int]string{
	ErrTimeout: "timed out",
	ErrClosed:  "已关闭",
}

func NewError(status int, code, message string) *Error { return &Error{code, status, message} }
func defaults() { timeout := 30; name := "not an error" }
`,
    rows: [
      "NOT_FOUND ¦  ¦  ¦  ¦ NotFound says that there is none.",
      "ACCESS_DENIED ¦  ¦  ¦  ¦ no access",
      "1000 ¦ ErrBase ¦  ¦  ¦ ",
      "1001 ¦ ErrTimeout ¦  ¦ timed out ¦ ",
      "1003 ¦ ErrClosed ¦  ¦ 已关闭 ¦ it is closed",
      "USER_NOT_FOUND ¦  ¦ 404 ¦ user not found ¦ ",
      "BAD_INPUT ¦  ¦ 400 ¦ bad input ¦ ",
      "ErrIO ¦  ¦  ¦ reading failed ¦ ",
    ],
  },
  "errors.ts": {
    text: `import { other } from "other";
/** What can fail. */
export enum ErrorCode {
  /** There is none. */
  NotFound = "NOT_FOUND",
  Denied = "ACCESS_DENIED", // no access
}
export const ERRORS = {
  USER: { code: "U-001", status: 404, message: "There is no such user" },
  // It was closed.
  ORDER: { code: "U-002", status: HttpStatus.CONFLICT, message: \`Order \${id} is closed\` },
} as const;
export const texts: Record<ErrorCode, string> = {
  [ErrorCode.NotFound]: "It is not there",
  [ErrorCode.Denied]: "Go \\"away\\"",
};
export type Problem =
  | "INVALID_A" // a is wrong
  /** The b is wrong. */
  | "INVALID_B";
export class OrderError extends Base {
  static readonly CLOSED = new OrderError("order.closed", 409, "The order " + "is closed");
  constructor(readonly code: string, readonly status: number, message: string) { super(message); }
}
const options = { url: "https://acme.example", name: "acme" };
`,
    rows: [
      "NOT_FOUND ¦  ¦  ¦ It is not there ¦ There is none.",
      'ACCESS_DENIED ¦  ¦  ¦ Go "away" ¦ no access',
      "U-001 ¦  ¦ 404 ¦ There is no such user ¦ ",
      "U-002 ¦  ¦ 409 ¦ Order \x24{id} is closed ¦ It was closed.",
      "INVALID_A ¦  ¦  ¦  ¦ a is wrong",
      "INVALID_B ¦  ¦  ¦  ¦ The b is wrong.",
      "order.closed ¦  ¦ 409 ¦ The order is closed ¦ ",
    ],
  },
  "ErrorCode.java": {
    text: `package acme;
/** 错误码 */
@Getter
@AllArgsConstructor
public enum ErrorCode implements Code {
    /** 没有此用户 */
    USER_NOT_FOUND(10001, "用户不存在"),
    ORDER_CLOSED(10002, "订单已关闭");

    private final Integer code;
    private final String message;
}
interface Constants {
    // ========== 用户 1-002-003 ==========
    ErrorCode MOBILE_EXISTS = new ErrorCode(1_002_003_000, "手机号已存在");
    ErrorCode MOBILE_WRONG = new ErrorCode(1_002_003_001, "手机号不正确");
}
`,
    rows: [
      "10001 ¦ USER_NOT_FOUND ¦  ¦ 用户不存在 ¦ 没有此用户",
      "10002 ¦ ORDER_CLOSED ¦  ¦ 订单已关闭 ¦ ",
      "1002003000 ¦ MOBILE_EXISTS ¦  ¦ 手机号已存在 ¦ ",
      "1002003001 ¦ MOBILE_WRONG ¦  ¦ 手机号不正确 ¦ ",
    ],
  },
  "Errors.kt": {
    text: `enum class ErrorCode(val status: Int, val code: String, val message: String) {
    NOT_FOUND(404, "C001", "There is none"),
    DENIED(403, "C002", "Not for you"),
    ;
}
object Errors {
    const val LOW_BALANCE = "Balance.Low" // not enough money
}
`,
    rows: [
      "C001 ¦  ¦ 404 ¦ There is none ¦ ",
      "C002 ¦  ¦ 403 ¦ Not for you ¦ ",
      "Balance.Low ¦  ¦  ¦  ¦ not enough money",
    ],
  },
  "Errors.cs": {
    text: `namespace Acme;
public static class ErrorCodes
{
    /// <summary>The user is missing.</summary>
    public const string UserNotFound = "User.NotFound";
    public static readonly Error Denied = new("User.Denied", "Not allowed here");
    public static Error Closed(int id) => Error.Conflict("Order.Closed", $"The order {id} is closed");
}
public enum ErrorNumber
{
    [Description("无效请求")]
    Invalid = 1001,
    Expired,
}
`,
    rows: [
      "User.NotFound ¦  ¦  ¦  ¦ The user is missing.",
      "User.Denied ¦  ¦  ¦ Not allowed here ¦ ",
      "Order.Closed ¦  ¦  ¦ The order {id} is closed ¦ ",
      "1001 ¦ Invalid ¦  ¦ 无效请求 ¦ ",
      "1002 ¦ Expired ¦  ¦  ¦ ",
    ],
  },
  "ErrorCode.php": {
    text: `<?php
class ErrorCode
{
    /**
     * @Message("Server error")
     */
    const SERVER_ERROR = 50000;
    const USER_MISSING = 10001; // 用户不存在
}
enum Failure: string
{
    #[Message("There is none")]
    case NotFound = 'not_found';
    case Denied = 'access_denied';
    public function label(): string { return 'x'; }
}
return ['E_A' => 'a has failed', 'E_B' => 'b has ' . 'failed'];
`,
    rows: [
      "50000 ¦ SERVER_ERROR ¦  ¦ Server error ¦ ",
      "10001 ¦ USER_MISSING ¦  ¦  ¦ 用户不存在",
      "not_found ¦  ¦  ¦ There is none ¦ ",
      "access_denied ¦  ¦  ¦  ¦ ",
      "E_A ¦  ¦  ¦ a has failed ¦ ",
      "E_B ¦  ¦  ¦ b has failed ¦ ",
    ],
  },
  "error.rs": {
    text: `#[derive(Error)]
pub enum AppError {
    /// There is none.
    #[error("thing {0} not found")]
    NotFound(String),
    #[error("not for you")]
    #[serde(rename = "access_denied")]
    Denied { who: String },
}
#[repr(u16)]
pub enum Code { AFailed = 100, BFailed }
pub const ERR_X: &str = "x_failed";
impl Code {
    fn message(&self) -> &'static str {
        match self { Self::AFailed => "a has failed", Self::BFailed => "b has failed" }
    }
}
`,
    rows: [
      "NotFound ¦  ¦  ¦ thing {0} not found ¦ There is none.",
      "access_denied ¦  ¦  ¦ not for you ¦ ",
      "100 ¦ AFailed ¦  ¦ a has failed ¦ ",
      "101 ¦ BFailed ¦  ¦ b has failed ¦ ",
      "x_failed ¦  ¦  ¦  ¦ ",
    ],
  },
  "errors.py": {
    text: `"""What can fail."""
from enum import Enum

class ErrorCode(str, Enum):
    """Codes of errors."""
    NOT_FOUND = "not_found"  # there is none
    DENIED = "access_denied"
    """Not for you."""

    @property
    def text(self):
        local = "no_constant"
        return local

class Numbers(Enum):
    BAD = (40001, "it has failed")
    WORSE = (40002, "it has " "failed again")
    def __init__(self, code, message):
        self.code = code

ERRORS = {
    "A_FAILED": "a has failed",
    "B_FAILED": "b has failed",
}

class NotThere(APIException):
    status_code = 404
    default_code = "not_there"
    default_detail = _("It is not there.")
`,
    rows: [
      "not_found ¦  ¦  ¦  ¦ there is none",
      "access_denied ¦  ¦  ¦  ¦ Not for you.",
      "40001 ¦ BAD ¦  ¦ it has failed ¦ ",
      "40002 ¦ WORSE ¦  ¦ it has failed again ¦ ",
      "A_FAILED ¦  ¦  ¦ a has failed ¦ ",
      "B_FAILED ¦  ¦  ¦ b has failed ¦ ",
      "not_there ¦  ¦ 404 ¦ It is not there. ¦ ",
    ],
  },
};

const more: typeof examples = {
  "MemberError.java": {
    text: `package acme;
import static org.springframework.http.HttpStatus.NOT_FOUND;
public enum MemberError {
    // 회원
    NO_MEMBER("M001", "회원을 찾을 수 없습니다.", NOT_FOUND),
    // GONE("M002", "없음", NOT_FOUND),
    NO_TEAM("M003", "팀을 찾을 수 없습니다.", NOT_FOUND); // the team is gone
    private final String message;
    private final String code;
    MemberError(String code, String message, HttpStatus status) { this.code = code; this.message = message; }
}
`,
    rows: [
      "M001 ¦  ¦ 404 ¦ 회원을 찾을 수 없습니다. ¦ 회원",
      "M003 ¦  ¦ 404 ¦ 팀을 찾을 수 없습니다. ¦ the team is gone",
    ],
  },
  "errcode.go": {
    text: `package errcode

const (
	CodeOK = 0
	MsgOK = "ok"
	CodeNotFound = 98 // there is none
	MsgNotFound = "不存在"
)

var lost = sets.New("Order.Lost", "Order.NotFound")
`,
    rows: [
      "0 ¦ CodeOK ¦  ¦ ok ¦ ",
      "98 ¦ CodeNotFound ¦  ¦ 不存在 ¦ there is none",
      "Order.Lost ¦  ¦  ¦  ¦ ",
      "Order.NotFound ¦  ¦  ¦  ¦ ",
    ],
  },
  "exceptions.py": {
    text: `errors = [{"code": "400", "message": "잘못된 요청"}, {"code": "999", "message": "기타 오류"}]

class ErrorCategory(str, Enum):
    VALIDATION = "validation"
    SYSTEM = "system"

class NotThere(ServiceError):
    def __init__(self, name: str):
        super().__init__("OrderNotFound", f"Order {name} not found.")
`,
    rows: [
      "400 ¦  ¦  ¦ 잘못된 요청 ¦ ",
      "999 ¦  ¦  ¦ 기타 오류 ¦ ",
      "OrderNotFound ¦  ¦  ¦ Order {name} not found. ¦ ",
    ],
  },
};

describe("source code as a document of errors", () => {
  for (const [name, { text, rows }] of Object.entries(examples))
    it(`gives codes with their messages, statuses and comments: ${name}`, async () => {
      const { rows: found, skipped, doubts, unused } = await read(name, text);
      assert.deepEqual(found.map(format), rows);
      assert.deepEqual([skipped, doubts, unused], [[], [], []]);
    });

  for (const [name, { text, rows }] of Object.entries(more))
    it(`is read with what stands around: ${name}`, async () => {
      assert.deepEqual((await read(name, text)).rows.map(format), rows);
    });

  it("leads to the code itself, or to the name that stands for it", async () => {
    const { text } = examples["codes.go"] ?? assert.fail();
    const { rows } = await read("codes.go", text);
    const lines = text.split("\n");
    const written = rows.map(({ span }) => lines[span.line]?.slice(span.start, span.end));
    assert.deepEqual(written, [
      ...["NOT_FOUND", "ACCESS_DENIED", "1000", "ErrTimeout", "ErrClosed"],
      ...["USER_NOT_FOUND", "BAD_INPUT", "ErrIO"],
    ]);
  });

  it("tells what may be a list of errors, with the columns that would read it", async () => {
    const text = 'export const texts = { "order.denied": "It was denied", "order.open": "It is open" };\n';
    const { rows, doubts } = await read("texts.ts", text);
    assert.deepEqual(rows, []);
    assert.deepEqual(doubts[0]?.mappings, [{ code: 0, message: 1 }]);
  });

  for (const [what, piece] of [
    ["brackets", "({["],
    ["blocks", "enum E { A = "],
    ["strings", '"'],
    ["comments", "/* "],
    ["annotations", "@A("],
    ["cases", "switch (x) { case A: return "],
    ["alternatives", 'type A = "b" | '],
    ["sums", "const A = 1 + ("],
    ["lines of comments", "// a\n"],
  ] as const)
    it(`ends in linear time for nothing but ${what}`, async () => {
      for (const name of ["a.ts", "a.go", "a.py", "a.rs"]) {
        const before = process.cpuUsage();
        await read(name, piece.repeat(Math.ceil(60_000 / piece.length)));
        const { user, system } = process.cpuUsage(before);
        assert.ok((user + system) / 1000 < 1000, `${name}: ${(user + system) / 1000} ms`);
      }
    });
});
