import assert from "node:assert/strict";
import { importFixture, lines, read } from "./fixture.ts";

describe("importing error codes from Markdown", () => {
  it("finds columns by their contents when the headers are wrong", () => {
    const result = importFixture("wrong-headers");
    assert.deepEqual(lines(result), [
      " ¦ 400 ¦ MissingCargo ¦ The field %s of the crate is not filled in. ¦ 缺少货物字段",
      " ¦ 400 ¦ CrateTooLong.Limit ¦ The crate is longer than {Limit} metres. ¦ 货箱超长",
      " ¦ 403 ¦ Forbidden.Dock ¦ The dock doesn’t serve your company. ¦ 码头不为该公司服务",
      " ¦ 404 ¦ Vessel.NotFound ¦ {VesselName} ¦ 找不到船只",
      " ¦ 503 ¦ Throttling ¦ Too many crates within a short time. ¦ 短时间内货箱过多",
      "港口错误码 ¦ 400 ¦ TideMismatch ¦ The tide differs from the one that was announced. ¦ ",
      "港口错误码 ¦ 404 ¦ Vessel.NotFound ¦ The vessel “Name” does not exist. ¦ ",
      "港口错误码 ¦ 404 ¦ Vessel.NotFound ¦ The vessel “Flag” does not exist ¦ ",
    ]);
    assert.deepEqual(result.doubts, []);
    assert.deepEqual(result.skipped, []);
  });

  it("uses bare lines as headings and splits adjacent tables", () => {
    const result = importFixture("bare-headings");
    assert.deepEqual(lines(result), [
      "码头错误码 ¦ 403 ¦ DockDenied ¦ Dock denied. ¦ 没有权限停靠",
      "码头错误码 ¦ 500 ¦ InternalError ¦ The crane broke down. Please try again. ¦ 起重机故障",
      "仓库错误码 ¦ 404 ¦ NotFound ¦ Shelf could not be found ¦ 货架查询不到",
    ]);
    assert.deepEqual(
      result.rows.map((row) => row.table),
      [0, 0, 1],
    );
    assert.deepEqual(result.skipped, []);
  });

  it("reads escapes, inline code, links, line breaks, entities, notes and lists of codes", () => {
    const result = importFixture("escapes");
    assert.deepEqual(lines(result), [
      "Error codes ¦ 500 ¦ CRANE_BROKEN_DOWN ¦  ¦ The crane <Id> is out of order & waits for repair.",
      "Error codes ¦ 401+403 ¦ PILOT_NOT_ALLOWED ¦  ¦ See the pilots or GET /pilots.",
      "Error codes ¦  ¦ TIDE_TOO_LOW ¦  ¦ The tide is | was too low.\nWait for <Hours> hours.",
      "Error codes ¦ 409 ¦ BERTH_TAKEN ¦  ¦ The berth is taken already.",
      "Error codes ¦ 400 ¦ BERTH_TOO_SHORT ¦  ¦ The berth doesn't fit the vessel.",
      "Error codes ¦ 400 ¦ BERTH_TOO_SHALLOW ¦  ¦ The berth doesn't fit the vessel.",
      "Error codes ¦ 400 ¦ BERTH_CLOSED ¦  ¦ The berth doesn't fit the vessel.",
    ]);
    assert.deepEqual(
      result.skipped.map(({ kind, line, reason }) => ({ kind, line, reason })),
      [{ kind: "row", line: 15, reason: "no error code: “any other”" }],
    );
  });

  it("reads HTML tables with merged cells, empty lines inside and cells as headings", () => {
    const result = importFixture("html-table");
    assert.deepEqual(lines(result), [
      "Warehouse errors ¦ 400 ¦ WH.0001 ¦ Shelf %s is full. ¦ No room is left.",
      "Warehouse errors ¦ 400 ¦ WH.0002 ¦ Weight of <CrateId> is missing. ¦ The crate was not weighed.",
      "Warehouse errors ¦ 400 ¦ WH.0003 ¦ Weight of <CrateId> is missing. ¦ The crate was not weighed.",
      'Warehouse errors ¦ 404 ¦ WH.0004 ¦ Shelf "%s" not found. ¦ No such shelf.',
      "Gate errors ¦ 409 ¦ WH.0101 ¦ The gate is locked. ¦ Someone else holds it.",
      "Cranes ¦  ¦ CRANE_VERY_LONG_NAME ¦  ¦ 名称过长",
      "Cranes ¦  ¦ CRANE_BUSY ¦  ¦ 起重机忙",
    ]);
    assert.deepEqual(
      result.rows.map((row) => row.fix),
      ["Choose another shelf.", undefined, undefined, undefined, "Wait.", undefined, undefined],
    );
    assert.deepEqual(result.doubts, []);
  });

  it("distinguishes numeric codes from HTTP statuses", () => {
    assert.deepEqual(lines(importFixture("numeric-codes")), [
      "系统返回码 ¦ 200 ¦ 0 ¦  ¦ 成功",
      "系统返回码 ¦ 400 ¦ 10001 ¦  ¦ 参数错误",
      "系统返回码 ¦ 403 ¦ 10002 ¦  ¦ 权限不足",
      "系统返回码 ¦ 500 ¦ -22001 ¦  ¦ 系统异常",
      "系统返回码 ¦ 500 ¦ Common.0024 ¦  ¦ 未知错误",
      "Three digits ¦  ¦ 101 ¦  ¦ The crate failed to load.",
      "Three digits ¦  ¦ 131 ¦  ¦ The crate failed to unload.",
      "Three digits ¦  ¦ 152 ¦  ¦ The manifest is invalid.",
      "Three digits ¦  ¦ 404 ¦  ¦ The manifest was not found.",
      "Error names ¦ 200 ¦ 100001 ¦  ¦ Crate is invalid.",
      "Error names ¦ 404 ¦ 100002 ¦  ¦ Vessel was not found.",
    ]);
  });

  it("lets the header decide between names and numbers, and reads tables with the same header in the same way", () => {
    const result = importFixture("names-and-numbers");
    assert.deepEqual(lines(result), [
      "Crates ¦  ¦ 101 ¦  ¦ The crate does not exist.",
      "Crates ¦  ¦ 102 ¦  ¦ The crate is invalid, for it got wet.",
      "Crates ¦  ¦ 119 ¦  ¦ The crate is sealed and can't be opened.",
      "Vessels ¦  ¦ 200 ¦  ¦ The vessel has already left.",
      "Vessels ¦  ¦ 201 ¦  ¦ The vessel is full.",
      "Vessels ¦  ¦ 202 ¦  ¦ The vessel exceeds its time.",
      "Cancel reasons ¦  ¦ 110 ¦  ¦ Rope is not enough",
      "Cancel reasons ¦  ¦ 111 ¦  ¦ The mooring is rejected, for the vessel would drift",
      "状态码 ¦  ¦ 302 ¦  ¦ 起重机已停止",
      "状态码 ¦  ¦ 600 ¦  ¦ 起重机被锁定，操作失败",
      "状态码 ¦  ¦ 1100 ¦  ¦ 起重机不存在",
      "クレーン ¦  ¦ 7001 ¦  ¦ クレーンが止まっています",
      "クレーン ¦  ¦ 7002 ¦  ¦ クレーンは使用中です",
      "Signals ¦  ¦ 0x1000 ¦  ¦ The signal is invalid.",
      "Signals ¦  ¦ 0x1001 ¦  ¦ The signal was lost.",
    ]);
    assert.deepEqual(
      result.rows.flatMap((row) => row.fix ?? []),
      ["始動してください", "待ってください"],
    );
    assert.deepEqual(result.doubts, []);
  });

  it("gives each of several codes its own line of the other cells, and reads codes of several words", () => {
    const result = importFixture("lists-and-words");
    assert.deepEqual(lines(result), [
      "Yard error codes ¦ 400 ¦ YardException ¦  ¦ The yard failed.",
      "Yard error codes ¦ 400 ¦ YARD_UNKNOWN ¦  ¦ Nobody knows the error.",
      "Yard error codes ¦ 433 ¦ 433 ¦  ¦ The work took too long.",
      "Yard error codes ¦ 433 ¦ TimeLimitReached ¦  ¦ The work took too long.",
      "Yard error codes ¦ 403 ¦ GATE_006 ¦  ¦ The gate is closed.",
      "Yard error codes ¦ 403 ¦ NIGHT SHIFT ¦  ¦ The night shift doesn't accept crates.",
    ]);
    assert.equal(result.rows[2]?.fix, "Work faster.\nAsk for more time.");
    assert.deepEqual(
      result.skipped.map(({ reason }) => reason),
      ["no error code: “and others”"],
    );
  });

  it("skips tables without error codes, with the reason", () => {
    const result = importFixture("other-tables");
    assert.deepEqual(result.rows, []);
    assert.deepEqual(
      result.skipped.map(({ section, reason }) => `${section}: ${reason}`),
      [
        "Parameters: a table of parameters: it has a column of types",
        "Errors: response: a table of parameters: it has a column of types",
        "Regions: no evidence that these are error codes",
        "Versions: no column holds error codes",
        "Error statuses: the only codes are HTTP statuses",
        "States: no evidence that these are error codes",
      ],
    );
  });

  it("reads byte order marks, CRLF and delimiter rows that don't match the header", () => {
    assert.deepEqual(lines(importFixture("crlf-bom")), [
      "Errors ¦  ¦ Gate.Closed ¦  ¦ The gate is closed.",
      "Errors ¦  ¦ Gate.Jammed ¦  ¦ ",
    ]);
  });

  for (const name of [
    "wrong-headers",
    "bare-headings",
    "escapes",
    "html-table",
    "numeric-codes",
    "crlf-bom",
  ]) {
    it(`reports the exact span of each code: ${name}`, () => {
      const text = read(name).split(/\r\n|\n/);
      const { rows } = importFixture(name);
      assert.notEqual(rows.length, 0);
      for (const { code, span, line } of rows) {
        const written = text[span.line]?.slice(span.start, span.end).replaceAll("\\", "");
        // Only the code that is broken over two lines differs from its source text.
        if (code === "CRANE_VERY_LONG_NAME") assert.equal(written, "CRANE_VERY_LONG_<br>NAME");
        else assert.equal(written, code);
        assert.ok(line <= span.line);
      }
    });
  }
});
