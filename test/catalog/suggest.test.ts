import assert from "node:assert/strict";
import { Speller } from "../../catalog/suggest.ts";
import { isDistinctive, words } from "../../catalog/words.ts";
import { small } from "./built-in.ts";

describe("suggestions", () => {
  let speller: Speller;
  before(async () => {
    speller = new Speller(await small());
  });

  const slips: [written: string, meant: string, distance: number][] = [
    ["AuthFailure.SignatureExpired", "AuthFailure.SignatureExpire", 1],
    ["AuthFailure.SignatuerExpire", "AuthFailure.SignatureExpire", 1],
    ["AuthFailure.SignatreExpire", "AuthFailure.SignatureExpire", 1],
    ["AuthFailure.SignatureExpyre", "AuthFailure.SignatureExpire", 1],
    ["authFailure.signatureExpire", "AuthFailure.SignatureExpire", 2],
    ["REQUEST_TIMEDOUT", "REQUEST_TIMED_OUT", 1],
    ["Throtling", "Throttling", 1],
  ];
  for (const [written, meant, distance] of slips) {
    it(`finds ${meant} for ${written}`, () => {
      assert.deepEqual(speller.nearest(written)[0], { code: meant, distance });
    });
  }

  it("finds nothing farther away than asked for", () => {
    assert.deepEqual(speller.nearest("authFailure.signatureExpire", 1), []);
    assert.deepEqual(speller.nearest("SomethingElse"), []);
    assert.deepEqual(speller.nearest(""), []);
  });

  it("never suggests the code itself", () => {
    const codes = speller.nearest("Throttling").map(({ code }) => code);
    assert.ok(!codes.includes("Throttling"));
  });
});

describe("words", () => {
  const cases: [name: string, parts: string[]][] = [
    ["AuthFailure.SignatureExpire", ["auth", "failure", "signature", "expire"]],
    ["INTERNAL_SERVER_ERROR", ["internal", "server", "error"]],
    ["InvalidHTTPAuthHeader", ["invalid", "http", "auth", "header"]],
    ["getErrorCode", ["get", "error", "code"]],
    ["InvalidParameter2", ["invalid", "parameter", "2"]],
    ["错误码", ["错误码"]],
  ];
  for (const [name, parts] of cases) it(`of ${name}`, () => assert.deepEqual(words(name), parts));

  it("make a code distinctive by dots, underscores or their number", () => {
    for (const code of ["AuthFailure.SignatureExpire", "REQUEST_TIMED_OUT", "InvalidParameterValue"]) {
      assert.ok(isDistinctive(code), code);
    }
    for (const word of [
      "NotFound",
      "Throttling",
      "e.code",
      "www.example.com",
      "hello",
      "A",
      "",
      "Ünicode.X",
    ]) {
      assert.ok(!isDistinctive(word), word);
    }
  });
});
