import assert from "node:assert/strict";
import { exchangedWords } from "../../../../catalog/search/index/code-keys.ts";
import { Speller } from "../../../../catalog/search/spelling/speller.ts";
import { builtInCatalog } from "../../built-in.ts";

describe("codes in other words", () => {
  let speller: Speller;
  before(async () => {
    speller = new Speller(await builtInCatalog());
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

describe("words in place of others", () => {
  it("are told with the words beside them", () => {
    assert.deepEqual(exchangedWords("InvalidInstance.NotExist", "InvalidInstance.NotFound"), [
      { written: "not exist", official: "not foun", combinations: ["instanc . not exist"] },
    ]);
    assert.deepEqual(exchangedWords("ParamMissing", "ParameterMissing"), [
      { written: "param", official: "parameter", combinations: ["param miss"] },
    ]);
  });

  it("are not told of texts that have the same, or others of another number", () => {
    assert.deepEqual(exchangedWords("InvalidInstance", "InvalidInstances"), []);
    assert.deepEqual(exchangedWords("InvalidSignature", "InvalidSignatureParameter"), []);
  });
});

describe("the usage of words", () => {
  it("counts the codes that have them in a row, of a provider or of a service", async () => {
    const { usage } = new Speller(await builtInCatalog());
    const [illegal = 0, invalid = 0] = ["illegal", "invali"].map((word) =>
      usage.count(word, "alibaba-cloud", "sls"),
    );
    assert.ok(illegal * 10 < invalid);
    assert.ok(usage.count("illegal", "alibaba-cloud") > 100);
    assert.ok(usage.count("param . miss", "alibaba-cloud") > 0);
    assert.equal(usage.count("param miss start", "alibaba-cloud"), 0);
    assert.ok(usage.size("alibaba-cloud") > usage.size("alibaba-cloud", "sls"));
  });
});

describe("the vocabulary of providers", () => {
  let speller: Speller;
  before(async () => {
    speller = new Speller(await builtInCatalog());
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
