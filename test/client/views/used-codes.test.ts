import assert from "node:assert/strict";
import { wordsFilter } from "../../../client/views/used-filter.ts";
import type { CodeItem } from "../../../server/protocol/index.ts";

describe("the rows of used codes", () => {
  it("are filtered by words in the code, a suggestion, a meaning in either language, or the provider", () => {
    const item = { meanings: { en: "The token is wrong", "zh-CN": "令牌错误" }, provider: "tencent-cloud" };
    const used = { code: "AuthFailure.TokenFailure", count: 1, suggestions: [], item: item as CodeItem };
    const wrong = { code: "AuthFailur", count: 1, suggestions: ["AuthFailure"] };
    const isShown = (query: string) => [
      wordsFilter(query)(used, { name: "腾讯云" }),
      wordsFilter(query)(wrong, { name: "Unknown" }),
    ];
    for (const query of ["tokenfailure", "failuretoken", "令牌", "WRONG token", "腾讯云", "tencent-cloud"])
      assert.deepEqual(isShown(query), [true, false], query);
    assert.deepEqual(isShown("authfailure"), [true, true]);
    assert.deepEqual(isShown("unknown"), [false, true]);
    assert.deepEqual(isShown("token nothing"), [false, false]);
  });
});
