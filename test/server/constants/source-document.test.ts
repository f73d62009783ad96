import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readDocument } from "../../../catalog/importers/documents.ts";
import type { ImportedRow } from "../../../catalog/importers/imported.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { loadAnyDocument } from "../../../server/constants/source-document.ts";

async function read(name: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  const loaded = await loadAnyDocument({ text, bytes }, name, atOnce);
  return atOnce(readDocument(text, name, {}, loaded)) ?? assert.fail(`${name} has no format`);
}

/** Returns the text of the fixture of a language, by the extension of its files. */
const fixture = (extension: string) =>
  readFileSync(new URL(`../../fixtures/documents/source.${extension}`, import.meta.url), "utf8");

const format = ({ code, name, httpStatus, message, description }: ImportedRow) =>
  [code, name ?? "", httpStatus.join("/"), message ?? "", description ?? ""].join(" ¦ ");

const examples: Readonly<Record<string, { text: string; rows: string[] }>> = {
  "codes.go": {
    text: fixture("go"),
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
    text: fixture("java"),
    rows: [
      "10001 ¦ USER_NOT_FOUND ¦  ¦ 用户不存在 ¦ 没有此用户",
      "10002 ¦ ORDER_CLOSED ¦  ¦ 订单已关闭 ¦ ",
      "1002003000 ¦ MOBILE_EXISTS ¦  ¦ 手机号已存在 ¦ ",
      "1002003001 ¦ MOBILE_WRONG ¦  ¦ 手机号不正确 ¦ ",
    ],
  },
  "Errors.kt": {
    text: fixture("kt"),
    rows: [
      "C001 ¦  ¦ 404 ¦ There is none ¦ ",
      "C002 ¦  ¦ 403 ¦ Not for you ¦ ",
      "Balance.Low ¦  ¦  ¦  ¦ not enough money",
    ],
  },
  "Errors.cs": {
    text: fixture("cs"),
    rows: [
      "User.NotFound ¦  ¦  ¦  ¦ The user is missing.",
      "User.Denied ¦  ¦  ¦ Not allowed here ¦ ",
      "Order.Closed ¦  ¦  ¦ The order {id} is closed ¦ ",
      "1001 ¦ Invalid ¦  ¦ 无效请求 ¦ ",
      "1002 ¦ Expired ¦  ¦  ¦ ",
    ],
  },
  "ErrorCode.php": {
    text: fixture("php"),
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
    text: fixture("rs"),
    rows: [
      "NotFound ¦  ¦  ¦ thing {0} not found ¦ There is none.",
      "access_denied ¦  ¦  ¦ not for you ¦ ",
      "100 ¦ AFailed ¦  ¦ a has failed ¦ ",
      "101 ¦ BFailed ¦  ¦ b has failed ¦ ",
      "x_failed ¦  ¦  ¦  ¦ ",
    ],
  },
  "errors.py": {
    text: fixture("py"),
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
  "lang/error.php": {
    text: `<?php
return array(
    \\Model\\Failure::ER101 => '登録できませんでした',
    Failure::ER102 => 'トークンが見つかりません',
    'ER103' => 'The order is lost',
);
`,
    rows: [
      "ER101 ¦  ¦  ¦ 登録できませんでした ¦ ",
      "ER102 ¦  ¦  ¦ トークンが見つかりません ¦ ",
      "ER103 ¦  ¦  ¦ The order is lost ¦ ",
    ],
  },
  "errmsg.php": {
    text: `<?php
return ['100' => ['errcode' => 100, 'errmsg' => '参数错误'], '101' => ['errcode' => 101, 'errmsg' => '未知错误']];
`,
    rows: ["100 ¦  ¦  ¦ 参数错误 ¦ ", "101 ¦  ¦  ¦ 未知错误 ¦ "],
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
