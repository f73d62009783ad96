import assert from "node:assert/strict";
import { spacedChinese } from "../../../catalog/text/localized-text.ts";

describe("a Chinese sentence", () => {
  for (const [written, spaced] of [
    ["Zenlayer Cloud没有错误码", "Zenlayer Cloud 没有错误码"],
    ["不是**AWS**的错误码。", "不是 **AWS** 的错误码。"],
    ["不是腾讯云或acme的错误码。", "不是腾讯云或 acme 的错误码。"],
    ["不是**腾讯云**的错误码。", "不是**腾讯云**的错误码。"],
  ] as const)
    it(`has spaces around Latin words: ${written}`, () => assert.equal(spacedChinese(written), spaced));
});
