import assert from "node:assert/strict";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { Speller } from "../../../catalog/search/speller.ts";
import { builtIn } from "../built-in.ts";

describe("codes in other words", () => {
  let speller: Speller;
  before(async () => {
    speller = new Speller(new Catalog((await builtIn()).data));
  });

  const words: [written: string, code: string][] = [
    ["AuthFailure.SignExpire", "AuthFailure.SignatureExpire"],
    ["InvalidInstanceId.NotExist", "InvalidInstanceId.NotFound"],
    ["NotSupportedOperation", "UnsupportedOperation"],
  ];
  for (const [written, code] of words) {
    it(`have the meaning of ${written}: ${code}`, () => {
      assert.ok(speller.similar.inOtherWords(written).includes(code));
    });
  }

  it("are of the same style, and no mere variants", () => {
    for (const written of ["INVALID_INSTANCE_ID_NOT_EXIST", "InvalidInstanceIds.NotFound"])
      assert.deepEqual(speller.similar.inOtherWords(written), []);
  });

  it("have the missing family, or another one", () => {
    for (const written of ["SecretIdNotFound", "FailedOperation.SecretIdNotFound"])
      assert.deepEqual(speller.similar.inOtherFamily(written), ["AuthFailure.SecretIdNotFound"]);
    assert.deepEqual(speller.similar.inOtherFamily("NotFound"), []);
  });
});

describe("the vocabulary of providers", () => {
  let speller: Speller;
  before(async () => {
    speller = new Speller(new Catalog((await builtIn()).data));
  });

  it("has the words of several of a provider's codes, and their other forms", () => {
    for (const word of ["signature", "signatures", "expire", "expired", "exceeded", "exceeds"])
      assert.ok(speller.vocabulary.has(word, ["tencent-cloud"]), word);
    assert.ok(speller.vocabulary.has("access", ["aws"]));
  });

  it("has no misspelling of a single code, nor any of another provider", () => {
    for (const word of ["faild", "paramter", "acces", "exceede"])
      assert.ok(!speller.vocabulary.has(word, ["tencent-cloud"]), word);
    assert.ok(speller.vocabulary.has("paramter", ["alibaba-cloud"]));
  });
});
