import assert from "node:assert/strict";
import { readUserCatalog } from "../../../catalog/importers/user-catalog.ts";
import { Catalog } from "../../../catalog/model/catalog.ts";
import { compiledInMemory } from "../../../catalog/model/compiled/compile.ts";
import { atOnce } from "../../../catalog/model/slices.ts";
import { languageOfText, localize } from "../../../catalog/text/localized-text.ts";

const empty = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };

describe("the language of a text", () => {
  it("is English or Chinese, or another one", () => {
    const texts = {
      en: [
        "The order is closed.",
        "naïve café orders are closed",
        "404",
        "Order {id} 已关闭 has been closed by its owner",
      ],
      "zh-CN": ["订单已关闭", "VPC ID 不存在。"],
      other: [
        "주문이 닫혔습니다.",
        "注文は閉じられました。",
        "トークンエラー",
        "Заказ закрыт",
        "Giao dịch bị hủy bởi người dùng",
        "คำสั่งซื้อปิดแล้ว",
      ],
    };
    for (const [language, some] of Object.entries(texts))
      for (const text of some) assert.equal(languageOfText(text), language, text);
  });

  it("is kept with the texts of a document, which are shown in either language where they are all there is", () => {
    const text =
      "# 오류 코드\n\n| 오류 코드 | 설명 |\n|---|---|\n| ORDER_CLOSED | 주문이 닫혔습니다. |\n| ORDER_LOST | 订单已丢失 |\n";
    const { value } = atOnce(readUserCatalog(text, "a.md", "file:///a.md", { provider: "acme" }));
    const catalog = atOnce(new Catalog(compiledInMemory(empty)).with(value ? [value] : []));
    const summaries = catalog.entries.map(({ summary }) => summary);
    assert.deepEqual(summaries, [{ other: "주문이 닫혔습니다." }, { "zh-CN": "订单已丢失" }]);
    assert.deepEqual(
      (["en", "zh-CN", "both"] as const).map((language) => localize(summaries[0], language)),
      Array.from({ length: 3 }, () => "주문이 닫혔습니다."),
    );
  });
});
