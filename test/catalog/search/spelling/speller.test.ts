import assert from "node:assert/strict";
import { isDistinctive, wordsOf } from "../../../../catalog/model/words.ts";
import type { EditKind } from "../../../../catalog/search/spelling/edit.ts";
import { Speller } from "../../../../catalog/search/spelling/speller.ts";
import { small } from "../../built-in.ts";

describe("spelling suggestions", () => {
  let speller: Speller;
  before(async () => {
    speller = new Speller(await small());
  });

  const misspellings: [written: string, intended: string, distance: number, edit: EditKind][] = [
    ["AuthFailure.SignatureExpired", "AuthFailure.SignatureExpire", 1, "inflection"],
    ["RequestLimitExceeds", "RequestLimitExceeded", 2, "inflection"],
    ["AuthFailure.SignatuerExpire", "AuthFailure.SignatureExpire", 1, "swapped"],
    ["AuthFailure.SignatreExpire", "AuthFailure.SignatureExpire", 1, "missing"],
    ["AuthFailure.SignatureExpyre", "AuthFailure.SignatureExpire", 1, "wrong"],
    ["AuthFailure.SignattureExpire", "AuthFailure.SignatureExpire", 1, "doubled"],
    ["authFailure.signatureExpire", "AuthFailure.SignatureExpire", 2, "case"],
    ["authfailure.signatureexpire", "AuthFailure.SignatureExpire", 4, "case"],
    ["authfailure_signatureexpire", "AuthFailure.SignatureExpire", 5, "separator"],
    ["REQUEST_TIMEDOUT", "REQUEST_TIMED_OUT", 1, "separator"],
    ["Throtling", "Throttling", 1, "missing"],
    ["Throttling.", "Throttling", 1, "stray"],
    [" Throttling", "Throttling", 1, "stray"],
  ];
  for (const [written, code, distance, edit] of misspellings) {
    it(`finds ${code} for ${written} (${edit})`, () => {
      assert.deepEqual(speller.nearest(written)[0], { code, distance, edit });
    });
  }

  it("puts preferred codes first among equals", () => {
    const firstIfPreferred = (preferred: string) =>
      speller.nearest("InvalidParamter", 2, (code) => code === preferred)[0]?.code;
    assert.equal(firstIfPreferred("InvalidParamater"), "InvalidParamater");
    assert.equal(firstIfPreferred("InvalidParameter"), "InvalidParameter");
  });

  it("finds nothing beyond the maximum distance", () => {
    assert.deepEqual(speller.nearest("AuthFailure.SigntureExpird", 1), []);
    assert.deepEqual(speller.nearest("SomethingElse"), []);
    assert.deepEqual(speller.nearest(""), []);
  });

  it("never suggests the code itself", () => {
    const codes = speller.nearest("Throttling").map(({ code }) => code);
    assert.ok(!codes.includes("Throttling"));
  });
});

describe("the words of a code", () => {
  const cases: [name: string, parts: string[]][] = [
    ["AuthFailure.SignatureExpire", ["auth", "failure", "signature", "expire"]],
    ["INTERNAL_SERVER_ERROR", ["internal", "server", "error"]],
    ["InvalidHTTPAuthHeader", ["invalid", "http", "auth", "header"]],
    ["getErrorCode", ["get", "error", "code"]],
    ["InvalidParameter2", ["invalid", "parameter", "2"]],
    ["错误码", ["错误码"]],
  ];
  for (const [name, parts] of cases)
    it(`are found in ${JSON.stringify(name)}`, () => assert.deepEqual(wordsOf(name), parts));

  it("make it distinctive by dots, underscores or their number", () => {
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
